import type { Temporal } from '../platform/index.ts';
import type { JobQueue, Tx } from '../storage/index.ts';
import type { Query } from './query.ts';

/** Asks the queue for a turn when a query is due. */
export async function enqueueAt(
  queue: JobQueue,
  tx: Tx,
  { registry }: Pick<Query, 'registry'>,
  dueAt: Temporal.Instant,
  now: Temporal.Instant,
): Promise<void> {
  const delayMs = Math.max(0, Math.ceil(dueAt.since(now).total('milliseconds')));
  await queue.add(tx, [{ queue: registry, delayMs }]);
}
