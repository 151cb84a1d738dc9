import { setTimeout as sleep } from 'node:timers/promises';

/** The page is told this often, whether anything has moved or not: a silent line would look like a quiet register. 2 s. */
const TICK_MS = 2000;
/** A stream ends after a minute and is opened again, so that a session that has ended, or a role taken away, is noticed. */
const TICKS_AT_MOST = 30;

/** The overview as server-sent events. */
export async function* liveOverview(
  look: () => Promise<unknown>,
  signal: AbortSignal,
  tickMs = TICK_MS,
): AsyncGenerator<{ readonly event: string; readonly data: unknown }> {
  for (let tick = 0; tick < TICKS_AT_MOST && !signal.aborted; tick += 1) {
    yield { event: 'overview', data: await look() };
    await sleep(tickMs, undefined, { signal }).catch(() => undefined);
  }
}
