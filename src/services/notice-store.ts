import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { dateOf } from '../platform/index.ts';
import { registerNotice } from '../register/proceedings/index.ts';
import type { Database, Db } from '../storage/index.ts';
import type { NoticeBox } from './notice.ts';
import { needIn } from './notice-of-need.ts';

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

/** Notices in our own table: each is put in once, and with that registered as an intake, in one transaction. */
export function noticeBox(database: Database): NoticeBox {
  return {
    put: ({ id, sender, noticeId, urgent, ehak, content, receivedAt }) =>
      database.transaction(async (tx) => {
        const digest = createHash('sha256').update(JSON.stringify(content)).digest('base64url');
        const inserted = await tables(tx)
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
        if (inserted !== undefined) {
          await registerNotice(tx, needIn({ id, urgent, ehak, content, receivedAt }));
          return { id, isNew: true };
        }
        const there = await tables(tx)
          .selectFrom('received_notice')
          .select(['id', 'digest'])
          .where('sender', '=', sender)
          .where('notice_id', '=', noticeId)
          .executeTakeFirstOrThrow();
        return there.digest === digest ? { id: there.id, isNew: false } : 'DIFFERS';
      }),
  };
}
