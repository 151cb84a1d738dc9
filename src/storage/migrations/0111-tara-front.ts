import { type Kysely, sql } from 'kysely';

/** From which front-end somebody was sent to TARA stands in the state that they bring back, tied to their secret. Owner: src/register/access. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table tara_sign_in drop column front`.execute(db);
}
