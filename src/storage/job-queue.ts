import type { Tx } from './db.ts';

/** One query's turn. Nothing of the person or the question: job data lie in clear text. */
export interface QueuedJob {
  /** The registry's queue. */
  readonly queue: string;
  readonly queryId: string;
  /** Lower first. */
  readonly priority: number;
  readonly delayMs?: number;
}

export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
  readonly paused: boolean;
}

/**
 * The order of work, one queue per registry; never the truth about a query (that is its row). A job is worked at least once after its
 * transaction's commit and never before; the handler asks the row whether there is still something to do.
 */
export interface JobQueue {
  /** Adds in the caller's transaction: a rollback leaves no job, a commit wakes the workers. Adding twice makes two jobs. */
  add(tx: Tx, jobs: readonly QueuedJob[]): Promise<void>;
  /** Starts working a queue. A handler that throws leaves a failed job, which is not repeated: repeating is decided by the query's row. */
  work(queue: string, handler: (queryId: string) => Promise<void>, options: { readonly concurrency: number }): Promise<void>;
  /** Takes up nothing more, and waits for running handlers. */
  stopWorking(): Promise<void>;
  /** Takes a query's waiting and delayed jobs out. A running one runs on. Reads the whole queue: for an operator's hand, not for hot paths. */
  remove(queue: string, queryId: string): Promise<void>;
  /** No new job starts anywhere until `resume`, also after a restart. */
  pause(queue: string): Promise<void>;
  resume(queue: string): Promise<void>;
  counts(queue: string): Promise<QueueCounts>;
  /** Whether the queue's store answers now. */
  ping(): Promise<boolean>;
  /** As `stopWorking`, then lets go of every connection. */
  close(): Promise<void>;
}

/** Above every deadline of an exchange (60 s): a job whose worker has died is given to another after this long, ms. */
export const LOCK_FOR = 90_000;
/** How often a stalled job may be handed on before it counts as failed. A worker killed every few seconds must not fail honest work. */
export const STALLED_AT_MOST = 1_000;
/** Failed jobs kept for the operator to count, at most. */
export const FAILED_KEPT = 1_000;
