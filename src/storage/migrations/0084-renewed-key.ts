import { type Kysely, sql } from 'kysely';

/** An owner whose key was destroyed may get another: a proceeding that is reopened, or passes to another institution. Owner: src/storage/data-key-store.ts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table data_key add column generation integer not null default 1`.execute(db);
  // No index over what destroying changes: it overwrites the key on its own page, and leaves no other copy of the row.
  await sql`alter table data_key drop constraint data_key_pkey, add primary key (owner_id, generation)`.execute(db);
}
