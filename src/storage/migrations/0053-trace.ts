import { type Kysely, sql } from 'kysely';

/** Which trace a query goes on with, whichever process takes it up; null where none is told. Owner: src/queries. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table query add column trace_parent text`.execute(db);
}
