import { type Clock, type Log, startRounds } from '../platform/index.ts';
import type { Database, JobQueue } from '../storage/index.ts';
import { takeStrays } from './store.ts';

/** How often the rows are held against the queue: 5 s. */
const EVERY_MS = 5000;
/** A query due for this long without having moved is taken for lost by the queue: 30 s, well above a busy queue's usual wait for one registry. */
const LOST_AFTER_SECONDS = 30;
/** Strays put back per round, so that a flushed queue of any length comes back without one huge transaction. */
const AT_MOST = 1000;

/**
 * Puts back into the queue what it lost: the rows are the truth, the queue only an order of work. A job put back twice does no harm, since a
 * query is claimed once.
 */
export async function sweep(ports: { database: Database; queue: JobQueue; clock: Clock }): Promise<number> {
  return ports.database.transaction(async (tx) => {
    const now = ports.clock.now();
    const strays = await takeStrays(tx, now, now.subtract({ seconds: LOST_AFTER_SECONDS }), AT_MOST);
    await ports.queue.add(
      tx,
      strays.map(({ id, registry, priority }) => ({ queue: registry, queryId: id, priority })),
    );
    return strays.length;
  });
}

/** Sweeps from time to time until the returned function is called, which waits for a sweep under way. */
export function startSweeper(ports: { database: Database; queue: JobQueue; clock: Clock; log: Log }): () => Promise<void> {
  return startRounds(
    EVERY_MS,
    async () => {
      const swept = await sweep(ports);
      if (swept > 0) ports.log.warn({ swept }, 'queries put back into the queue');
    },
    (error) => ports.log.error({ err: error }, 'sweep failed'),
  );
}
