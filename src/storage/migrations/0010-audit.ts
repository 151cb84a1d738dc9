import { type Kysely, sql } from 'kysely';

/** The append-only log and its seals. Owner: src/register/audit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_event (
      id uuid primary key,
      at timestamptz not null,
      action text not null,
      outcome text not null,
      code text,
      user_id uuid,
      institution_id uuid,
      roles text[],
      system text,
      object_type text,
      object_id text,
      client_id uuid,
      proceeding_id uuid,
      details jsonb
    )`.execute(db);
  await sql`create index audit_event_by_proceeding on audit_event (proceeding_id, at)`.execute(db);
  await sql`create index audit_event_by_client on audit_event (client_id, at)`.execute(db);
  // The chain is a table of its own, so that a line is never touched again, not even to be sealed.
  await sql`
    create table audit_seal (
      line bigint primary key,
      event_id uuid not null unique,
      hash bytea not null
    )`.execute(db);
  // What is still to be sealed, so that the sealer need not look for it in the whole log.
  await sql`create table audit_unsealed (event_id uuid primary key)`.execute(db);
  await sql`create function audit_awaits_sealing() returns trigger language plpgsql as
    $$ begin insert into audit_unsealed select id from appended; return null; end $$`.execute(db);
  await sql`create trigger awaits_sealing after insert on audit_event referencing new table as appended
    for each statement execute function audit_awaits_sealing()`.execute(db);
  await sql`create function audit_is_append_only() returns trigger language plpgsql as
    $$ begin raise exception 'the audit log is append-only'; end $$`.execute(db);
  for (const table of ['audit_event', 'audit_seal']) {
    await sql`create trigger append_only before update or delete on ${sql.table(table)} for each row execute function audit_is_append_only()`.execute(
      db,
    );
    await sql`create trigger never_emptied before truncate on ${sql.table(table)} for each statement execute function audit_is_append_only()`.execute(
      db,
    );
  }
}
