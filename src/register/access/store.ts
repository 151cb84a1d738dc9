import { sql } from 'kysely';
import { parsePersonalCode } from '../../estonia/index.ts';
import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import type { Actor } from './actor.ts';
import type { Role } from './role.ts';

type UserTable = {
  id: string;
  username: string;
  personal_code: string;
  name: string;
  password_hash: string;
  active: boolean;
  failures: number;
  locked_until: Date | null;
};

type Tables = {
  app_user: UserTable;
  membership: { user_id: string; institution_id: string; roles: Role[] };
  session: { id: string; token_hash: Uint8Array; user_id: string; institution_id: string; started_at: Date; seen_at: Date };
};

/** A person with an account, as sign-in needs them. */
export interface Account {
  readonly id: string;
  readonly passwordHash: string;
  readonly active: boolean;
}

const tables = (db: Db) => db.withTables<Tables>();

export async function findAccount(db: Db, username: string): Promise<Account | undefined> {
  const row = await tables(db).selectFrom('app_user').selectAll().where('username', '=', username).executeTakeFirst();
  return (
    row && {
      id: row.id,
      passwordHash: row.password_hash,
      active: row.active,
    }
  );
}

/**
 * Counts an attempt to sign in as if it had failed, and locks the account from the given number on. False: it is locked. A lock that is over
 * starts the count anew.
 */
export async function takeAttempt(
  db: Db,
  userId: string,
  at: Temporal.Instant,
  { lockFrom, lockedUntil }: { lockFrom: number; lockedUntil: Temporal.Instant },
): Promise<boolean> {
  const result = await tables(db)
    .updateTable('app_user')
    .set((eb) => ({
      failures: eb
        .case()
        .when('locked_until', 'is', null)
        .then(eb('failures', '+', 1))
        .else(1)
        .end(),
      locked_until: eb
        .case()
        .when(eb.and([eb('locked_until', 'is', null), eb('failures', '>=', lockFrom - 1)]))
        .then(sql<Date>`${dateOf(lockedUntil)}::timestamptz`)
        .else(null)
        .end(),
    }))
    .where('id', '=', userId)
    .where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<=', dateOf(at))]))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** After a right password: nothing was wrong. */
export async function forgetAttempts(db: Db, userId: string): Promise<void> {
  await tables(db).updateTable('app_user').set({ failures: 0, locked_until: null }).where('id', '=', userId).execute();
}

export async function membershipsOf(db: Db, userId: string): Promise<readonly string[]> {
  const rows = await tables(db)
    .selectFrom('membership')
    .select('institution_id')
    .where('user_id', '=', userId)
    .orderBy('institution_id')
    .execute();
  return rows.map((row) => row.institution_id);
}

export async function insertSession(
  db: Db,
  session: { id: string; tokenHash: Uint8Array; userId: string; institutionId: string; at: Temporal.Instant },
): Promise<void> {
  await tables(db)
    .insertInto('session')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      user_id: session.userId,
      institution_id: session.institutionId,
      started_at: dateOf(session.at),
      seen_at: dateOf(session.at),
    })
    .execute();
}

/** A session, with the person's present name and roles: a role taken away is gone at the next call. */
export interface Session {
  readonly actor: Actor;
  readonly startedAt: Temporal.Instant;
  readonly seenAt: Temporal.Instant;
}

/** The sessions behind tokens, each in its token's place. */
export async function findSessions(db: Db, tokenHashes: readonly Uint8Array[]): Promise<readonly (Session | undefined)[]> {
  const rows = await tables(db)
    .selectFrom('session')
    .innerJoin('app_user', 'app_user.id', 'session.user_id')
    .innerJoin('membership', (join) =>
      join.onRef('membership.user_id', '=', 'session.user_id').onRef('membership.institution_id', '=', 'session.institution_id'),
    )
    .select([
      'session.token_hash',
      'session.id',
      'session.user_id',
      'session.institution_id',
      'session.started_at',
      'session.seen_at',
      'app_user.personal_code',
      'app_user.name',
      'membership.roles',
    ])
    .where('session.token_hash', '=', sql<Uint8Array>`any(${tokenHashes}::bytea[])`)
    .where('app_user.active', '=', true)
    .execute();
  return tokenHashes.map((hash) => {
    const row = rows.find(({ token_hash }) => Buffer.compare(token_hash, hash) === 0);
    const actor = row && actorOf(row, row.id);
    return actor && { actor, startedAt: instantOf(row.started_at), seenAt: instantOf(row.seen_at) };
  });
}

