import { type PersonalCode, parsePersonalCode } from '../../estonia/index.ts';
import { dateOf, type Temporal } from '../../platform/index.ts';
import { type Among, anyOf, countAmong, type Db, isAmong, isReferredTo, type Tx } from '../../storage/index.ts';

type Tables = {
  app_user: { id: string };
  membership: { user_id: string; institution_id: string; ended_at: Date | null };
  session: { user_id: string; institution_id: string };
  terms_acceptance: { user_id: string };
  citizen: { id: string; personal_code: string };
  citizen_session: { citizen_id: string };
  access_request: { id: string; decided_at: Date | null };
};

const tables = (db: Db) => db.withTables<Tables>();

/** What goes with an account, and keeps none. */
const OWN = ['terms_acceptance.user_id', 'system_notice_reading.user_id'];

/** Users who have left some institution before. */
export async function findLeavers(db: Db, before: Temporal.Instant, among: Among): Promise<readonly { readonly id: string }[]> {
  return await tables(db)
    .selectFrom('membership')
    .select('user_id as id')
    .distinct()
    .where('ended_at', '<', dateOf(before))
    .where(isAmong(among, 'user_id'))
    .orderBy('user_id')
    .limit(countAmong(among))
    .execute();
}

/** Erases somebody's places in institutions that they left before, with the sessions there. Gives which, and whether they have another. */
export async function eraseRecords(
  tx: Tx,
  userId: string,
  before: Temporal.Instant,
): Promise<{ readonly institutionIds: readonly string[]; readonly worksElsewhere: boolean }> {
  const records = await tables(tx)
    .selectFrom('membership')
    .select(['institution_id', 'ended_at'])
    .where('user_id', '=', userId)
    .forUpdate()
    .execute();
  const left = records.filter(({ ended_at }) => ended_at !== null && ended_at < dateOf(before)).map(({ institution_id }) => institution_id);
  for (const table of ['session', 'membership'] as const)
    await tables(tx).deleteFrom(table).where('user_id', '=', userId).where('institution_id', '=', anyOf(left)).execute();
  return { institutionIds: left, worksElsewhere: left.length < records.length };
}

/** Accounts of people who work nowhere and of whose work nothing is left. */
export async function findIdleAccounts(db: Db, among: Among): Promise<readonly { readonly id: string }[]> {
  return await tables(db)
    .selectFrom('app_user')
    .select('id')
    .where((eb) => eb.not(eb.exists(eb.selectFrom('membership').select('user_id').whereRef('membership.user_id', '=', 'app_user.id'))))
    .where(isReferredTo('app_user', 'app_user.id', OWN), '=', false)
    .where(isAmong(among, 'id'))
    .orderBy('id')
    .limit(countAmong(among))
    .$if('ids' in among, (query) => query.forUpdate('app_user'))
    .execute();
}

/** Erases accounts with the terms that were accepted; what else goes with them is its areas'. */
export async function eraseAccounts(tx: Tx, ids: readonly string[]): Promise<void> {
  await tables(tx).deleteFrom('terms_acceptance').where('user_id', '=', anyOf(ids)).execute();
  await tables(tx).deleteFrom('app_user').where('id', '=', anyOf(ids)).execute();
}

/** People who have come by themselves and are not signed in. */
export async function findAbsentCitizens(
  db: Db,
  among: Among,
): Promise<readonly { readonly id: string; readonly personalCodes: readonly PersonalCode[] }[]> {
  const rows = await tables(db)
    .selectFrom('citizen')
    .select(['id', 'personal_code'])
    .where((eb) => eb.not(eb.exists(eb.selectFrom('citizen_session').select('citizen_id').whereRef('citizen_id', '=', 'citizen.id'))))
    .where(isAmong(among, 'id'))
    .orderBy('id')
    .limit(countAmong(among))
    .$if('ids' in among, (query) => query.forUpdate('citizen'))
    .execute();
  return rows.map(({ id, personal_code }) => ({ id, personalCodes: [personal_code].flatMap((code) => parsePersonalCode(code) ?? []) }));
}

export async function eraseCitizens(tx: Tx, ids: readonly string[]): Promise<void> {
  await tables(tx).deleteFrom('citizen').where('id', '=', anyOf(ids)).execute();
}

/** Access requests that were decided before. */
export async function findDecidedRequests(db: Db, before: Temporal.Instant, among: Among): Promise<readonly { readonly id: string }[]> {
  return await tables(db)
    .selectFrom('access_request')
    .select('id')
    .where('decided_at', '<', dateOf(before))
    .where(isAmong(among, 'id'))
    .orderBy('id')
    .limit(countAmong(among))
    .$if('ids' in among, (query) => query.forUpdate())
    .execute();
}

export async function eraseRequests(tx: Tx, ids: readonly string[]): Promise<void> {
  await tables(tx).deleteFrom('access_request').where('id', '=', anyOf(ids)).execute();
}
