import { sql } from 'kysely';
import { type PersonalCode, parsePersonalCode } from '../../estonia/index.ts';
import { anyOf, anyWord, type Db, type Tx } from '../../storage/index.ts';
import type { Role } from './role.ts';

type Tables = {
  app_user: { id: string; personal_code: string; name: string };
  citizen: { id: string; first_name: string; last_name: string };
  membership: { user_id: string; institution_id: string; roles: Role[]; active: boolean };
};

const tables = (db: Db) => db.withTables<Tables>();

/** The personal codes of those among the given ids who have an account, closed ones too: what somebody did stays theirs. */
export async function findPersonalCodes(db: Db, userIds: readonly string[]): Promise<ReadonlyMap<string, PersonalCode>> {
  if (userIds.length === 0) return new Map();
  const rows = await tables(db).selectFrom('app_user').select(['id', 'personal_code']).where('id', '=', anyOf(userIds)).execute();
  return new Map(
    rows.flatMap((row) => {
      const code = parsePersonalCode(row.personal_code);
      return code === undefined ? [] : [[row.id, code]];
    }),
  );
}

/** The names of those among the given ids who have or had an account, or have come by themselves: what somebody entered is theirs after they have left (REQ-047). */
export async function findNames(db: Db, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (userIds.length === 0) return new Map();
  const workers = tables(db).selectFrom('app_user').select(['id', 'name']).where('id', '=', anyOf(userIds));
  const citizens = tables(db)
    .selectFrom('citizen')
    .select((eb) => ['id', sql<string>`${eb.ref('first_name')} || ' ' || ${eb.ref('last_name')}`.as('name')])
    .where('id', '=', anyOf(userIds));
  const rows = await workers.unionAll(citizens).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** An institution's worker. */
export interface Employee {
  readonly userId: string;
  readonly institutionId: string;
  readonly personalCode: PersonalCode;
}

/** Who of the people with the given codes works in which institution. */
export async function findEmployees(db: Db, personalCodes: readonly PersonalCode[]): Promise<readonly Employee[]> {
  if (personalCodes.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('app_user')
    .innerJoin('membership', 'membership.user_id', 'app_user.id')
    .select(['app_user.id', 'app_user.personal_code', 'membership.institution_id'])
    .where('app_user.personal_code', '=', anyWord(personalCodes))
    .where('membership.active', '=', true)
    .execute();
  return rows.flatMap((row) => {
    const personalCode = parsePersonalCode(row.personal_code);
    return personalCode === undefined ? [] : [{ userId: row.id, institutionId: row.institution_id, personalCode }];
  });
}

/** Whether anybody has ever been given a role and not had it taken away. Holds every employee's record until the transaction ends. */
export async function isHeld(tx: Tx, role: Role): Promise<boolean> {
  // Nobody is given a role while this is asked and acted upon.
  await sql`lock table membership in share row exclusive mode`.execute(tx);
  const held = tables(tx).selectFrom('membership').select('user_id').where(sql<boolean>`${role} = any(roles)`).limit(1);
  return (await held.executeTakeFirst()) !== undefined;
}

/** Who works anywhere in one of the roles, but for one person and whoever has a personal code. */
export async function findHolders(
  db: Db,
  roles: readonly Role[],
  but: { readonly userId: string; readonly personalCode: PersonalCode },
): Promise<readonly string[]> {
  const rows = await tables(db)
    .selectFrom('app_user')
    .innerJoin('membership', 'membership.user_id', 'app_user.id')
    .select('app_user.id')
    .distinct()
    .where('membership.active', '=', true)
    .where(sql<boolean>`membership.roles && ${[...roles]}`)
    .where('app_user.id', '<>', but.userId)
    .where('app_user.personal_code', '<>', but.personalCode)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Whether somebody still works in the institution in the given role; held so until the transaction ends. Whoever is being deactivated at this
 * moment decides before it or not at all.
 */
export async function holdRole(tx: Tx, userId: string, institutionId: string, role: Role): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom('membership')
    .select('roles')
    .where('user_id', '=', userId)
    .where('institution_id', '=', institutionId)
    .where('active', '=', true)
    .forShare()
    .executeTakeFirst();
  return row?.roles.includes(role) === true;
}
