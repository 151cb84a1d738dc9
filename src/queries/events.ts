import type { Log } from '../platform/index.ts';
import type { Database } from '../storage/index.ts';
import type { AnswerState, QueryState } from './query.ts';

/** A query has moved. Ids and codes only: it travels through the database's notification channel. */
export interface QueryMoved {
  readonly proceedingId: string;
  readonly queryId: string;
  readonly state: QueryState;
  readonly answerState: AnswerState | null;
}

/** Tells every process of the gateway that a query has moved: the one that holds the worker's open connection is seldom the one that sent. */
export interface QueryEvents {
  publish(event: QueryMoved): void;
  /** Calls back for each move of a query of the proceeding until the returned function is called. */
  subscribe(proceedingId: string, listener: (event: QueryMoved) => void): () => void;
  /** As {@link subscribe}, for the queries of every proceeding. */
  follow(listener: (event: QueryMoved) => void): () => void;
  close(): Promise<void>;
}

const CHANNEL = 'star_query_moved';
/** Moves are sent together this often: a notification takes a lock of the whole database cluster, so one a query would slow all of them. 5 ms. */
const FLUSH_MS = 5;

export async function openQueryEvents(database: Database, log: Log): Promise<QueryEvents> {
  const listeners = new Map<string, Set<(event: QueryMoved) => void>>();
  const followers = new Set<(event: QueryMoved) => void>();
  let pending: QueryMoved[] = [];
  let timer: NodeJS.Timeout | undefined;

  const flush = async () => {
    timer = undefined;
    const events = pending;
    pending = [];
    // A lost notification loses nothing: who waits for an answer also looks into the row from time to time.
    await database
      .notify(
        CHANNEL,
        events.map((event) => JSON.stringify(event)),
      )
      .catch((error: unknown) => log.warn({ err: error }, 'query events not sent'));
  };
  const stopListening = await database.listen(CHANNEL, (payload) => {
    const event = JSON.parse(payload) as QueryMoved;
    for (const listener of [...(listeners.get(event.proceedingId) ?? []), ...followers]) listener(event);
  });
  return {
    publish(event) {
      pending.push(event);
      timer ??= setTimeout(flush, FLUSH_MS);
    },
    subscribe(proceedingId, listener) {
      const those = listeners.get(proceedingId) ?? new Set();
      listeners.set(proceedingId, those.add(listener));
      return () => {
        those.delete(listener);
        if (those.size === 0) listeners.delete(proceedingId);
      };
    },
    follow(listener) {
      followers.add(listener);
      return () => followers.delete(listener);
    },
    async close() {
      if (timer !== undefined) {
        clearTimeout(timer);
        await flush();
      }
      await stopListening();
    },
  };
}
