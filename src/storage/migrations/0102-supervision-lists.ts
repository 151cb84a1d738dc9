import { type Kysely, sql } from 'kysely';

/** People a look at whom is always a signal, and how many people's data leave on paper or in files. Owner: src/register/supervision. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table listed_person (
      id uuid primary key,
      personal_code text not null,
      reason text not null,
      listed_by uuid not null references app_user,
      listed_at timestamptz not null,
      -- The last day: nobody is listed for good.
      until date not null
    )`.execute(db);
  await sql`create index listed_person_by_code on listed_person (personal_code)`.execute(db);
  await sql`
    create table taking_hour (
      worker_id uuid not null,
      institution_id uuid not null,
      hour timestamptz not null,
      kind text not null check (kind in ('PRINT', 'EXPORT')),
      role text not null,
      persons integer not null,
      primary key (worker_id, hour, institution_id, kind)
    )`.execute(db);
  await sql`create index taking_hour_by_role on taking_hour (role, kind, hour)`.execute(db);
}
