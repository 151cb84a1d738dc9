import { type Kysely, sql } from 'kysely';

/** One data key per proceeding, wrapped by the master key. Owner: src/storage/data-keys.ts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A destroyed key must not live on in a dead row version: room on the page for the overwriting one (fillfactor), and vacuum at once.
  await sql`
    create table data_key (
      proceeding_id uuid primary key,
      wrapped_key bytea,
      master_key_version integer not null,
      created_at timestamptz not null default now(),
      destroyed_at timestamptz,
      constraint data_key_destroyed_or_not check ((wrapped_key is null) = (destroyed_at is not null))
    ) with (fillfactor = 70, autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0)`.execute(db);
  // Whoever could put a key back into a closed proceeding could read its answers again.
  await sql`create function data_key_stays_destroyed() returns trigger language plpgsql as
    $$ begin raise exception 'a destroyed data key never comes back'; end $$`.execute(db);
  await sql`create trigger data_key_stays_destroyed before update or delete on data_key
    for each row when (old.destroyed_at is not null) execute function data_key_stays_destroyed()`.execute(db);
}
