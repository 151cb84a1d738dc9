import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { dateOf } from '../platform/index.ts';
import type { Db } from '../storage/index.ts';
import type { NoticeBox } from './notice.ts';

type Tables = {
  received_notice: {
    id: string;
    sender: string;
    notice_id: string;
    digest: string;
    urgent: boolean;
    ehak: string | null;
    content: string;
    received_at: Date;
  };
};

const tables = (db: Db) => db.withTables<Tables>();

/** Notices in our own table, from where the register will read them. */
export function noticeBox(db: Db): NoticeBox {
  return {
    async put({ id, sender, noticeId, urgent, ehak, content, receivedAt }) {
      const digest = createHash('sha256').update(JSON.stringify(content)).digest('base64url');
      const inserted = await tables(db)
        .insertInto('received_notice')
        .values({
          id,
          sender,
          notice_id: noticeId,
          digest,
          urgent,
          ehak: ehak ?? null,
          content: sql<string>`${JSON.stringify(content)}::jsonb`,
          received_at: dateOf(receivedAt),
        })
        .onConflict((conflict) => conflict.columns(['sender', 'notice_id']).doNothing())
        .returning('id')
        .executeTakeFirst();
      if (inserted !== undefined) return { id: inserted.id, isNew: true };
      const there = await tables(db)
        .selectFrom('received_notice')
        .select(['id', 'digest'])
        .where('sender', '=', sender)
        .where('notice_id', '=', noticeId)
        .executeTakeFirstOrThrow();
      return there.digest === digest ? { id: there.id, isNew: false } : 'DIFFERS';
    },
  };
}
