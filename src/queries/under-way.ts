import type { QueryEvents } from './events.ts';

/** The exchanges that this process has under way. One whose query is cancelled meanwhile, by whichever process, ends at once: nobody may read its answer. */
export interface UnderWay {
  /** Runs an exchange; the signal is aborted when its query is cancelled. */
  run<T>(queryId: string, exchange: (signal: AbortSignal) => Promise<T>): Promise<T>;
  close(): void;
}

/** A notification that is lost costs no more than an answer that is not kept: its claim does not settle. */
export function followUnderWay(events: Pick<QueryEvents, 'follow'>): UnderWay {
  const running = new Map<string, AbortController>();
  const close = events.follow(({ queryId, state }) => {
    if (state === 'CANCELLED') running.get(queryId)?.abort();
  });
  return {
    async run(queryId, exchange) {
      const cancelled = new AbortController();
      running.set(queryId, cancelled);
      try {
        return await exchange(cancelled.signal);
      } finally {
        if (running.get(queryId) === cancelled) running.delete(queryId);
      }
    },
    close,
  };
}
