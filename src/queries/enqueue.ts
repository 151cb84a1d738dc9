import type { Temporal } from '../platform/index.ts';
import type { JobQueue, Turn, Tx } from '../storage/index.ts';
import type { Query } from './query.ts';

/** The turn of a query that is due at a moment. */
export function turnAt({ registry }: Pick<Query, 'registry'>, dueAt: Temporal.Instant, now: Temporal.Instant): Turn {
  return { queue: registry, delayMs: Math.max(0, Math.ceil(dueAt.since(now).total('milliseconds'))) };
}

/** Asks the queue for a turn when a query is due. */
export async function enqueueAt(
  queue: JobQueue,
  tx: Tx,
  query: Pick<Query, 'registry'>,
  dueAt: Temporal.Instant,
  now: Temporal.Instant,
): Promise<void> {
  await queue.add(tx, [turnAt(query, dueAt, now)]);
}
