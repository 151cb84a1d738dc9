import { setTimeout as sleep } from 'node:timers/promises';

/** The page is told this often, whether anything has moved or not: a silent line would look like a quiet register. 2 s. */
const TICK_MS = 2000;
/** A stream ends after a minute and is opened again, so that a session that has ended, or a role taken away, is noticed. */
const TICKS_AT_MOST = 30;
/** Charts move less than counts do: with every third tick, 6 s. */
const TICKS_PER_HISTORY = 3;

/** How the registers stand, and how they have done, as server-sent events. */
export async function* liveOverview(
  looks: { readonly overview: () => Promise<unknown>; readonly history: () => Promise<unknown> },
  signal: AbortSignal,
): AsyncGenerator<{ readonly event: string; readonly data: unknown }> {
  for (let tick = 0; tick < TICKS_AT_MOST && !signal.aborted; tick += 1) {
    yield { event: 'overview', data: await looks.overview() };
    if (tick % TICKS_PER_HISTORY === 0) yield { event: 'history', data: await looks.history() };
    await sleep(TICK_MS, undefined, { signal }).catch(() => undefined);
  }
}
