import { type Kysely, sql } from 'kysely';

/** What workers say of themselves, and what their institution has of them, version by version. Owner: src/register/organisations; of the mark, src/register/access. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table app_user add column profile_filled boolean not null default false`.execute(db);
  await sql`
    create table employee_profile (
      user_id uuid not null references app_user,
      version integer not null,
      education_level text,
      email text not null,
      phone text not null,
      entered_by uuid not null references app_user,
      entered_at timestamptz not null,
      primary key (user_id, version)
    )`.execute(db);
  await sql`
    create table employee_post (
      user_id uuid not null references app_user,
      institution_id uuid not null references institution,
      version integer not null,
      position text not null,
      department_id uuid references department,
      valid_from date not null,
      valid_to date,
      entered_by uuid not null references app_user,
      entered_at timestamptz not null,
      primary key (institution_id, user_id, version),
      check (valid_to >= valid_from)
    )`.execute(db);
  await sql`create function employee_data_are_append_only() returns trigger language plpgsql as
    $$ begin raise exception 'what was said of an employee is never changed; a change is a new version'; end $$`.execute(db);
  for (const table of ['employee_profile', 'employee_post']) {
    await sql`create trigger append_only before update or delete on ${sql.table(table)}
      for each row execute function employee_data_are_append_only()`.execute(db);
  }
}
