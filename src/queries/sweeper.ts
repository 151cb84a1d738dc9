import { type Clock, type Log, startRounds } from '../platform/index.ts';
import type { Database, JobQueue } from '../storage/index.ts';
import { putAside } from './put-aside.ts';
import { freeAbandoned, homeless, overdue } from './turn-store.ts';

/** How often the rows are held against the queue: 5 s. */
const EVERY_MS = 5000;
/** A query due for this long without having moved may have been lost by the queue: 30 s, well above a quiet register's usual wait. */
const LOST_AFTER_SECONDS = 30;
/** Turns put back per round, so that a flushed queue of any length comes back without one huge transaction. */
const AT_MOST = 1000;

/** A register that nobody works may be one that only the next release knows, whose workers are just starting: 1 h. */
const HOMELESS_AFTER_HOURS = 1;

interface SweepPorts {
  readonly database: Database;
  readonly queue: JobQueue;
  readonly clock: Clock;
  /** Those that are worked. */
  readonly registries: readonly string[];
}

/**
 * Puts back into the queue what it lost: the rows are the truth, the queue only so many turns. Where fewer turns wait than queries are overdue,
 * some were lost; a turn too many does no harm, since it finds nothing to claim. Gives how many were put back.
 */
export async function sweep({ database, queue, clock, registries }: SweepPorts): Promise<number> {
  const now = clock.now();
  const freed = await database.transaction(async (tx) => {
    const abandoned = await freeAbandoned(tx, now, AT_MOST);
    await queue.add(
      tx,
      abandoned.filter(({ registry }) => registries.includes(registry)).map(({ registry }) => ({ queue: registry })),
    );
    return abandoned.length;
  });
  for (const id of await homeless(database.db, registries, now.subtract({ hours: HOMELESS_AFTER_HOURS }))) {
    await database.transaction((tx) => putAside({ clock }, tx, id));
  }
  let lost = 0;
  for (const [registry, waitingRows] of await overdue(database.db, now.subtract({ seconds: LOST_AFTER_SECONDS }))) {
    if (!registries.includes(registry)) continue;
    const { waiting } = await queue.counts(registry);
    const missing = Math.min(waitingRows - waiting, AT_MOST);
    if (missing <= 0) continue;
    await database.transaction((tx) => queue.add(tx, Array(missing).fill({ queue: registry })));
    lost += missing;
  }
  return freed + lost;
}

/** Sweeps from time to time until the returned function is called, which waits for a sweep under way. */
export function startSweeper(ports: SweepPorts & { readonly log: Log }): () => Promise<void> {
  return startRounds(
    EVERY_MS,
    async () => {
      const swept = await sweep(ports);
      if (swept > 0) ports.log.warn({ swept }, 'queries put back into the queue');
    },
    (error) => ports.log.error({ err: error }, 'sweep failed'),
  );
}
