import { type Kysely, sql } from 'kysely';

/** Months of granted subsistence benefit, a row for each member of the household. Owner: src/services, until the benefits area takes it over. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table subsistence_grant (
      personal_code text not null,
      -- '2026-11': sorts as the calendar does.
      month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      first_name text not null,
      last_name text not null,
      primary key (personal_code, month)
    )`.execute(db);
}
