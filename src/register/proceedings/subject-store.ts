import { dateOf, instantOf } from '../../platform/index.ts';
import { type Db, rowsOf, type Tx } from '../../storage/index.ts';
import type { Address } from './address.ts';
import type { SubjectRole } from './proceeding.ts';
import type { SocialStatus, SubjectInSituation } from './subject.ts';

type SubjectTable = {
  proceeding_id: string;
  client_id: string;
  role: SubjectRole;
  actual_address: Address | null;
  social_status: SocialStatus | null;
  as_of: Date | null;
};

const tables = (db: Db) => db.withTables<{ proceeding_subject: SubjectTable }>();

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
