import { sql } from 'kysely';
import { type PersonalCode, parsePersonalCode } from '../../estonia/index.ts';
import { dateOf, type Temporal } from '../../platform/index.ts';
import { type Db, list, type Tx } from '../../storage/index.ts';
import type { Actor } from './actor.ts';
import type { Role } from './role.ts';

type UserTable = {
  id: string;
  username: string;
  personal_code: string;
  name: string;
  password_hash: string;
  password_own_since: Date | null;
  profile_filled: boolean;
  failures: number;
  locked_until: Date | null;
};

type Tables = {
  app_user: UserTable;
  membership: { user_id: string; institution_id: string; active: boolean; last_sign_in_at: Date | null };
};

const tables = (db: Db) => db.withTables<Tables>();

/** A person with an account, as looking at their password needs them. */
export interface Account {
  readonly id: string;
  readonly passwordHash: string;
}

export async function findAccount(db: Db, by: { readonly username: string } | { readonly userId: string }): Promise<Account | undefined> {
  const row = await tables(db)
    .selectFrom('app_user')
    .select(['id', 'password_hash'])
    .$call((query) => ('username' in by ? query.where('username', '=', by.username) : query.where('id', '=', by.userId)))
    .executeTakeFirst();
  return row && { id: row.id, passwordHash: row.password_hash };
}

export async function findUserOf(db: Db, personalCode: PersonalCode): Promise<{ userId: string; username: string } | undefined> {
  return tables(db)
    .selectFrom('app_user')
    .select(['id as userId', 'username'])
    .where('personal_code', '=', personalCode)
    .executeTakeFirst();
}

/** Who works in the institution under a user name. */
export async function findPersonNamed(
  db: Db,
  username: string,
  institutionId: string,
): Promise<{ name: string; personalCode: PersonalCode } | undefined> {
  const row = await tables(db)
    .selectFrom('app_user')
    .innerJoin('membership', 'membership.user_id', 'app_user.id')
    .select(['app_user.name', 'app_user.personal_code'])
    .where('app_user.username', '=', username)
    .where('membership.institution_id', '=', institutionId)
    .where('membership.active', '=', true)
    .executeTakeFirst();
  const personalCode = row && parsePersonalCode(row.personal_code);
  return personalCode && { name: row.name, personalCode };
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

/** Gives the account another password, and opens it where wrong ones had locked it. */
export async function savePassword(
  tx: Tx,
  userId: string,
  { passwordHash, ownSince }: { passwordHash: string; ownSince: Temporal.Instant | undefined },
): Promise<void> {
  await tables(tx)
    .updateTable('app_user')
    .set({
      password_hash: passwordHash,
      password_own_since: ownSince === undefined ? null : dateOf(ownSince),
      failures: 0,
      locked_until: null,
    })
    .where('id', '=', userId)
    .execute();
}

export async function saveName(tx: Tx, userId: string, name: string): Promise<void> {
  await tables(tx).updateTable('app_user').set({ name }).where('id', '=', userId).execute();
}

/** The institutions in which a person still works. */
export async function workplacesOf(db: Db, userId: string): Promise<readonly string[]> {
  const rows = await tables(db)
    .selectFrom('membership')
    .select('institution_id')
    .where('user_id', '=', userId)
    .where('active', '=', true)
    .orderBy('institution_id')
    .execute();
  return rows.map((row) => row.institution_id);
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
    from (select distinct * from unnest(${list(users, 'uuid')}, ${list(institutions, 'uuid')}) as pair (user_id, institution_id)) wanted
    join membership on membership.user_id = wanted.user_id and membership.institution_id = wanted.institution_id and membership.active
    join app_user on app_user.id = wanted.user_id`.execute(db);
  return rows.flatMap((row) => {
    const personalCode = parsePersonalCode(row.personal_code);
    if (personalCode === undefined) return [];
    return [{ userId: row.user_id, personalCode, name: row.name, institutionId: row.institution_id, roles: row.roles }];
  });
}

/** Makes the account, or leaves everything as it is when the user name or the person has one already. */
export async function insertUser(
  tx: Tx,
  user: {
    id: string;
    username: string;
    personalCode: PersonalCode;
    name: string;
    passwordHash: string;
    passwordOwnSince: Temporal.Instant | undefined;
    profileFilled: boolean;
  },
): Promise<boolean> {
  const result = await tables(tx)
    .insertInto('app_user')
    .values({
      id: user.id,
      username: user.username,
      personal_code: user.personalCode,
      name: user.name,
      password_hash: user.passwordHash,
      password_own_since: user.passwordOwnSince === undefined ? null : dateOf(user.passwordOwnSince),
      profile_filled: user.profileFilled,
      failures: 0,
      locked_until: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) === 1n;
}

/** Notes that somebody has filled in their own data (REQ-102). */
export async function noteProfile(tx: Tx, userId: string): Promise<void> {
  await tables(tx).updateTable('app_user').set({ profile_filled: true }).where('id', '=', userId).execute();
}

/** Notes a sign-in. False: the person does not work there any more. Whoever is being deactivated at this moment signs in before it or not at all. */
export async function noteSignIn(tx: Tx, userId: string, institutionId: string, at: Temporal.Instant): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('membership')
    .set({ last_sign_in_at: dateOf(at) })
    .where('user_id', '=', userId)
    .where('institution_id', '=', institutionId)
    .where('active', '=', true)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Reads an account to change what hangs on it: sign-ins and passwords of one person come one after the other. */
export async function holdUser(tx: Tx, userId: string): Promise<void> {
  await tables(tx).selectFrom('app_user').select('id').where('id', '=', userId).forNoKeyUpdate().execute();
}
