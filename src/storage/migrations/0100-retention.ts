import { type Kysely, sql } from 'kysely';

/** Runs of retention, legal holds, and what is left of anonymised proceedings. Owner: src/register/retention. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table retention_run (
      id uuid primary key,
      -- The dry run that this one follows; null: it is a dry run itself.
      follows uuid references retention_run,
      -- The day as of which periods are over. A run that follows another takes that one's.
      as_of date not null,
      state text not null check (state in ('LISTING', 'WORKING', 'DONE', 'REFUSED', 'STOPPED')),
      code text,
      -- How far the listing has come: which holding, behind which thing.
      holding text,
      cursor text,
      -- Null: the schedule's.
      asked_by uuid,
      institution_id uuid,
      roles text[],
      reason text not null,
      asked_at timestamptz not null,
      ended_at timestamptz,
      check ((ended_at is null) = (state in ('LISTING', 'WORKING'))),
      check (follows is not null or state <> 'WORKING'),
      check ((asked_by is null) = (institution_id is null) and (asked_by is null) = (roles is null))
    )`.execute(db);
  await sql`create unique index retention_run_under_way on retention_run ((true)) where ended_at is null`.execute(db);
  await sql`create unique index retention_run_scheduled on retention_run (as_of) where asked_by is null`.execute(db);
  // What a run has found due. When the run has ended, only what was held or failed is left of it.
  await sql`
    create table retention_item (
      run_id uuid not null references retention_run,
      holding text not null,
      object_id text not null,
      state text not null check (state in ('DUE', 'HELD', 'DONE', 'NOT_DUE', 'FAILED')),
      primary key (run_id, holding, object_id)
    )`.execute(db);
  await sql`create index retention_item_due on retention_item (run_id, holding, object_id) where state = 'DUE'`.execute(db);
  await sql`
    create table retention_count (
      run_id uuid not null references retention_run,
      holding text not null,
      state text not null,
      count integer not null,
      primary key (run_id, holding, state)
    )`.execute(db);
  await sql`
    create table legal_hold (
      id uuid primary key,
      client_id uuid,
      proceeding_id uuid,
      reason text not null,
      placed_by uuid not null references app_user,
      placed_at timestamptz not null,
      lifted_by uuid references app_user,
      lifted_at timestamptz,
      lift_reason text,
      check ((client_id is null) <> (proceeding_id is null)),
      check ((lifted_by is null) = (lifted_at is null) and (lifted_by is null) = (lift_reason is null))
    )`.execute(db);
  await sql`create unique index legal_hold_on_client on legal_hold (client_id) where lifted_at is null`.execute(db);
  await sql`create unique index legal_hold_on_proceeding on legal_hold (proceeding_id) where lifted_at is null`.execute(db);
  // Counts alone: no number, no day, no person, so that nothing leads back to anybody.
  await sql`
    create table anonymised_proceedings (
      kind text not null,
      institution_id uuid not null references institution,
      opened_year smallint not null,
      closed_year smallint not null,
      close_reason text not null,
      proceedings integer not null,
      subjects integer not null,
      primary key (kind, institution_id, opened_year, closed_year, close_reason)
    )`.execute(db);
}
