import { type Kysely, sql } from 'kysely';

/** Access to a proceeding that is not one's own, for an hour, by a second person's leave. Owner: src/register/emergency. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table emergency_access (
      id uuid primary key,
      proceeding_id uuid not null references proceeding,
      worker_id uuid not null references app_user,
      institution_id uuid not null references institution,
      justification text not null,
      asked_at timestamptz not null,
      decide_by timestamptz not null,
      state text not null default 'REQUESTED' check (state in ('REQUESTED', 'APPROVED', 'REFUSED')),
      decided_by uuid references app_user,
      decided_at timestamptz,
      ends_at timestamptz,
      -- Never the same person, whatever the program says.
      check (decided_by <> worker_id),
      check ((state = 'REQUESTED') = (decided_by is null)),
      check ((state = 'APPROVED') = (ends_at is not null))
    )`.execute(db);
  await sql`create index emergency_access_live on emergency_access (worker_id, ends_at) where state = 'APPROVED'`.execute(db);
  await sql`create index emergency_access_by_institution on emergency_access (institution_id, id)`.execute(db);
}
