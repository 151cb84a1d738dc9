import { type Log, startRounds } from '../platform/index.ts';
import type { Database } from '../storage/index.ts';
import { registerNextWaiting } from './notice-store.ts';

/** How often it is looked whether a notice that waits is somebody's matter by now: once a minute, since it may be of a child in danger. */
const EVERY_MS = 60_000;

export interface WaitingNoticePorts {
  readonly database: Database;
  readonly log: Log;
}

/** Registers waiting notices until the returned function is called, which waits for a round under way. */
export function startWaitingNotices(ports: WaitingNoticePorts): () => Promise<void> {
  return startRounds(
    EVERY_MS,
    () => registerWaiting(ports),
    (error) => ports.log.error({ err: error }, 'waiting notices not registered'),
  );
}

/** Looks at each notice that waits, once. One that is nobody's matter still waits on; the log of the process tells of it. */
export async function registerWaiting({ database, log }: WaitingNoticePorts): Promise<void> {
  let after: string | undefined;
  let waits = false;
  for (;;) {
    const next = await database.transaction((tx) => registerNextWaiting(tx, after));
    if (next === undefined) break;
    after = next.id;
    waits ||= !next.registered;
  }
  if (waits) log.warn('notices of people in need wait: neither the municipality nor the SKA is in the register');
}
