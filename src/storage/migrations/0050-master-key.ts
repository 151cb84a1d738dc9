import { type Kysely, sql } from 'kysely';

/** Which master keys there are, and which of them wraps what is new. Owner: src/storage/master-key-store.ts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Proceedings have keys, and so have batches, declarations, other registers' orders and the installation itself.
  await sql`alter table data_key rename column proceeding_id to owner_id`.execute(db);
  await sql`
    create table master_key (
      version integer primary key,
      -- Nothing, sealed under the key: a key at hand can be told from another without opening anything else.
      proof bytea not null,
      state text not null check (state in ('CURRENT', 'EARLIER', 'RETIRED')),
      since timestamptz not null default now()
    )`.execute(db);
  await sql`create unique index master_key_current on master_key (state) where state = 'CURRENT'`.execute(db);
}
