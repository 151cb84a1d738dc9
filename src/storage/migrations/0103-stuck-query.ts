import { type Kysely, sql } from 'kysely';

/** What an operator looks at is paged by id: the index has what nothing will happen to by itself in that order. Owner: src/queries. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create index query_stuck on query (registry, id) where state in ('FAULTED', 'FAILED', 'HELD')`.execute(db);
}
