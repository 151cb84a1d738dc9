import { type Kysely, sql } from 'kysely';

/** What the operators' console asks of the rows: exchanges by time, and operations upon many queries at once. Owner: src/queries. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  // The last hour is found without a look at the years before it.
  await sql`create index query_attempt_by_time on query_attempt (sent_at)`.execute(db);
  await sql`create index declaration_exchange_by_time on declaration_exchange (sent_at)`.execute(db);
  await sql`create index batch_exchange_by_time on batch_exchange (sent_at)`.execute(db);
  await sql`
    create table bulk_operation (
      -- In order of time, as the ids of queries are: whatever was asked after it is not meant by it.
      id uuid primary key,
      registry text not null,
      verb text not null check (verb in ('RETRY', 'DISCARD')),
      -- The queries that were named; null: every failed one, of one code where that is given.
      query_ids uuid[],
      code text,
      reason text not null,
      -- Who asked for it, as the log names them.
      user_id uuid not null,
      institution_id uuid not null,
      roles text[] not null,
      at timestamptz not null,
      total integer not null,
      done integer not null default 0,
      refused integer not null default 0,
      -- The last query it has come to.
      cursor uuid,
      ended_at timestamptz
    )`.execute(db);
  await sql`create index bulk_operation_under_way on bulk_operation (id) where ended_at is null`.execute(db);
  await sql`create index bulk_operation_by_registry on bulk_operation (registry, id)`.execute(db);
}
