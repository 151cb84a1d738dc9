import { type Kysely, sql } from 'kysely';

/** People who come by themselves: who they are, and their sessions. Owner: src/register/access. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table citizen (
      id uuid primary key,
      personal_code text not null unique,
      first_name text not null,
      last_name text not null
    )`.execute(db);
  await sql`
    create table citizen_session (
      id uuid primary key,
      token_hash bytea not null unique,
      citizen_id uuid not null references citizen,
      started_at timestamptz not null,
      seen_at timestamptz not null,
      auth_method text not null,
      auth_level text not null
    )`.execute(db);
  await sql`create index citizen_session_by_age on citizen_session (seen_at)`.execute(db);
  await sql`alter table tara_sign_in rename column name to first_name`.execute(db);
  await sql`alter table tara_sign_in add column last_name text, add check ((first_name is null) = (last_name is null))`.execute(db);
  // To which of the front-end's pages TARA's answer leads.
  await sql`alter table tara_sign_in add column front text not null default 'WORK'`.execute(db);
  await sql`alter table tara_sign_in alter column front drop default`.execute(db);
  // Whoever registers an intake, and enters a person with it, need not be a worker: it may be the person themselves, or a notice of another register.
  await sql`alter table intake drop constraint intake_registered_by_fkey`.execute(db);
  await sql`alter table client drop constraint client_entered_by_fkey`.execute(db);
  await sql`alter table client_entry drop constraint client_entry_entered_by_fkey`.execute(db);
  await sql`alter table proceeding_step drop constraint proceeding_step_by_fkey`.execute(db);
  await sql`create index intake_by_citizen on intake (registered_by, id) where channel = 'SELF_SERVICE'`.execute(db);
}
