import { type Kysely, sql } from 'kysely';

/** How far each register's feed of changes has been read, and what it told of people in open proceedings. Owner: src/queries. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table change_feed (
      code text primary key,
      registry text not null,
      -- Up to where it has been read: a moment, a day, or a place in the register's own log.
      cursor text not null,
      due_at timestamptz not null,
      lease_until timestamptz,
      -- The fencing number of the latest look.
      look integer not null default 0,
      failures integer not null default 0,
      read_at timestamptz,
      code_of_failure text
    )`.execute(db);
  await sql`
    create table change_notice (
      id uuid primary key,
      feed text not null,
      client_id uuid not null references client,
      proceeding_id uuid not null references proceeding,
      institution_id uuid not null,
      new_personal_code boolean not null,
      told_at timestamptz not null,
      -- The query that was made of it; null when none could be.
      query_id uuid references query,
      -- What has changed: known when the query is answered.
      kinds text,
      explained_at timestamptz
    )`.execute(db);
  // Somebody of whom the register tells again before the query is answered has one notice.
  await sql`create unique index change_notice_open on change_notice (proceeding_id, client_id) where explained_at is null`.execute(db);
  await sql`create index change_notice_by_institution on change_notice (institution_id, id)`.execute(db);
}
