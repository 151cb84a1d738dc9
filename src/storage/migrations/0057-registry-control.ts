import { type Kysely, sql } from 'kysely';

/**
 * What operators set for a register (how many exchanges at a time, maintenance), and how each worker process stands to it: its breaker and its pace are
 * its own, so the overview is made of all that have been seen lately. Owner: src/queries.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`
    alter table registry_control
      drop column breaker,
      drop column breaker_until,
      add column concurrency smallint check (concurrency > 0)`.execute(db);
  await sql`
    create unlogged table registry_worker (
      worker_id uuid not null,
      registry text not null,
      breaker text not null,
      breaker_until timestamptz,
      concurrency smallint not null,
      seen_at timestamptz not null,
      primary key (worker_id, registry)
    )`.execute(db);
  await sql`
    create table maintenance_window (
      id uuid primary key,
      registry text not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null check (ends_at > starts_at),
      reason text not null,
      emergency boolean not null,
      set_by uuid not null,
      set_at timestamptz not null
    )`.execute(db);
  await sql`create index maintenance_window_by_end on maintenance_window (ends_at)`.execute(db);
}
