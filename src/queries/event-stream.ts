import type { QueryEvents, QueryMoved } from './events.ts';

/** One server-sent event. */
export interface ServerSentEvent {
  readonly event: string;
  readonly data: unknown;
}

/** More than this many unsent moves mean a reader that has gone away or cannot follow; it may connect again and look. */
const BACKLOG_AT_MOST = 1000;

/** The moves of a proceeding's queries until the reader goes or falls too far behind. */
export async function* queryEventStream(events: QueryEvents, proceedingId: string, signal: AbortSignal): AsyncGenerator<ServerSentEvent> {
  const backlog: QueryMoved[] = [];
  let wake: () => void = () => undefined;
  const unsubscribe = events.subscribe(proceedingId, (event) => {
    backlog.push(event);
    wake();
  });
  signal.addEventListener('abort', () => wake(), { once: true });
  try {
    while (!signal.aborted && backlog.length <= BACKLOG_AT_MOST) {
      const event = backlog.shift();
      if (event !== undefined) {
        yield { event: 'query', data: { queryId: event.queryId, state: event.state, answerState: event.answerState } };
        continue;
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (signal.aborted) resolve();
      });
    }
  } finally {
    unsubscribe();
  }
}
