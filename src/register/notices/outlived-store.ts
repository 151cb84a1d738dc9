import { dateOf, type Temporal } from '../../platform/index.ts';
import { type Among, anyOf, countAmong, type Db, isAmong, type Tx } from '../../storage/index.ts';
import type { NoticeState } from './notice.ts';

type Tables = {
  registry_notice: { id: string; client_id: string; state: NoticeState; received_at: Date; resolved_at: Date | null };
  notice_item: { notice_id: string };
  system_notice_reading: { user_id: string };
};

const tables = (db: Db) => db.withTables<Tables>();

/** Notices that were resolved before, or came before and concerned nothing. One that is still to be worked on has no period. */
export async function findEndedNotices(
  db: Db,
  before: Temporal.Instant,
  among: Among,
): Promise<readonly { readonly id: string; readonly clientId: string }[]> {
  const at = dateOf(before);
  return await tables(db)
    .selectFrom('registry_notice')
    .select(['id', 'client_id as clientId'])
    .where((eb) => eb.or([eb('resolved_at', '<', at), eb.and([eb('state', '=', 'IRRELEVANT'), eb('received_at', '<', at)])]))
    .where(isAmong(among, 'id'))
    .orderBy('id')
    .limit(countAmong(among))
    .$if('ids' in among, (query) => query.forUpdate())
    .execute();
}

export async function eraseNotices(tx: Tx, ids: readonly string[]): Promise<void> {
  await tables(tx).deleteFrom('notice_item').where('notice_id', '=', anyOf(ids)).execute();
  await tables(tx).deleteFrom('registry_notice').where('id', '=', anyOf(ids)).execute();
}

/** Erases what users have read of what all were told. */
export async function eraseReadings(tx: Tx, userIds: readonly string[]): Promise<void> {
  await tables(tx).deleteFrom('system_notice_reading').where('user_id', '=', anyOf(userIds)).execute();
}
