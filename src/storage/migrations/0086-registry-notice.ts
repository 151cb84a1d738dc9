import { type Kysely, sql } from 'kysely';

/** What the population register has told of clients, and what institutions have done about it. Owner: src/register/notices. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table registry_notice (
      id uuid primary key,
      institution_id uuid not null references institution,
      client_id uuid not null references client,
      kind text not null check (kind in ('DEATH', 'RESIDENCE', 'NAME', 'PERSONAL_CODE', 'CUSTODY', 'GUARDIANSHIP', 'OTHER')),
      desk text not null check (desk in ('GENERAL', 'ADOPTION', 'VICTIM')),
      work text[] not null,
      -- Keyed: tells one change from another, and nobody what has changed.
      fingerprint text not null,
      feed text not null,
      event_date date,
      query_id uuid,
      told_at timestamptz not null,
      received_at timestamptz not null,
      state text not null check (state in ('OPEN', 'IN_REVIEW', 'RESOLVED', 'IRRELEVANT')),
      resolved_by uuid references app_user,
      resolved_at timestamptz,
      version integer not null,
      check ((state = 'RESOLVED') = (resolved_by is not null)),
      check ((resolved_by is null) = (resolved_at is null))
    )`.execute(db);
  await sql`create index registry_notice_shown on registry_notice (institution_id, id) where state in ('OPEN', 'IN_REVIEW')`.execute(db);
  await sql`create index registry_notice_by_institution on registry_notice (institution_id, id)`.execute(db);
  await sql`create index registry_notice_by_client on registry_notice (client_id, institution_id)`.execute(db);
  await sql`create index change_notice_by_query on change_notice (query_id)`.execute(db);
  await sql`
    create table notice_item (
      notice_id uuid not null references registry_notice,
      code text not null,
      mandatory boolean not null,
      done text not null check (done in ('ENDED', 'SAID')),
      -- What it is about: type, id, number, and whether it was open when this was written.
      objects jsonb not null,
      state text not null check (state in ('OPEN', 'DONE', 'EXPLAINED')),
      outcome text check (outcome in ('DONE', 'NOT_APPLICABLE', 'END', 'KEEP')),
      reason text,
      covers uuid[],
      settled_by uuid references app_user,
      settled_at timestamptz,
      primary key (notice_id, code),
      check ((outcome is null) = (settled_by is null) and (outcome is null) = (settled_at is null) and (outcome is null) = (covers is null)),
      check (outcome is null or outcome not in ('NOT_APPLICABLE', 'KEEP') or reason is not null)
    )`.execute(db);
}
