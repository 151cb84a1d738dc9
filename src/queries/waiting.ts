import type { Db } from '../storage/index.ts';
import type { QueryEvents } from './events.ts';
import { isUnderWay, type Query } from './query.ts';
import { findQuery } from './store.ts';

/** The row is looked at this often even if no notification comes: 1 s. */
const LOOK_MS = 1000;

/** Waits until the query has settled or waits for a retry, at most so long. Gives the query as it then is. */
export async function waitForQuery(db: Db, events: QueryEvents, query: Query, milliseconds: number, signal: AbortSignal): Promise<Query> {
  const end = performance.now() + milliseconds;
  let moved: () => void = () => undefined;
  const unsubscribe = events.subscribe(query.proceedingId, (event) => {
    if (event.queryId === query.id) moved();
  });
  try {
    let current = (await findQuery(db, query.id)) ?? query;
    while (isUnderWay(current) && !signal.aborted) {
      const left = end - performance.now();
      if (left <= 0) break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(left, LOOK_MS));
        moved = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      current = (await findQuery(db, query.id)) ?? current;
    }
    return current;
  } finally {
    unsubscribe();
  }
}
