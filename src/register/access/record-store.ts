import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import type { EmployeeRecord, Rights } from './employee-record.ts';
import type { Role } from './role.ts';
import { holdUser } from './store.ts';

type Tables = {
  app_user: { id: string; username: string; name: string; password_own_since: Date | null; locked_until: Date | null };
  membership: {
    user_id: string;
    institution_id: string;
    roles: Role[];
    client_work: string | null;
    active: boolean;
    ended_at: Date | null;
    last_sign_in_at: Date | null;
    version: number;
  };
};

const tables = (db: Db) => db.withTables<Tables>();

function selectRecords(db: Db, institutionId: string) {
  return tables(db)
    .selectFrom('membership')
    .innerJoin('app_user', 'app_user.id', 'membership.user_id')
    .selectAll('membership')
    .select(['app_user.username', 'app_user.name', 'app_user.password_own_since', 'app_user.locked_until'])
    .where('membership.institution_id', '=', institutionId);
}

type RecordRow = Awaited<ReturnType<ReturnType<typeof selectRecords>['executeTakeFirstOrThrow']>>;

export async function findRecord(db: Db, userId: string, institutionId: string): Promise<EmployeeRecord | undefined> {
  const row = await selectRecords(db, institutionId).where('membership.user_id', '=', userId).executeTakeFirst();
  return row && recordOf(row);
}

/** As {@link findRecord}, and holds it until the transaction ends: behind the account, which a sign-in holds first too. */
export async function lockRecord(tx: Tx, userId: string, institutionId: string): Promise<EmployeeRecord | undefined> {
  await holdUser(tx, userId);
  const row = await selectRecords(tx, institutionId)
    .where('membership.user_id', '=', userId)
    .forNoKeyUpdate('membership')
    .executeTakeFirst();
  return row && recordOf(row);
}

/** An institution's records, a page of them behind the given user's. */
export async function listRecords(
  db: Db,
  institutionId: string,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<readonly EmployeeRecord[]> {
  const rows = await selectRecords(db, institutionId)
    .$if(after !== undefined, (query) => query.where('membership.user_id', '>', after ?? ''))
    .orderBy('membership.user_id')
    .limit(limit)
    .execute();
  return rows.map(recordOf);
}

/** All who still work in an institution. */
export async function listActiveRecords(db: Db, institutionId: string): Promise<readonly EmployeeRecord[]> {
  const rows = await selectRecords(db, institutionId).where('membership.active', '=', true).orderBy('membership.user_id').execute();
  return rows.map(recordOf);
}

/** Everybody who still works somewhere, once for each institution. */
export async function listEmployed(db: Db): Promise<readonly { readonly userId: string; readonly institutionId: string }[]> {
  return await tables(db)
    .selectFrom('membership')
    .select(['user_id as userId', 'institution_id as institutionId'])
    .where('active', '=', true)
    .orderBy('institution_id')
    .orderBy('user_id')
    .execute();
}

/** Enters a record. False: the person has one in the institution already, be it closed. */
export async function insertRecord(tx: Tx, record: Rights & { readonly userId: string; readonly institutionId: string }): Promise<boolean> {
  const result = await tables(tx)
    .insertInto('membership')
    .values({
      user_id: record.userId,
      institution_id: record.institutionId,
      roles: [...record.roles],
      client_work: record.clientWork ?? null,
      active: true,
      ended_at: null,
      last_sign_in_at: null,
      version: 1,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) === 1n;
}

/** Writes down what may change of a record that the transaction holds. */
export async function saveRecord(tx: Tx, { userId, institutionId, rights, active, endedAt }: EmployeeRecord): Promise<void> {
  await tables(tx)
    .updateTable('membership')
    .set((eb) => ({
      roles: [...rights.roles],
      client_work: rights.clientWork ?? null,
      active,
      ended_at: endedAt === undefined ? null : dateOf(endedAt),
      version: eb('version', '+', 1),
    }))
    .where('user_id', '=', userId)
    .where('institution_id', '=', institutionId)
    .execute();
}

function recordOf(row: RecordRow): EmployeeRecord {
  return {
    userId: row.user_id,
    institutionId: row.institution_id,
    username: row.username,
    name: row.name,
    rights: { roles: row.roles, clientWork: row.client_work ?? undefined },
    active: row.active,
    endedAt: maybe(row.ended_at),
    lastSignInAt: maybe(row.last_sign_in_at),
    lockedUntil: maybe(row.locked_until),
    passwordOwnSince: maybe(row.password_own_since),
    version: row.version,
  };
}

function maybe(date: Date | null): Temporal.Instant | undefined {
  return date === null ? undefined : instantOf(date);
}
