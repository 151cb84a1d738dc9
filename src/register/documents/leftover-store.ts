import { dateOf, type Temporal } from '../../platform/index.ts';
import { type Db, rowsOf, type Tx } from '../../storage/index.ts';

type Tables = { document_leftover: { id: string; due_at: Date } };

const tables = (db: Db) => db.withTables<Tables>();

/**
 * Notes that bytes under these ids belong to no document: not yet, or no longer. From the given moment on they are to be thrown away, whatever has
 * become of whoever noted it.
 */
export async function noteLeftovers(db: Db, ids: readonly string[], dueAt: Temporal.Instant): Promise<void> {
  const rows = ids.map((id) => ({ id, due_at: dateOf(dueAt) }));
  await tables(db).insertInto('document_leftover').expression(rowsOf('document_leftover', rows)).execute();
}

/** Whether the bytes were nobody's until now. In a transaction they are not thrown away until it ends. */
export async function dropLeftover(db: Db, id: string): Promise<boolean> {
  const { numDeletedRows } = await tables(db).deleteFrom('document_leftover').where('id', '=', id).executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Bytes that are to be thrown away by now, and that nobody else is throwing away or taking over. Held until the transaction ends. */
export async function takeDueLeftovers(tx: Tx, now: Temporal.Instant, atMost: number): Promise<readonly string[]> {
  const rows = await tables(tx)
    .selectFrom('document_leftover')
    .select('id')
    .where('due_at', '<=', dateOf(now))
    .orderBy('due_at')
    .limit(atMost)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(({ id }) => id);
}
