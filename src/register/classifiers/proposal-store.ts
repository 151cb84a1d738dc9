import { dateOf, instantOf } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import type { Proposal, ProposalState } from './proposal.ts';

type ProposalTable = {
  id: string;
  classifier_id: string;
  institution_id: string;
  proposed_by: string;
  proposed_at: Date;
  proposal: string;
  justification: string;
  state: ProposalState;
  reason: string | null;
  version: number;
};

type Tables = { classifier_proposal: ProposalTable; classifier: { id: string; code: string } };

const tables = (db: Db) => db.withTables<Tables>();

const selected = (db: Db) =>
  tables(db)
    .selectFrom('classifier_proposal')
    .innerJoin('classifier', 'classifier.id', 'classifier_proposal.classifier_id')
    .selectAll('classifier_proposal')
    .select('classifier.code as classifier');

export async function insertProposal(tx: Tx, proposal: Proposal): Promise<void> {
  await tables(tx)
    .insertInto('classifier_proposal')
    .values({
      id: proposal.id,
      classifier_id: proposal.classifierId,
      institution_id: proposal.institutionId,
      proposed_by: proposal.proposedBy,
      proposed_at: dateOf(proposal.proposedAt),
      proposal: proposal.proposal,
      justification: proposal.justification,
      state: proposal.state,
      reason: proposal.reason ?? null,
      version: proposal.version,
    })
    .execute();
}

export async function findProposal(db: Db, id: string): Promise<Proposal | undefined> {
  const row = await selected(db).where('classifier_proposal.id', '=', id).executeTakeFirst();
  return row && proposalOf(row);
}

/** As {@link findProposal}, and nobody else answers it until the transaction ends. */
export async function lockProposal(tx: Tx, id: string): Promise<Proposal | undefined> {
  const row = await selected(tx).where('classifier_proposal.id', '=', id).forUpdate('classifier_proposal').executeTakeFirst();
  return row && proposalOf(row);
}

/** An institution's proposals, or everybody's, the latest first, before the given id. */
export async function listProposals(
  db: Db,
  {
    institutionId,
    before,
    limit,
  }: { readonly institutionId: string | undefined; readonly before: string | undefined; readonly limit: number },
): Promise<readonly Proposal[]> {
  const rows = await selected(db)
    .$if(institutionId !== undefined, (query) => query.where('classifier_proposal.institution_id', '=', institutionId ?? ''))
    .$if(before !== undefined, (query) => query.where('classifier_proposal.id', '<', before ?? ''))
    .orderBy('classifier_proposal.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(proposalOf);
}

export async function saveAnswer(tx: Tx, { id, state, reason, version }: Proposal): Promise<void> {
  await tables(tx)
    .updateTable('classifier_proposal')
    .set({ state, reason: reason ?? null, version })
    .where('id', '=', id)
    .execute();
}

function proposalOf(row: ProposalTable & { readonly classifier: string }): Proposal {
  return {
    id: row.id,
    classifierId: row.classifier_id,
    classifier: row.classifier,
    institutionId: row.institution_id,
    proposedBy: row.proposed_by,
    proposedAt: instantOf(row.proposed_at),
    proposal: row.proposal,
    justification: row.justification,
    state: row.state,
    reason: row.reason ?? undefined,
    version: row.version,
  };
}
