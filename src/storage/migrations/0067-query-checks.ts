import { type Kysely, sql } from 'kysely';

/** A row that is mended by hand can still not say what no program would read: the engine would stumble over it at every turn. Owner: src/queries. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`
    alter table query
      add constraint query_state_known check (
        state in ('QUEUED', 'SENT', 'RETRY_WAIT', 'ANSWERED', 'HELD', 'FAULTED', 'FAILED', 'CANCELLED', 'PURGED')),
      add constraint query_class_known check (class between 1 and 4),
      add constraint query_attempt_counted check (attempt >= 0),
      add constraint query_due_when_waiting check (state <> 'RETRY_WAIT' or not_before is not null),
      add constraint query_leased_when_sent check (state <> 'SENT' or lease_until is not null)`.execute(db);
}
