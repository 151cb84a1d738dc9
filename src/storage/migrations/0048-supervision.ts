import { type Kysely, sql } from 'kysely';

/** What is counted of who asks, and the signals that follow from it. Owner: src/register/supervision. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // How far the audit chain has been judged: one row.
  await sql`
    create table supervision_cursor (
      single boolean primary key default true check (single),
      line bigint not null
    )`.execute(db);
  await sql`insert into supervision_cursor (line) values (0)`.execute(db);
  await sql`
    create table misuse_signal (
      id uuid primary key,
      rule text not null,
      -- What the signal is about, in the words of its rule: the same thing is a signal once.
      key text not null,
      at timestamptz not null,
      worker_id uuid,
      institution_id uuid not null,
      score smallint not null check (score between 1 and 100),
      evidence jsonb not null,
      state text not null default 'OPEN' check (state in ('OPEN', 'REVIEWED')),
      reviewed_by uuid,
      reviewed_at timestamptz,
      note text,
      unique (rule, key),
      check ((state = 'REVIEWED') = (reviewed_by is not null and reviewed_at is not null and note is not null))
    )`.execute(db);
  await sql`create index misuse_signal_by_institution on misuse_signal (institution_id, at)`.execute(db);
  await sql`create index misuse_signal_open on misuse_signal (id) where state = 'OPEN'`.execute(db);
  await sql`
    create table asking_hour (
      worker_id uuid not null,
      institution_id uuid not null,
      hour timestamptz not null,
      role text not null,
      questions integer not null,
      refusals integer not null,
      persons integer not null,
      primary key (worker_id, hour, institution_id)
    )`.execute(db);
  await sql`create index asking_hour_by_institution on asking_hour (institution_id, hour)`.execute(db);
  await sql`create index asking_hour_by_role on asking_hour (role, hour)`.execute(db);
  await sql`
    create table asking_person (
      worker_id uuid not null,
      institution_id uuid not null,
      hour timestamptz not null,
      proceeding_id uuid not null,
      client_id uuid not null,
      -- Whether it has been looked what followed from asking.
      followed boolean not null default false,
      primary key (worker_id, hour, proceeding_id, client_id, institution_id)
    )`.execute(db);
  await sql`create index asking_person_by_institution on asking_person (institution_id, hour)`.execute(db);
  await sql`create index asking_person_by_proceeding on asking_person (proceeding_id, hour)`.execute(db);
  await sql`create index asking_person_unfollowed on asking_person (hour) where not followed`.execute(db);
  // How a worker or an institution stands in the hour and the day: what asking is held against.
  await sql`
    create table asking_standing (
      -- A worker in their institution, or the institution itself: then its id stands in both.
      holder_id uuid not null,
      institution_id uuid not null,
      span text not null check (span in ('HOUR', 'DAY')),
      begins timestamptz not null,
      questions integer not null,
      persons integer not null,
      primary key (holder_id, institution_id, span)
    )`.execute(db);
  await sql`create index asking_standing_now on asking_standing (span, begins)`.execute(db);
  // How many people somebody of a role usually asks about in an hour in which they ask, as known at the beginning of a day.
  await sql`
    create table usual_pace (
      role text not null,
      day timestamptz not null,
      persons real not null,
      primary key (role, day)
    )`.execute(db);
}
