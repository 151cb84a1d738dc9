import { type Kysely, sql } from 'kysely';

/** Client files (owner: src/register/people). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table client (
      id uuid primary key,
      personal_code text unique,
      internal_code text unique,
      first_name text not null,
      last_name text not null,
      birth_date date,
      sex text,
      registered_by uuid not null references institution,
      registered_at timestamptz not null,
      -- Either a personal code, from which birth date and sex follow, or a code of STAR's own (INV-02).
      check ((personal_code is null) <> (internal_code is null)),
      check (personal_code is null or (birth_date is not null and sex is not null))
    )`.execute(db);
  await sql`create index client_by_name on client (registered_by, lower(last_name) text_pattern_ops)`.execute(db);
}
