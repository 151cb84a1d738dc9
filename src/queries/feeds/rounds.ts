import { startRounds } from '../../platform/index.ts';
import { findBlocked } from '../contracts/index.ts';
import { pausedRegistries } from '../registry-control.ts';
import { explainNotices } from './explain.ts';
import { FEEDS } from './feeds.ts';
import { type FeedPorts, look } from './look.ts';
import { findWaiting } from './store.ts';

/** How often it is looked what is due: 5 s. */
const EVERY_MS = 5_000;
/** Looks in a row at a feed that has more: three weeks of the change notices. */
const LOOKS_AT_MOST = 100;

/** One round: every feed that is due is read to its end, then what notices tell of is looked up in the answers that have come. */
export async function readFeeds(ports: FeedPorts, wanted: readonly string[]): Promise<void> {
  const [paused, blocked] = await Promise.all([pausedRegistries(ports.database.db), findBlocked(ports.database.db)]);
  // Asked before the breaker is: leave that is not used may be another's only probe.
  const waiting = await findWaiting(ports.database.db, ports.clock.now());
  for (const feed of FEEDS) {
    if (!wanted.includes(feed.code) || waiting.has(feed.code) || paused.includes(feed.registry) || blocked.has(feed.code)) continue;
    try {
      for (let looks = 0; looks < LOOKS_AT_MOST && (await look(ports, feed)) === 'MORE'; looks++);
    } catch (error) {
      ports.log.error({ err: error, feed: feed.code }, 'a feed of changes could not be taken on');
    }
  }
  await explainNotices(ports);
}

/** Reads the wanted feeds from time to time until the returned function is called, which waits for a round under way. */
export function startFeeds(ports: FeedPorts, wanted: readonly string[]): () => Promise<void> {
  if (wanted.length === 0) return async () => undefined;
  return startRounds(
    EVERY_MS,
    () => readFeeds(ports, wanted),
    (error) => ports.log.error({ err: error }, 'a round of feeds failed'),
  );
}
