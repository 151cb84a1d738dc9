import { type Kysely, sql } from 'kysely';

/** Jobs on their way to Redis: written in the domain's transaction, removed when Redis has them. Owner: src/storage/redis-queue.ts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table queue_outbox (
      id bigint generated always as identity primary key,
      queue text not null,
      job_id text not null,
      query_id uuid not null,
      priority integer not null,
      due_at timestamptz not null
    )`.execute(db);
}
