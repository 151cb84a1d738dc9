import { type Kysely, sql } from 'kysely';

/**
 * A REST request's hash goes over an id that the security server gives: it is known with the answer. And what has been asked of a REST twin beside
 * the worker's own query: one row a query at the most, written before it leaves; members and kinds of what differs, never a value.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table query_attempt alter column request_hash drop not null`.execute(db);
  await sql`
    create table query_shadow (
      query_id uuid primary key references query,
      registry text not null,
      type_code text not null,
      service text not null,
      x_road_id text not null unique,
      asked_at timestamptz not null,
      ended_at timestamptz,
      request_hash text,
      outcome text check (outcome in ('SAME', 'DIFFERENT', 'FAILED')),
      code text,
      differences text not null default ''
    )`.execute(db);
  await sql`create index query_shadow_by_time on query_shadow (asked_at)`.execute(db);
}
