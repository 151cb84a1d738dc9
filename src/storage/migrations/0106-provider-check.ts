import { type Kysely, sql } from 'kysely';

/** What a provider has turned out to be at Äriregister. Owner: src/register/organisations. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`
    alter table provider
      add check_state text not null default 'WAITING'
        check (check_state in ('WAITING', 'CONFIRMED', 'NAME_DIFFERS', 'NOT_ACTIVE', 'NOT_FOUND')),
      add check_due_at timestamptz not null default now(),
      add check_tries integer not null default 0,
      add registered_name text,
      add checked_at timestamptz,
      add check ((checked_at is null) = (check_state = 'WAITING'))`.execute(db);
  await sql`alter table provider alter check_due_at drop default`.execute(db);
  await sql`create index provider_unchecked on provider (check_due_at) where check_state = 'WAITING'`.execute(db);
}
