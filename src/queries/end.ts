import { type Clock, type Failure, fail, failure, ok, type Result } from '../platform/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import type { Database, Tx } from '../storage/index.ts';
import { dropPeopleOf } from './batches/index.ts';
import type { QueryEvents } from './events.ts';
import { endQueriesOf, hasUnsettledWrite } from './store.ts';

/**
 * What ends with a proceeding, inside the transaction that closes it: what waits is cancelled, what was answered is purged, and the log says so.
 * Refused while a write has not settled: what was accepted is not dropped.
 */
export async function endQueries(
  { database, clock, events }: { readonly database: Database; readonly clock: Clock; readonly events: Pick<QueryEvents, 'publish'> },
  tx: Tx,
  proceedingId: string,
): Promise<Result<void, Failure<'WRITE_NOT_SETTLED'>>> {
  if (await hasUnsettledWrite(tx, proceedingId)) return fail(failure('WRITE_NOT_SETTLED'));
  const cancelled = await endQueriesOf(tx, proceedingId);
  await dropPeopleOf(tx, proceedingId);
  // Whoever has one of them under way stops it.
  database.afterCommit(() => {
    for (const { id } of cancelled) events.publish({ proceedingId, queryId: id, state: 'CANCELLED', answerState: null });
  });
  await appendAudit(tx, {
    action: 'ANSWERS_PURGED',
    at: clock.now(),
    system: 'queries',
    object: { type: 'proceeding', id: proceedingId },
    proceedingId,
    outcome: 'DONE',
    details: { cancelled: cancelled.length },
  });
  return ok(undefined);
}
