import { type Clock, type Failure, fail, failure, ok, type Result } from '../platform/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import type { Tx } from '../storage/index.ts';
import { dropPeopleOf } from './batches/index.ts';
import { endQueriesOf, hasUnsettledWrite } from './store.ts';

/**
 * What ends with a proceeding, inside the transaction that closes it: what waits is cancelled, what was answered is purged, and the log says so.
 * Refused while a write has not settled: what was accepted is not dropped.
 */
export async function endQueries(tx: Tx, clock: Clock, proceedingId: string): Promise<Result<void, Failure<'WRITE_NOT_SETTLED'>>> {
  if (await hasUnsettledWrite(tx, proceedingId)) return fail(failure('WRITE_NOT_SETTLED'));
  const cancelled = await endQueriesOf(tx, proceedingId);
  await dropPeopleOf(tx, proceedingId);
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