export async function findSessionTimes(db: Db, id: string): Promise<{ startedAt: Temporal.Instant; seenAt: Temporal.Instant } | undefined> {
  const row = await tables(db).selectFrom('session').select(['started_at', 'seen_at']).where('id', '=', id).executeTakeFirst();
  return row && { startedAt: instantOf(row.started_at), seenAt: instantOf(row.seen_at) };
}

/** Throws away sessions not used since one time or begun before another. */
export async function deleteSessionsBefore(
  db: Db,
  { seenAt, startedAt }: { seenAt: Temporal.Instant; startedAt: Temporal.Instant },
): Promise<void> {
  await tables(db)
    .deleteFrom('session')
    .where((eb) => eb.or([eb('seen_at', '<=', dateOf(seenAt)), eb('started_at', '<=', dateOf(startedAt))]))
    .execute();
}

/** Writes down that a session was used, where it was last seen before `since`. Of calls that come at the same moment one does, and none waits for it. */
export async function touchSession(db: Db, id: string, at: Temporal.Instant, since: Temporal.Instant): Promise<void> {
  await tables(db)
    .updateTable('session')
    .set({ seen_at: dateOf(at) })
    .where('id', '=', (eb) =>
      eb.selectFrom('session').select('id').where('id', '=', id).where('seen_at', '<=', dateOf(since)).forUpdate().skipLocked(),
    )
    .execute();
}

export async function deleteSession(db: Db, id: string): Promise<void> {
  await tables(db).deleteFrom('session').where('id', '=', id).execute();
}

/** The person who once asked, as they are in that institution now; undefined when they have left it. */
export async function findUser(db: Db, userId: string, institutionId: string): Promise<Omit<Actor, 'sessionId'> | undefined> {
  return (await findUsers(db, [{ userId, institutionId }]))[0];
}

/** As {@link findUser}, of several; those who have left are missing. */
export async function findUsers(
  db: Db,
  wanted: readonly { readonly userId: string; readonly institutionId: string }[],
): Promise<readonly Omit<Actor, 'sessionId'>[]> {
  const [users, institutions] = [wanted.map(({ userId }) => userId), wanted.map(({ institutionId }) => institutionId)];
  const { rows } = await sql<{ user_id: string; institution_id: string; personal_code: string; name: string; roles: Role[] }>`
    select app_user.id as user_id, membership.institution_id, app_user.personal_code, app_user.name, membership.roles
    from (select distinct * from unnest(${users}::uuid[], ${institutions}::uuid[]) as pair (user_id, institution_id)) wanted
    join membership on membership.user_id = wanted.user_id and membership.institution_id = wanted.institution_id
    join app_user on app_user.id = wanted.user_id and app_user.active`.execute(db);
  return rows.flatMap((row) => actorOf(row, '') ?? []);
}

function actorOf(
  row: { user_id: string; institution_id: string; personal_code: string; name: string; roles: Role[] },
  sessionId: string,
): Actor | undefined {
  const personalCode = parsePersonalCode(row.personal_code);
  return (
    personalCode && { userId: row.user_id, personalCode, name: row.name, institutionId: row.institution_id, roles: row.roles, sessionId }
  );
}

/** Makes the account, or leaves it as it is when the username is taken. */
export async function insertUser(
  tx: Tx,
  user: { id: string; username: string; personalCode: string; name: string; passwordHash: string },
): Promise<boolean> {
  const result = await tables(tx)
    .insertInto('app_user')
    .values({
      id: user.id,
      username: user.username,
      personal_code: user.personalCode,
      name: user.name,
      password_hash: user.passwordHash,
      active: true,
      failures: 0,
      locked_until: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) === 1n;
}

/** Gives a person these roles in the institution, in place of those they had there. */
export async function saveMembership(tx: Tx, membership: { userId: string; institutionId: string; roles: readonly Role[] }): Promise<void> {
  await tables(tx)
    .insertInto('membership')
    .values({ user_id: membership.userId, institution_id: membership.institutionId, roles: [...membership.roles] })
    .onConflict((conflict) => conflict.columns(['user_id', 'institution_id']).doUpdateSet({ roles: [...membership.roles] }))
    .execute();
}

/** Closes the account and ends every session of it. False: there is no such account. */
export async function closeAccount(tx: Tx, userId: string): Promise<boolean> {
  const result = await tables(tx).updateTable('app_user').set({ active: false }).where('id', '=', userId).executeTakeFirst();
  await tables(tx).deleteFrom('session').where('user_id', '=', userId).execute();
  return result.numUpdatedRows === 1n;
}
