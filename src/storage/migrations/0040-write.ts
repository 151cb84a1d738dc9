import { type Kysely, sql } from 'kysely';

/** What writes need beside reads: what was fixed when one was asked, which attempts may have run, and that there is one of each. Owner: src/queries. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Beside the reason why it may leave stands what must not differ whenever it does: the permit is never changed.
  await sql`alter table query_permit add column fixed jsonb`.execute(db);
  await sql`alter table query add column write boolean not null default false`.execute(db);
  // Whatever the timing: one execution of a write in a proceeding, after it was answered too. Only one that the register refused, or that is
  // known not to have run, leaves room for another.
  await sql`create unique index query_write_once on query (proceeding_id, question_hash)
    where write and (state in ('QUEUED', 'SENT', 'RETRY_WAIT', 'HELD') or (state = 'ANSWERED' and answer_state <> 'REJECTED'))`.execute(db);
  await sql`drop index query_unsettled`.execute(db);
  await sql`create index query_unsettled on query (registry, state, enqueued_at)
    where state in ('QUEUED', 'SENT', 'RETRY_WAIT', 'FAULTED', 'FAILED', 'HELD')`.execute(db);
  // Null: nobody has told yet what came of it, and perhaps nobody will.
  await sql`alter table query_attempt
    add column purpose text not null default 'ASK' check (purpose in ('ASK', 'READ_BACK')),
    add column may_have_run boolean`.execute(db);
}
