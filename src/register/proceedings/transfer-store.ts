import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import { anyWord, type Db, type Tx } from '../../storage/index.ts';
import type { ProceedingKind } from './proceeding.ts';
import type { Transfer, TransferState } from './transfer.ts';

type TransferTable = {
  id: string;
  proceeding_id: string;
  from_institution: string;
  to_institution: string;
  offered_by: string;
  offered_at: Date;
  reason: string;
  state: TransferState;
  decided_by: string | null;
  decided_at: Date | null;
  decision_reason: string | null;
};

type Tables = { proceeding_transfer: TransferTable; proceeding: { id: string; no: string; kind: ProceedingKind } };

const tables = (db: Db) => db.withTables<Tables>();

function selectTransfers(db: Db) {
  return tables(db)
    .selectFrom('proceeding_transfer')
    .innerJoin('proceeding', 'proceeding.id', 'proceeding_transfer.proceeding_id')
    .selectAll('proceeding_transfer')
    .select(['proceeding.no', 'proceeding.kind']);
}

function transferOf(row: TransferTable & { readonly no: string; readonly kind: ProceedingKind }): Transfer {
  return {
    id: row.id,
    proceedingId: row.proceeding_id,
    proceedingNo: row.no,
    proceedingKind: row.kind,
    from: row.from_institution,
    to: row.to_institution,
    offeredBy: row.offered_by,
    offeredAt: instantOf(row.offered_at),
    reason: row.reason,
    state: row.state,
    decidedAt: row.decided_at === null ? undefined : instantOf(row.decided_at),
    decisionReason: row.decision_reason ?? undefined,
  };
}

export type Offer = Pick<Transfer, 'id' | 'proceedingId' | 'from' | 'to' | 'offeredBy' | 'offeredAt' | 'reason'>;

/** Writes an offer down. False when the proceeding is offered to somebody already. */
export async function insertOffer(tx: Tx, offer: Offer): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tables(tx)
    .insertInto('proceeding_transfer')
    .values({
      id: offer.id,
      proceeding_id: offer.proceedingId,
      from_institution: offer.from,
      to_institution: offer.to,
      offered_by: offer.offeredBy,
      offered_at: dateOf(offer.offeredAt),
      reason: offer.reason,
      state: 'OFFERED',
      decided_by: null,
      decided_at: null,
      decision_reason: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findTransfer(db: Db, id: string): Promise<Transfer | undefined> {
  const row = await selectTransfers(db).where('proceeding_transfer.id', '=', id).executeTakeFirst();
  return row && transferOf(row);
}

/** The transfers from and to an institution of proceedings of the given kinds, the latest first, before the given id. */
export async function listTransfers(
  db: Db,
  { institutionId, kinds }: { readonly institutionId: string; readonly kinds: readonly ProceedingKind[] },
  { before, limit }: { readonly before: string | undefined; readonly limit: number },
): Promise<readonly Transfer[]> {
  const rows = await selectTransfers(db)
    .where((eb) => eb.or([eb('from_institution', '=', institutionId), eb('to_institution', '=', institutionId)]))
    .where('proceeding.kind', '=', anyWord(kinds))
    .$if(before !== undefined, (query) => query.where('proceeding_transfer.id', '<', before ?? ''))
    .orderBy('proceeding_transfer.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(transferOf);
}

export interface TransferDecision {
  readonly state: Exclude<TransferState, 'OFFERED'>;
  readonly by: string;
  readonly at: Temporal.Instant;
  readonly reason: string | undefined;
}

/** Writes a decision down: `OFFERED -> ACCEPTED | REFUSED | WITHDRAWN`. False when somebody else was first. */
export async function decideTransfer(tx: Tx, id: string, { state, by, at, reason }: TransferDecision): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('proceeding_transfer')
    .set({ state, decided_by: by, decided_at: dateOf(at), decision_reason: reason ?? null })
    .where('id', '=', id)
    .where('state', '=', 'OFFERED')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Takes back whatever offer of a proceeding there is. */
export async function withdrawOffer(tx: Tx, proceedingId: string, by: string, at: Temporal.Instant): Promise<void> {
  await tables(tx)
    .updateTable('proceeding_transfer')
    .set({ state: 'WITHDRAWN', decided_by: by, decided_at: dateOf(at) })
    .where('proceeding_id', '=', proceedingId)
    .where('state', '=', 'OFFERED')
    .execute();
}
