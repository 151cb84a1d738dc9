import { type Kysely, sql } from 'kysely';

/** Intakes, proceedings, their subjects and actions (owner: src/register/proceedings). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create sequence intake_no`.execute(db);
  await sql`create sequence proceeding_no`.execute(db);
  await sql`
    create table proceeding (
      id uuid primary key,
      no text not null unique,
      kind text not null,
      state text not null,
      institution_id uuid not null references institution,
      owner_id uuid not null references app_user,
      opened_at timestamptz not null,
      closed_at timestamptz,
      close_reason text,
      version integer not null default 1
    )`.execute(db);
  await sql`create index proceeding_by_institution on proceeding (institution_id, id)`.execute(db);
  await sql`
    create table proceeding_subject (
      proceeding_id uuid not null references proceeding,
      client_id uuid not null references client,
      role text not null,
      primary key (proceeding_id, client_id)
    )`.execute(db);
  await sql`create unique index proceeding_main_subject on proceeding_subject (proceeding_id) where role = 'MAIN'`.execute(db);
  await sql`create index proceeding_subject_by_client on proceeding_subject (client_id)`.execute(db);
  await sql`
    create table intake (
      id uuid primary key,
      no text not null unique,
      kind text not null,
      channel text not null,
      problem text not null,
      state text not null,
      institution_id uuid not null references institution,
      registered_by uuid not null references app_user,
      received_at timestamptz not null,
      proceeding_id uuid references proceeding
    )`.execute(db);
  await sql`create index intake_by_proceeding on intake (proceeding_id)`.execute(db);
  await sql`
    create table intake_subject (
      intake_id uuid not null references intake,
      client_id uuid not null references client,
      primary key (intake_id, client_id)
    )`.execute(db);
  await sql`create index intake_subject_by_client on intake_subject (client_id)`.execute(db);
  await sql`
    create table action (
      id uuid primary key,
      proceeding_id uuid not null references proceeding,
      kind text not null,
      origin text not null,
      performed_by uuid not null references app_user,
      text text not null,
      query_id uuid,
      at timestamptz not null
    )`.execute(db);
  await sql`create index action_by_proceeding on action (proceeding_id, id)`.execute(db);
  await sql`create function action_is_append_only() returns trigger language plpgsql as
    $$ begin raise exception 'an action is never changed; a correction is a new one'; end $$`.execute(db);
  await sql`create trigger append_only before update or delete on action for each row execute function action_is_append_only()`.execute(db);
}
