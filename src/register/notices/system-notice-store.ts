import { dateOf, instantOf, type Temporal, type Text } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import type { SystemNotice } from './system-notice.ts';

type Tables = {
  system_notice: { id: string; text_et: string; text_en: string; text_ru: string; published_by: string; published_at: Date };
  system_notice_reading: { notice_id: string; user_id: string; read_at: Date };
};

const tables = (db: Db) => db.withTables<Tables>();

export async function insertSystemNotice(
  tx: Tx,
  { id, text, publishedBy, publishedAt }: { id: string; text: Text; publishedBy: string; publishedAt: Temporal.Instant },
): Promise<void> {
  await tables(tx)
    .insertInto('system_notice')
    .values({ id, text_et: text.et, text_en: text.en, text_ru: text.ru, published_by: publishedBy, published_at: dateOf(publishedAt) })
    .execute();
}

/** Notes a reading once. */
export async function noteReading(
  tx: Tx,
  noticeId: string,
  userId: string,
  at: Temporal.Instant,
): Promise<'NOTED' | 'READ_BEFORE' | 'NO_NOTICE'> {
  const notice = await tables(tx).selectFrom('system_notice').select('id').where('id', '=', noticeId).executeTakeFirst();
  if (notice === undefined) return 'NO_NOTICE';
  const result = await tables(tx)
    .insertInto('system_notice_reading')
    .values({ notice_id: noticeId, user_id: userId, read_at: dateOf(at) })
    .onConflict((conflict) => conflict.columns(['notice_id', 'user_id']).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n ? 'NOTED' : 'READ_BEFORE';
}

/** Notices with whether the user has read each. */
function selectFor(db: Db, userId: string) {
  return tables(db)
    .selectFrom('system_notice')
    .leftJoin('system_notice_reading as reading', (join) =>
      join.onRef('reading.notice_id', '=', 'system_notice.id').on('reading.user_id', '=', userId),
    )
    .selectAll('system_notice')
    .select('reading.read_at');
}

/** What a user is told, the newest first, behind the given id. */
export async function listSystemNotices(
  db: Db,
  userId: string,
  { includeRead, after, limit }: { readonly includeRead: boolean; readonly after: string | undefined; readonly limit: number },
): Promise<readonly SystemNotice[]> {
  const rows = await selectFor(db, userId)
    .$if(!includeRead, (query) => query.where('reading.read_at', 'is', null))
    .$if(after !== undefined, (query) => query.where('system_notice.id', '<', after ?? ''))
    .orderBy('system_notice.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(systemNoticeOf);
}

export async function findSystemNotice(db: Db, userId: string, id: string): Promise<SystemNotice | undefined> {
  const row = await selectFor(db, userId).where('system_notice.id', '=', id).executeTakeFirst();
  return row && systemNoticeOf(row);
}

function systemNoticeOf(row: Tables['system_notice'] & { readonly read_at: Date | null }): SystemNotice {
  return {
    id: row.id,
    text: { et: row.text_et, en: row.text_en, ru: row.text_ru },
    publishedAt: instantOf(row.published_at),
    readAt: row.read_at === null ? undefined : instantOf(row.read_at),
  };
}
