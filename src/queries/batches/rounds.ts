import { startRounds } from '../../platform/index.ts';
import { pausedRegistries } from '../registry-control.ts';
import { advance, type BatchPorts } from './advance.ts';
import { closeOutlived } from './close.ts';
import { findDue } from './store.ts';

/** How often the rows are looked at: 2 s, so that an order leaves while the worker looks on. */
const EVERY_MS = 2_000;
/** Exchanges of batches at a time in one process: their files are large, and workers' own questions come first. */
const AT_ONCE = 4;
/** Batches looked at in one round: well above the registers that can be away, so that those of one do not stand before another's. */
const DUE_AT_MOST = 100;

/**
 * One round: what is due goes a step on, what has been kept long enough is forgotten. The rows are all there is: when the next step is due stands in
 * each, so that any process goes on where another has died.
 */
export async function workBatches(ports: BatchPorts): Promise<void> {
  await closeOutlived(ports);
  const paused = await pausedRegistries(ports.database.db);
  const due = (await findDue(ports.database.db, ports.clock.now(), paused, DUE_AT_MOST)).values();
  const lane = async () => {
    for (const { id, registry } of due)
      await advance(ports, id, registry).catch((error: unknown) => ports.log.error({ err: error }, 'a batch could not be taken on'));
  };
  // The lanes draw from the one iterator.
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** Works batches from time to time until the returned function is called, which waits for a round under way. */
export function startBatches(ports: BatchPorts): () => Promise<void> {
  return startRounds(
    EVERY_MS,
    () => workBatches(ports),
    (error) => ports.log.error({ err: error }, 'a round of batches failed'),
  );
}
