import { type Kysely, sql } from 'kysely';

/** Institutions (owner: src/register/organisations); users, memberships, sessions (owner: src/register/access); idempotency keys (owner: src/api). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table institution (
      id uuid primary key,
      registry_code text not null unique,
      name text not null,
      kind text not null,
      ehak_code text
    )`.execute(db);
  await sql`
    create table app_user (
      id uuid primary key,
      username text not null unique,
      personal_code text not null unique,
      name text not null,
      password_hash text not null,
      active boolean not null default true,
      failures smallint not null default 0,
      locked_until timestamptz
    )`.execute(db);
  await sql`
    create table membership (
      user_id uuid not null references app_user,
      institution_id uuid not null references institution,
      roles text[] not null,
      primary key (user_id, institution_id)
    )`.execute(db);
  await sql`
    create table session (
      id uuid primary key,
      token_hash bytea not null unique,
      user_id uuid not null,
      institution_id uuid not null,
      started_at timestamptz not null,
      seen_at timestamptz not null,
      foreign key (user_id, institution_id) references membership
    )`.execute(db);
  await sql`create index session_by_user on session (user_id)`.execute(db);
  // What a key was used for, and what came of it: never the answer itself, which may hold personal data and is shown anew.
  await sql`
    create table idempotency_key (
      user_id uuid not null,
      key text not null,
      request_hash bytea not null,
      status smallint not null,
      made text not null,
      location text,
      used_at timestamptz not null,
      primary key (user_id, key)
    )`.execute(db);
  await sql`create index idempotency_key_by_age on idempotency_key (used_at)`.execute(db);
}
