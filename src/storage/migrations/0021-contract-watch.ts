import { type Kysely, sql } from 'kysely';

/** What the watch over the registers' contracts has found: one row for each query type, and one that says when it last looked. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`
    create table contract_finding (
      type_code text primary key,
      registry text not null,
      state text not null check (state in ('SAME', 'CHANGED', 'BROKEN')),
      differences text not null,
      since timestamptz not null,
      checked_at timestamptz not null,
      accepted text
    )`.execute(db);
  await sql`
    create table contract_watch (
      single boolean primary key default true check (single),
      started_at timestamptz not null,
      requested_at timestamptz not null
    )`.execute(db);
  await sql`insert into contract_watch (started_at, requested_at) values ('1970-01-01', '1970-01-01')`.execute(db);
}
