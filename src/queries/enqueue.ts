import type { Temporal } from '../platform/index.ts';
import type { JobQueue, Tx } from '../storage/index.ts';
import type { Query } from './query.ts';

/** Gives the queue a job for a query that is due later. */
export async function enqueueAt(
  queue: JobQueue,
  tx: Tx,
  { id, registry, priority }: Pick<Query, 'id' | 'registry' | 'priority'>,
  dueAt: Temporal.Instant,
  now: Temporal.Instant,
): Promise<void> {
  const delayMs = Math.max(0, Math.ceil(dueAt.since(now).total('milliseconds')));
  await queue.add(tx, [{ queue: registry, queryId: id, priority, delayMs }]);
}
