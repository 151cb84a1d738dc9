import { createHash } from 'node:crypto';
import { type ColumnType, sql } from 'kysely';
import { dateOf, instantOf } from '../platform/index.ts';
import { registerNotice } from '../register/proceedings/index.ts';
import type { Database, Db, Tx } from '../storage/index.ts';
import type { NoticeBox, ReceivedNotice } from './notice.ts';
import { needIn } from './notice-of-need.ts';

type Tables = {
  received_notice: {
    id: string;
    sender: string;
    notice_id: string;
    digest: string;
    urgent: boolean;
    ehak: string | null;
    content: ColumnType<ReceivedNotice['content'], string>;
    received_at: Date;
    waiting: boolean;
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
            waiting: true,
          })
          .onConflict((conflict) => conflict.columns(['sender', 'notice_id']).doNothing())
          .returning('id')
          .executeTakeFirst();
        if (inserted !== undefined) {
          await register(tx, { id, urgent, ehak, content, receivedAt });
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

/** Looks at the next notice that waits behind an id, and registers it where there is somebody now whose matter it is; undefined: there is none. */
export async function registerNextWaiting(
  tx: Tx,
  after: string | undefined,
): Promise<{ readonly id: string; readonly registered: boolean } | undefined> {
  const row = await tables(tx)
    .selectFrom('received_notice')
    .select(['id', 'urgent', 'ehak', 'content', 'received_at'])
    .where('waiting', '=', true)
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { id, urgent, content, received_at } = row;
  const registered = await register(tx, { id, urgent, ehak: row.ehak ?? undefined, content, receivedAt: instantOf(received_at) });
  return { id, registered };
}

async function register(tx: Tx, notice: Parameters<typeof needIn>[0]): Promise<boolean> {
  if (!(await registerNotice(tx, needIn(notice)))) return false;
  await tables(tx).updateTable('received_notice').set({ waiting: false }).where('id', '=', notice.id).execute();
  return true;
}
