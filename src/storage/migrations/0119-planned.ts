import { type Kysely, sql } from 'kysely';

/** What is still planned in a proceeding, found without a look at all that was done: of it that is looked for which nobody has in hand. Owner: src/register/proceedings. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create index action_planned_in on action (proceeding_id, id) where state = 'PLANNED'`.execute(db);
}
