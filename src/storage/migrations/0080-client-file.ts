import { type Kysely, sql } from 'kysely';

/** What a client file holds, entry by entry. Owner: src/register/people. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table client
      add citizenship text check (citizenship ~ '^[A-Z]{2}$'),
      add entered_by uuid references app_user,
      -- Another id of the same person's file: whoever asks by this one is led there.
      add merged_into uuid references client check (merged_into <> id),
      add version integer not null default 1`.execute(db);
  await sql`
    update client set entered_by = (
      select user_id from audit_event where audit_event.client_id = client.id and action = 'CLIENT_ENTERED' limit 1)`.execute(db);
  await sql`alter table client alter entered_by set not null`.execute(db);
  // Who gets a personal code later keeps the code of STAR's own: people have written it down.
  await sql`alter table client drop constraint client_check`.execute(db);
  await sql`alter table client add check (personal_code is not null or internal_code is not null)`.execute(db);
  await sql`create index client_by_merged on client (merged_into) where merged_into is not null`.execute(db);
  await sql`
    create table client_entry (
      id uuid primary key,
      client_id uuid not null references client,
      kind text not null,
      -- The earlier entry that this one goes on with: an account, a member of the network.
      continues uuid references client_entry,
      content jsonb not null,
      valid_from date not null,
      valid_to date check (valid_to >= valid_from),
      source text not null check (source in ('WORKER', 'POPULATION_REGISTER')),
      entered_by uuid not null references app_user,
      institution_id uuid not null references institution,
      entered_at timestamptz not null
    )`.execute(db);
  await sql`create index client_entry_by_client on client_entry (client_id, id)`.execute(db);
  await sql`create function client_entry_is_append_only() returns trigger language plpgsql as
    $$ begin raise exception 'an entry of a client file is never changed; what is true now is a new one'; end $$`.execute(db);
  await sql`create trigger append_only before update or delete on client_entry
    for each row execute function client_entry_is_append_only()`.execute(db);
  await sql`
    insert into client_entry (id, client_id, kind, content, valid_from, source, entered_by, institution_id, entered_at)
    select id, id, 'NAME', jsonb_build_object('kind', 'NAME', 'firstName', first_name, 'lastName', last_name),
      (registered_at at time zone 'Europe/Tallinn')::date, 'WORKER', entered_by, registered_by, registered_at
    from client`.execute(db);
  // Why a worker looked at a file that their institution has entered and does nothing about (REQ-143).
  await sql`
    create table client_opening (
      id uuid primary key,
      client_id uuid not null references client,
      worker_id uuid not null references app_user,
      institution_id uuid not null references institution,
      reason text not null,
      opened_at timestamptz not null,
      ends_at timestamptz not null
    )`.execute(db);
  await sql`create index client_opening_by_worker on client_opening (worker_id, ends_at)`.execute(db);
}
