import { Temporal } from '../platform/index.ts';
import type { Classification } from '../xroad/index.ts';

/** First wait after a technical failure; doubles with each attempt. protocol 8.2: 2 s * 2^n, full jitter. */
const BACKOFF_FIRST_SECONDS = 2;
/** A register that is down for minutes is asked no more often than this: 5 * 60 s. */
const BACKOFF_CEILING_SECONDS = 300;
/** Faults that a person must mend first (keys, central configuration, maintenance): protocol 8.2 says 1-15 minutes. */
const SLOW_FIRST_SECONDS = 60;
const SLOW_CEILING_SECONDS = 900;
/** Eight attempts span about half an hour of backoff; after that the worker is told and decides. */
export const ATTEMPTS_AT_MOST = 8;
/** A query that could not be answered for a working day is given up: 10 * 3600 s. The worker has long gone on without it. */
export const GIVE_UP_AFTER_SECONDS = 36_000;

/**
 * When a failed attempt is due again, or undefined when it is not to be made again. Asked of a read, or of a write that is known not to have
 * run: either may be repeated where execution is unknown (`IF_IDEMPOTENT`); the register's own refusals never are.
 *
 * @param attempt the number of attempts made, from 1
 * @param random a number in [0, 1): full jitter, so that queries that failed together do not return together
 */
export function nextAttempt(
  retry: Classification['retry'],
  attempt: number,
  now: Temporal.Instant,
  askedAt: Temporal.Instant,
  random: number,
): Temporal.Instant | undefined {
  if (retry === 'NEVER' || attempt >= ATTEMPTS_AT_MOST) return undefined;
  const [first, ceiling] = retry === 'SLOW' ? [SLOW_FIRST_SECONDS, SLOW_CEILING_SECONDS] : [BACKOFF_FIRST_SECONDS, BACKOFF_CEILING_SECONDS];
  const longest = Math.min(ceiling, first * 2 ** (attempt - 1));
  const due = now.add({ milliseconds: Math.ceil(longest * 1000 * random) });
  const end = askedAt.add({ seconds: GIVE_UP_AFTER_SECONDS });
  return Temporal.Instant.compare(due, end) < 0 ? due : undefined;
}
