import { type Kysely, sql } from 'kysely';

/** By what a session's person has shown who they are, and sign-ins that are under way at TARA. Owner: src/register/access. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`delete from session`.execute(db);
  await sql`alter table session add column auth_method text not null, add column auth_level text not null`.execute(db);
  // Known by the hash of a secret that only the browser has: what stands here signs nobody in.
  await sql`
    create table tara_sign_in (
      secret_hash bytea primary key,
      begun_at timestamptz not null,
      answered_at timestamptz,
      personal_code text,
      name text,
      auth_method text,
      auth_level text,
      check (num_nulls(personal_code, name, auth_method, auth_level) in (0, 4)),
      check (personal_code is null or answered_at is not null)
    )`.execute(db);
  await sql`create index tara_sign_in_by_age on tara_sign_in (begun_at)`.execute(db);
}
