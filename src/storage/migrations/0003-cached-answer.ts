import { type Kysely, sql } from 'kysely';

/** Sealed answers that may be lost at any time: unlogged, so neither the write-ahead log nor a replica ever holds them. Owner: src/storage/postgres-cache.ts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create unlogged table cached_answer (
      proceeding_id uuid not null,
      key text not null,
      sealed bytea not null,
      expires_at timestamptz not null,
      primary key (proceeding_id, key)
    )`.execute(db);
  await sql`create index cached_answer_expiry on cached_answer (expires_at)`.execute(db);
}
