import { type Kysely, sql } from 'kysely';

/** Functions of triggers that keep rows from being changed, each with what it says. */
const KEEPERS = [
  ['action_is_append_only', 'an action is never changed; a correction is a new one'],
  ['query_permit_is_immutable', 'a query permit is never changed'],
  ['client_entry_is_append_only', 'an entry of a client file is never changed; what is true now is a new one'],
  ['proceeding_step_is_append_only', 'a step that was taken is never changed'],
  ['intake_stays', 'an intake is never deleted'],
  ['employee_data_are_append_only', 'what was said of an employee is never changed; a change is a new version'],
] as const;

/**
 * What the end of a retention period (SHS § 145¹) needs of tables that otherwise nobody may take a row from: src/storage/erasing.ts. An archived
 * proceeding, when a worker left, and ids where a personal code was the only key.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  for (const [name, words] of KEEPERS) {
    await sql`
      create or replace function ${sql.ref(name)}() returns trigger language plpgsql as ${sql.raw(`$$
      begin
        if tg_op = 'DELETE' and current_setting('star.erasing', true) = 'on' then return old; end if;
        raise exception '${words}';
      end $$`)}`.execute(db);
  }
  await sql`alter table proceeding drop constraint proceeding_state,
    add constraint proceeding_state check (state in ('OPENED', 'SUSPENDED', 'CLOSED', 'ARCHIVED'))`.execute(db);
  // Each row that goes is looked for where another could refer to it: without these, in the whole of the other table.
  for (const [table, column] of [
    ['query', 'served_from'],
    ['action', 'correction_of'],
    ['intake', 'redirected_from'],
    ['client_entry', 'continues'],
  ] as const) {
    await sql`create index ${sql.ref(`${table}_by_${column}`)} on ${sql.table(table)} (${sql.ref(column)}) where ${sql.ref(column)} is not null`.execute(
      db,
    );
  }
  await sql`create index batch_person_by_proceeding on batch_person (proceeding_id)`.execute(db);
  await sql`create index query_by_permit on query (permit_id)`.execute(db);
  await sql`create index client_opening_by_client on client_opening (client_id)`.execute(db);
  await sql`create index change_notice_by_client on change_notice (client_id)`.execute(db);
  await sql`create index change_notice_by_proceeding on change_notice (proceeding_id)`.execute(db);
  await sql`create index proceeding_transfer_by_proceeding on proceeding_transfer (proceeding_id)`.execute(db);
  await sql`create index emergency_access_by_proceeding on emergency_access (proceeding_id)`.execute(db);

  await sql`alter table membership add column ended_at timestamptz`.execute(db);
  await sql`
    update membership set ended_at = coalesce(
      (select max(at) from audit_event where action = 'USER_DEACTIVATED' and object_id = user_id::text and details->>'institution' = membership.institution_id::text),
      now())
    where not active`.execute(db);
  await sql`alter table membership add check (active = (ended_at is null))`.execute(db);

  for (const table of ['subsistence_grant', 'carer_duty', 'carer_benefit']) {
    await sql`alter table ${sql.table(table)} add column id uuid not null unique default gen_random_uuid()`.execute(db);
    await sql`alter table ${sql.table(table)} alter id drop default`.execute(db);
  }

  // Whether any row of another table refers to this one by a foreign key, whichever areas have come since; `own` are columns that do not count.
  await sql`
    create function is_referred_to(target regclass, target_id uuid, own text[]) returns boolean language plpgsql stable as $$
    declare
      link record;
      found boolean;
    begin
      for link in
        select conrelid::regclass as referrer, attname as referring from pg_constraint
        join pg_attribute on attrelid = conrelid and attnum = conkey[1]
        where contype = 'f' and confrelid = target and cardinality(conkey) = 1 and not conrelid::regclass || '.' || attname = any(own)
      loop
        execute format('select exists (select from %s where %I = $1)', link.referrer, link.referring) into found using target_id;
        if found then return true; end if;
      end loop;
      return false;
    end $$`.execute(db);
}
