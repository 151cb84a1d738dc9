import { sql } from 'kysely';
import { dateOf, plainDateOf, type Temporal, type Text } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';

type Tables = {
  terms_of_use: {
    version: number;
    text: Text;
    published_at: Date;
    published_by: string | null;
    order_title: string;
    order_number: string | null;
    order_date: string | null;
  };
  terms_acceptance: { user_id: string; version: number; accepted_at: Date };
};

const tables = (db: Db) => db.withTables<Tables>();

/** The terms of use (kasutustingimused) that hold now. */
export interface Terms {
  readonly version: number;
  readonly text: Text;
  readonly order: MinistersOrder;
}

/** The minister's order that instructs authorised processors (volitatud töötlejate juhised), which the terms put into the workers' words (REQ-255). */
export interface MinistersOrder {
  readonly title: string;
  /** Undefined, with the date, for the first terms alone: the order in force is not public. */
  readonly number: string | undefined;
  readonly date: Temporal.PlainDate | undefined;
}

export async function findTerms(db: Db): Promise<Terms> {
  const row = await tables(db)
    .selectFrom('terms_of_use')
    .select(['version', 'text', 'order_title', 'order_number', 'order_date'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const date = row.order_date === null ? undefined : plainDateOf(row.order_date);
  return { version: row.version, text: row.text, order: { title: row.order_title, number: row.order_number ?? undefined, date } };
}

/** Puts a text in the place of the one that holds now, and gives its version. Of two at once the second comes after the first. */
export async function insertTerms(tx: Tx, { text, order }: Omit<Terms, 'version'>, by: string, at: Temporal.Instant): Promise<number> {
  await sql`lock table terms_of_use in share row exclusive mode`.execute(tx);
  const version = (await findTerms(tx)).version + 1;
  await tables(tx)
    .insertInto('terms_of_use')
    .values({
      version,
      text,
      published_at: dateOf(at),
      published_by: by,
      order_title: order.title,
      order_number: order.number ?? null,
      order_date: order.date?.toString() ?? null,
    })
    .execute();
  return version;
}

/** Writes down that somebody has accepted a version; the first time is kept. */
export async function insertAcceptance(tx: Tx, userId: string, version: number, at: Temporal.Instant): Promise<void> {
  await tables(tx)
    .insertInto('terms_acceptance')
    .values({ user_id: userId, version, accepted_at: dateOf(at) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
