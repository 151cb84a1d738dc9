import type { Address } from '../../estonia/index.ts';
import { dateOf, instantOf } from '../../platform/index.ts';
import { anyOf, anyWord, type Db, rowsOf, type Tx } from '../../storage/index.ts';
import type { LastProceeding, Reading } from '../people/index.ts';
import { kindsOf, type ProceedingKind, type ProceedingState, type SubjectRole } from './proceeding.ts';
import type { SocialStatus, SubjectInSituation } from './subject.ts';

type SubjectTable = {
  proceeding_id: string;
  client_id: string;
  role: SubjectRole;
  actual_address: Address | null;
  social_status: SocialStatus | null;
  as_of: Date | null;
};

type Tables = {
  proceeding_subject: SubjectTable;
  proceeding: { id: string; kind: ProceedingKind; state: ProceedingState; institution_id: string };
};

const tables = (db: Db) => db.withTables<Tables>();

export async function insertSubjects(tx: Tx, proceedingId: string, subjects: readonly SubjectInSituation[]): Promise<void> {
  const rows = subjects.map(({ clientId, role, actualAddress, socialStatus, asOf }) => ({
    proceeding_id: proceedingId,
    client_id: clientId,
    role,
    actual_address: actualAddress ?? null,
    social_status: socialStatus ?? null,
    as_of: asOf === undefined ? null : dateOf(asOf),
  }));
  await tables(tx).insertInto('proceeding_subject').expression(rowsOf('proceeding_subject', rows)).execute();
}

/** A proceeding's subjects with what is known of their situation, each in the order of their client file. */
export async function findSubjects(db: Db, proceedingId: string): Promise<readonly SubjectInSituation[]> {
  const rows = await tables(db)
    .selectFrom('proceeding_subject')
    .selectAll()
    .where('proceeding_id', '=', proceedingId)
    .orderBy('client_id')
    .execute();
  return rows.map((row) => ({
    clientId: row.client_id,
    role: row.role,
    actualAddress: row.actual_address ?? undefined,
    socialStatus: row.social_status ?? undefined,
    asOf: row.as_of === null ? undefined : instantOf(row.as_of),
  }));
}

export async function saveSubject(tx: Tx, proceedingId: string, subject: SubjectInSituation): Promise<void> {
  await tables(tx)
    .updateTable('proceeding_subject')
    .set({
      actual_address: subject.actualAddress ?? null,
      social_status: subject.socialStatus ?? null,
      as_of: subject.asOf === undefined ? null : dateOf(subject.asOf),
    })
    .where('proceeding_id', '=', proceedingId)
    .where('client_id', '=', subject.clientId)
    .execute();
}

/** The person's situation as the last proceeding goes by that a reader may see: their institution's, or where other institutions' are seen, any (REQ-174). */
export async function findLastProceeding(db: Db, { reader, clientIds, ofOthers }: Reading): Promise<LastProceeding | undefined> {
  const row = await tables(db)
    .selectFrom('proceeding_subject')
    .innerJoin('proceeding', 'proceeding.id', 'proceeding_subject.proceeding_id')
    .selectAll('proceeding_subject')
    .where('proceeding_subject.client_id', '=', anyOf(clientIds))
    .where('proceeding.kind', '=', anyWord(kindsOf(reader.roles)))
    .where('proceeding.state', '<>', 'ARCHIVED')
    .$if(!ofOthers, (query) => query.where('proceeding.institution_id', '=', reader.institutionId))
    .orderBy('proceeding.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { proceeding_id: proceedingId, actual_address: actualAddress, social_status: socialStatus } = row;
  return { proceedingId, actualAddress: actualAddress ?? undefined, socialStatus: socialStatus ?? undefined };
}
