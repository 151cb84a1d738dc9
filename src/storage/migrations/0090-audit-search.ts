import { type Kysely, sql } from 'kysely';

/** How the log is searched: by who did something, and by a person of whom there is no file here. Owner: src/register/audit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index audit_event_by_user on audit_event (user_id, at) where user_id is not null`.execute(db);
  await sql`create index audit_event_by_subject on audit_event ((details->>'subject'), at) where details ? 'subject'`.execute(db);
}
