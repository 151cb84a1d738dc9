import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';

type Tables = {
  change_feed: {
    code: string;
    registry: string;
    cursor: string;
    due_at: Date;
    lease_until: Date | null;
    look: number;
    failures: number;
    read_at: Date | null;
    code_of_failure: string | null;
  };
};

const tables = (db: Db) => db.withTables<Tables>();

/** One look at a feed: from where on, and its fencing number. */
export interface Look {
  readonly code: string;
  readonly cursor: string;
  readonly look: number;
  /** How many looks in a row have failed before. */
  readonly failures: number;
}

/** How a feed stands. */
export interface FeedStatus {
  readonly code: string;
  readonly registry: string;
  readonly cursor: string;
  readonly dueAt: Temporal.Instant;
  readonly readAt: Temporal.Instant | undefined;
  readonly failures: number;
  /** Of the latest look, where it failed. */
  readonly failure: string | undefined;
}

/** The feeds that have been begun. */
export async function findFeeds(db: Db): Promise<readonly FeedStatus[]> {
  const rows = await tables(db).selectFrom('change_feed').selectAll().orderBy('code').execute();
  return rows.map((row) => ({
    code: row.code,
    registry: row.registry,
    cursor: row.cursor,
    dueAt: instantOf(row.due_at),
    readAt: row.read_at === null ? undefined : instantOf(row.read_at),
    failures: row.failures,
    failure: row.code_of_failure ?? undefined,
  }));
}

/** Feeds that are not due yet. */
export async function findWaiting(db: Db, now: Temporal.Instant): Promise<ReadonlySet<string>> {
  const rows = await tables(db).selectFrom('change_feed').select('code').where('due_at', '>', dateOf(now)).execute();
  return new Set(rows.map(({ code }) => code));
}

/** Makes a feed due now; false when it has never been begun. */
export async function makeDue(tx: Tx, code: string, at: Temporal.Instant): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('change_feed')
    .set({ due_at: dateOf(at) })
    .where('code', '=', code)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Puts a feed down that has never been read, due at once. */
export async function beginFeed(db: Db, feed: { code: string; registry: string; cursor: string }, at: Temporal.Instant): Promise<void> {
  await tables(db)
    .insertInto('change_feed')
    .values({ ...feed, due_at: dateOf(at), lease_until: null, look: 0, failures: 0, read_at: null, code_of_failure: null })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute();
}

/** Takes up a look that is due, whose claim by another has ended if there was one. Undefined when none is: one process gets it. */
export async function claimFeed(tx: Tx, code: string, now: Temporal.Instant, leaseUntil: Temporal.Instant): Promise<Look | undefined> {
  return await tables(tx)
    .updateTable('change_feed')
    .set((eb) => ({ lease_until: dateOf(leaseUntil), look: eb('look', '+', 1) }))
    .where('code', '=', code)
    .where('due_at', '<=', dateOf(now))
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', dateOf(now))]))
    .returning(['code', 'cursor', 'look', 'failures'])
    .executeTakeFirst();
}

/** Moves the cursor on. False when the claim is not the latest any more: what was read is then another's to keep. */
export async function settleRead(
  tx: Tx,
  look: Look,
  { cursor, dueAt, at }: { readonly cursor: string; readonly dueAt: Temporal.Instant; readonly at: Temporal.Instant },
): Promise<boolean> {
  const read = { cursor, due_at: dateOf(dueAt), read_at: dateOf(at), lease_until: null, failures: 0, code_of_failure: null };
  return await settle(tx, look, read);
}

/** Leaves the cursor where it is. */
export async function settleFailed(tx: Tx, look: Look, failureCode: string, dueAt: Temporal.Instant): Promise<boolean> {
  return await settle(tx, look, {
    due_at: dateOf(dueAt),
    lease_until: null,
    failures: look.failures + 1,
    code_of_failure: failureCode,
  });
}

async function settle(tx: Tx, { code, look }: Look, values: Partial<Tables['change_feed']>): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('change_feed')
    .set(values)
    .where('code', '=', code)
    .where('look', '=', look)
    .where('lease_until', 'is not', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
