import { type Kysely, sql } from 'kysely';

/** What a worker has under way, found by whose it is. Owner: src/register/proceedings. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index proceeding_by_owner on proceeding (owner_id, id) where state in ('OPENED', 'SUSPENDED')`.execute(db);
  await sql`create index intake_waiting on intake (registered_by, id) where state = 'REGISTERED'`.execute(db);
}
