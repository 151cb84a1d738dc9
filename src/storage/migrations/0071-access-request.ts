import { type Kysely, sql } from 'kysely';

/** Signed requests for access where an institution's administrator cannot give or end it. Owner: src/register/access. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table access_request (
      id uuid primary key,
      type text not null,
      policy text not null check (policy in ('SINGLE_SIGNATURE', 'DUAL_SIGNATURE')),
      institution_id uuid not null references institution,
      name text not null,
      personal_code text not null,
      job_title text,
      roles text[],
      email text,
      -- The signed document: what it is called, what it hashes to, and who is said to have signed it as what.
      signature jsonb,
      entered_by uuid not null references app_user,
      entered_at timestamptz not null,
      state text not null default 'SUBMITTED' check (state in ('SUBMITTED', 'APPROVED', 'REJECTED')),
      decided_by uuid references app_user,
      decided_at timestamptz,
      reason text,
      -- Never the same person, whatever the program says.
      check (decided_by <> entered_by),
      check ((state = 'SUBMITTED') = (decided_by is null)),
      check ((state = 'SUBMITTED') = (decided_at is null)),
      check ((state = 'REJECTED') = (reason is not null))
    )`.execute(db);
  await sql`create index access_request_waiting on access_request (id) where state = 'SUBMITTED'`.execute(db);
}
