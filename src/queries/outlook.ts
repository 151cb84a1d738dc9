import { Temporal } from '../platform/index.ts';
import type { Db } from '../storage/index.ts';
import { closedUntil, comingWindows } from './maintenance.ts';
import { findStanding, type Standing } from './outlook-store.ts';
import type { Query } from './query.ts';
import { backgroundFrom } from './query-class.ts';
import type { AllRegistrySettings, RegistrySettings } from './registry-settings.ts';

/** What a worker can count on, while there is no answer. */
export interface Outlook {
  /** When an answer is likely; null where nobody can tell, because an operator has stopped the sending. */
  readonly likelyAt: Temporal.Instant | null;
  /** From when on the query is no longer waited for before a screen but goes on in the background; null where it does from the beginning. */
  readonly backgroundFrom: Temporal.Instant | null;
}

/** Where a register has not answered yet, an answer is taken to come in so many seconds. */
const USUAL_SECONDS = 2;

/** When an answer to a query under way is likely, by how its register stands now: its switch, its maintenance, its breaker, and who waits before it. */
export async function outlookOf(db: Db, settings: AllRegistrySettings, query: Query, now: Temporal.Instant): Promise<Outlook> {
  const background = backgroundFrom(query.class, query.askedAt) ?? null;
  if (query.state === 'RETRY_WAIT' && query.notBefore !== null) return { likelyAt: query.notBefore, backgroundFrom: background };
  const standing = await findStanding(db, query, now);
  return { likelyAt: standing.paused ? null : likely(standing, settings[query.registry], now), backgroundFrom: background };
}

/** As many rounds of `concurrency` exchanges as it takes until it is this query's turn, and its own, from when the register is open again. */
function likely(standing: Standing, settings: RegistrySettings | undefined, now: Temporal.Instant): Temporal.Instant {
  const windows = [...comingWindows(settings?.maintenance ?? [], now), ...standing.maintenance];
  const opens = [closedUntil(windows, now), standing.breakerUntil, now]
    .flatMap((at) => at ?? [])
    .toSorted(Temporal.Instant.compare)
    .at(-1);
  const rounds = Math.floor(standing.ahead / Math.max(1, standing.concurrency ?? settings?.concurrency ?? 1)) + 1;
  return (opens ?? now).add({ milliseconds: Math.round(rounds * (standing.usualSeconds ?? USUAL_SECONDS) * 1000) });
}
