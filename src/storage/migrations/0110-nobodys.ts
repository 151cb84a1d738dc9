import { type Kysely, sql } from 'kysely';

/** What an institution has under way, found without a look at all that is over: of it that is looked for which nobody there has in hand. Owner: src/register/proceedings. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create index proceeding_under_way on proceeding (institution_id, id) where state in ('OPENED', 'SUSPENDED')`.execute(db);
  await sql`create index intake_waiting_at on intake (institution_id, id) where state = 'REGISTERED'`.execute(db);
}
