import { type Clock, type Failure, fail, failure, ok, type Result } from '../platform/index.ts';
import { type AuditActor, appendAudit } from '../register/audit/index.ts';
import { holdProceeding } from '../register/proceedings/index.ts';
import type { Database, JobQueue, Tx } from '../storage/index.ts';
import { findLost } from './attempt-store.ts';
import type { QueryErrorCode } from './errors.ts';
import type { QueryEvents } from './events.ts';
import { discardQuery, lockQuery, requeueQuery } from './operation-store.ts';
import { findQuery } from './store.ts';

export interface OperationPorts {
  readonly database: Database;
  readonly queue: JobQueue;
  readonly clock: Clock;
  readonly registries: readonly string[];
  readonly events: Pick<QueryEvents, 'publish'>;
}

type Refused = Failure<QueryErrorCode>;

/** Sends a failed query round again, as long as its proceeding is open. */
export async function retryQuery(
  ports: OperationPorts,
  tx: Tx,
  operator: AuditActor,
  queryId: string,
  reason: string,
): Promise<Result<void, Refused>> {
  const found = await findQuery(tx, queryId);
  if (found === undefined) return fail(failure('QUERY_NOT_FOUND'));
  const proceeding = await holdProceeding(tx, found.proceedingId);
  if (proceeding?.state !== 'OPENED') return fail(failure('QUERY_NOT_RETRYABLE'));
  const at = ports.clock.now();
  const query = await requeueQuery(tx, queryId, at);
  if (query === undefined) return fail(failure('QUERY_NOT_RETRYABLE'));
  await ports.queue.add(tx, [{ queue: query.registry }]);
  await appendAudit(tx, {
    action: 'QUERY_RETRIED',
    at,
    actor: operator,
    object: { type: 'query', id: queryId },
    proceedingId: query.proceedingId,
    outcome: 'DONE',
    details: { reason },
  });
  return ok(undefined);
}

/**
 * Gives up a query that has no answer yet. Its job, should the queue still hold it, finds nothing to claim. A write that is under way or may have
 * been carried out is not given up like that: what came of it would never be known.
 */
export async function discardOne(
  ports: OperationPorts,
  tx: Tx,
  operator: AuditActor,
  queryId: string,
  reason: string,
): Promise<Result<void, Refused>> {
  const found = await lockQuery(tx, queryId);
  if (found === undefined) return fail(failure('QUERY_NOT_FOUND'));
  if (found.write && (found.state === 'SENT' || (await findLost(tx, queryId)) !== undefined)) return fail(failure('WRITE_NOT_SETTLED'));
  const query = await discardQuery(tx, queryId);
  if (query === undefined) return fail(failure('QUERY_NOT_RETRYABLE'));
  const { proceedingId } = query;
  ports.database.afterCommit(() => ports.events.publish({ proceedingId, queryId, state: 'CANCELLED', answerState: null }));
  const at = ports.clock.now();
  await appendAudit(tx, {
    action: 'QUERY_DISCARDED',
    at,
    actor: operator,
    object: { type: 'query', id: queryId },
    proceedingId: query.proceedingId,
    outcome: 'DONE',
    details: { reason },
  });
  return ok(undefined);
}
