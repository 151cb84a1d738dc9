import { type Kysely, sql } from 'kysely';

/** What a table of the log's lines has beside its columns. */
const INDEXES = [
  'create index audit_event_by_proceeding on audit_event (proceeding_id, at)',
  'create index audit_event_by_client on audit_event (client_id, at)',
  'create index audit_event_by_user on audit_event (user_id, at) where user_id is not null',
  `create index audit_event_by_subject on audit_event ((details->>'subject'), at) where details ? 'subject'`,
] as const;

/**
 * The log in a table for each month (UTC), so that an old month goes as a whole, without a look at the others. Seals and what waits for one say of
 * when their line is, so that it is looked for in one month alone. Owner: src/register/audit.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table audit_event rename to audit_event_whole`.execute(db);
  for (const index of [
    'audit_event_pkey',
    'audit_event_by_proceeding',
    'audit_event_by_client',
    'audit_event_by_user',
    'audit_event_by_subject',
  ])
    await sql`alter index ${sql.ref(index)} rename to ${sql.ref(`${index}_whole`)}`.execute(db);
  await sql`
    create table audit_event (like audit_event_whole including defaults, primary key (id, at)) partition by range (at)`.execute(db);
  for (const index of INDEXES) await sql.raw(index).execute(db);
  await sql`create trigger append_only before update or delete on audit_event for each row execute function audit_is_append_only()`.execute(
    db,
  );
  await sql`create trigger never_emptied before truncate on audit_event for each statement execute function audit_is_append_only()`.execute(
    db,
  );
  // Where a line goes whose month nobody has made: late is better than not written. It is empty as long as all goes well.
  await sql`create table audit_event_rest partition of audit_event default`.execute(db);
  await sql`create trigger never_emptied before truncate on audit_event_rest for each statement execute function audit_is_append_only()`.execute(
    db,
  );

  // Made apart and then attached: writers wait for nothing. One that there is already, or of which lines lie among the rest, is left as it is.
  await sql`
    create function make_audit_month(day date) returns boolean language plpgsql as $$
    declare
      first timestamptz := date_trunc('month', day)::timestamp at time zone 'UTC';
      next timestamptz := (date_trunc('month', day) + interval '1 month')::timestamp at time zone 'UTC';
      month text := 'audit_event_' || to_char(day, 'YYYY_MM');
    begin
      perform pg_advisory_xact_lock(hashtextextended('audit_event', 0));
      if to_regclass(month) is not null or exists (select from audit_event_rest where at >= first and at < next) then return false; end if;
      execute format('create table %I (like audit_event including defaults)', month);
      execute format('alter table audit_event attach partition %I for values from (%L) to (%L)', month, first, next);
      execute format('create trigger never_emptied before truncate on %I for each statement execute function audit_is_append_only()', month);
      return true;
    end $$`.execute(db);
  await sql`select make_audit_month(month::date) from (
    select distinct date_trunc('month', at at time zone 'UTC') as month from audit_event_whole
    union select date_trunc('month', now() at time zone 'UTC') + make_interval(months => ahead) from generate_series(0, 2) ahead) months`.execute(
    db,
  );
  await sql`insert into audit_event select * from audit_event_whole`.execute(db);

  // Lines that go leave the hash of the last of them, from which the rest is walked: what was sealed behind it still covers it.
  await sql`
    create table audit_anchor (
      single boolean primary key default true check (single),
      line bigint not null,
      hash bytea not null,
      -- Lines from before are gone, a month at a time.
      gone_before timestamptz not null,
      -- Of those, the last number, and how many numbers behind the anchor: at a month's turn lines are sealed in another order than they were written.
      last_line bigint not null,
      stragglers integer not null
    )`.execute(db);
  await sql`alter table audit_seal add column at timestamptz`.execute(db);
  await sql`alter table audit_seal disable trigger append_only`.execute(db);
  await sql`update audit_seal set at = audit_event_whole.at from audit_event_whole where audit_event_whole.id = event_id`.execute(db);
  await sql`alter table audit_seal enable trigger append_only`.execute(db);
  await sql`alter table audit_seal alter at set not null`.execute(db);
  await sql`create function audit_seal_is_kept() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' and old.line <= (select line from audit_anchor) then return old; end if;
      raise exception 'the audit log is append-only';
    end $$`.execute(db);
  await sql`drop trigger append_only on audit_seal`.execute(db);
  await sql`create trigger append_only before update or delete on audit_seal for each row execute function audit_seal_is_kept()`.execute(
    db,
  );

  await sql`alter table audit_unsealed add column at timestamptz`.execute(db);
  await sql`update audit_unsealed set at = audit_event_whole.at from audit_event_whole where audit_event_whole.id = event_id`.execute(db);
  await sql`alter table audit_unsealed alter at set not null`.execute(db);
  await sql`create or replace function audit_awaits_sealing() returns trigger language plpgsql as
    $$ begin insert into audit_unsealed (event_id, at) select id, at from appended; return null; end $$`.execute(db);
  await sql`create trigger awaits_sealing after insert on audit_event referencing new table as appended
    for each statement execute function audit_awaits_sealing()`.execute(db);
  await sql`drop table audit_event_whole`.execute(db);
}
