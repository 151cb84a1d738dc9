import { sql } from 'kysely';
import { dateOf, type Temporal, type Text } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';

type Tables = {
  terms_of_use: { version: number; text: Text; published_at: Date; published_by: string | null };
  terms_acceptance: { user_id: string; version: number; accepted_at: Date };
};

const tables = (db: Db) => db.withTables<Tables>();

/** The terms of use (kasutustingimused) that hold now. */
export interface Terms {
  readonly version: number;
  readonly text: Text;
}

export async function findTerms(db: Db): Promise<Terms> {
  return tables(db).selectFrom('terms_of_use').select(['version', 'text']).orderBy('version', 'desc').limit(1).executeTakeFirstOrThrow();
}

/** Puts a text in the place of the one that holds now, and gives its version. Of two at once the second comes after the first. */
export async function insertTerms(tx: Tx, text: Text, by: string, at: Temporal.Instant): Promise<number> {
  await sql`lock table terms_of_use in share row exclusive mode`.execute(tx);
  const version = (await findTerms(tx)).version + 1;
  await tables(tx)
    .insertInto('terms_of_use')
    .values({ version, text, published_at: dateOf(at), published_by: by })
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
