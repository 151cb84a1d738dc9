import { type Kysely, sql } from 'kysely';

/** How a proceeding goes on: its subjects' situation, planned actions, links, and passing to another institution (owner: src/register/proceedings). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table proceeding add constraint proceeding_state check (state in ('OPENED', 'SUSPENDED', 'CLOSED'))`.execute(db);
  await sql`
    alter table proceeding_subject
      add column actual_address jsonb,
      add column social_status text,
      add column as_of timestamptz`.execute(db);

  await sql`
    alter table action
      add column state text not null default 'DONE' check (state in ('PLANNED', 'DONE', 'CANCELLED')),
      add column planned_for timestamptz,
      add column done_at timestamptz,
      add column assigned_to uuid references app_user,
      add column correction_of uuid references action,
      add column version integer not null default 1,
      add constraint action_planned check (state <> 'PLANNED' or (planned_for is not null and assigned_to is not null and origin = 'MANUAL'))`.execute(
    db,
  );
  // Most actions are done and nobody's to do: a query's costs nothing here.
  await sql`create index action_assigned on action (assigned_to, planned_for) where assigned_to is not null`.execute(db);
  // What is planned may still change; what was done, or came by itself, never.
  await sql`drop trigger append_only on action`.execute(db);
  await sql`create trigger append_only before update on action
    for each row when (old.state <> 'PLANNED') execute function action_is_append_only()`.execute(db);
  await sql`create trigger never_deleted before delete on action for each row execute function action_is_append_only()`.execute(db);

  await sql`
    create table proceeding_link (
      id uuid primary key,
      proceeding_id uuid not null references proceeding,
      url text not null,
      title text not null,
      added_by uuid not null references app_user,
      added_at timestamptz not null
    )`.execute(db);
  await sql`create index proceeding_link_by_proceeding on proceeding_link (proceeding_id, id)`.execute(db);

  await sql`
    create table proceeding_transfer (
      id uuid primary key,
      proceeding_id uuid not null references proceeding,
      from_institution uuid not null references institution,
      to_institution uuid not null references institution,
      offered_by uuid not null references app_user,
      offered_at timestamptz not null,
      reason text not null,
      state text not null check (state in ('OFFERED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
      decided_by uuid references app_user,
      decided_at timestamptz,
      decision_reason text,
      constraint transfer_decided check ((state = 'OFFERED') = (decided_at is null))
    )`.execute(db);
  await sql`create unique index proceeding_transfer_offered on proceeding_transfer (proceeding_id) where state = 'OFFERED'`.execute(db);
  await sql`create index proceeding_transfer_from on proceeding_transfer (from_institution, id)`.execute(db);
  await sql`create index proceeding_transfer_to on proceeding_transfer (to_institution, id)`.execute(db);
}
