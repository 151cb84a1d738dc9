import { type Kysely, sql } from 'kysely';

/**
 * Whose turn it is at a register is decided from the rows: by class of work, by institution and worker, by when it is wanted. A job of the queue
 * says only that there is a turn. Owner: src/queries; the outbox is src/storage/queue-outbox.ts's.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table query add column class smallint, add column user_id uuid, add column wanted_by timestamptz`.execute(db);
  await sql`update query q set class = 3, user_id = p.user_id, wanted_by = q.asked_at from query_permit p where p.id = q.permit_id`.execute(
    db,
  );
  await sql`
    alter table query
      alter column class set not null,
      alter column user_id set not null,
      alter column wanted_by set not null,
      drop column priority`.execute(db);
  await sql`create index query_turn on query (registry, class, institution_id, user_id, wanted_by) where state = 'QUEUED'`.execute(db);
  await sql`create index query_due_later on query (registry, not_before) where state = 'RETRY_WAIT'`.execute(db);
  await sql`create index query_running on query (registry, institution_id, user_id) where state = 'SENT'`.execute(db);
  // What was under way is put back by the sweeper.
  await sql`delete from queue_outbox`.execute(db);
  await sql`alter table queue_outbox drop column query_id, drop column priority`.execute(db);
}
