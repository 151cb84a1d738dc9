import { type Kysely, sql } from 'kysely';

/** A notice waits in its box as long as nobody is in the register whose matter it could be. Owner: src/services. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table received_notice add column waiting boolean not null default false`.execute(db);
  await sql`create index received_notice_waiting on received_notice (id) where waiting`.execute(db);
}
