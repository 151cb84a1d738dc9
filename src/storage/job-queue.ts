import type { Tx } from './db.ts';

/** Something is to be done at a registry: one turn there, now or later. Whose it is, is decided when it comes, from the rows. */
export interface Turn {
  /** The registry's queue. */
  readonly queue: string;
  readonly delayMs?: number;
}

/** A queue that is worked by this process. */
export interface Working {
  /** How many turns are worked at a time from now on; those beyond it end first. */
  setConcurrency(concurrency: number): void;
}

export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
  readonly paused: boolean;
}

/**
 * Turns of work, one queue per registry; never the truth about a query (that is its row). A turn comes at least once after its transaction's
 * commit and never before. It carries nothing: neither a person nor a question can be read from a queue, and a job that was lost, doubled or
 * spoiled costs at most a turn.
 */
export interface JobQueue {
  /** Adds in the caller's transaction: a rollback leaves no turn, a commit wakes the workers. */
  add(tx: Tx, turns: readonly Turn[]): Promise<void>;
  /** Starts working a queue. A handler that throws leaves a failed job, which is not repeated: repeating is decided by the query's row. */
  work(queue: string, handler: () => Promise<void>, options: { readonly concurrency: number }): Promise<Working>;
  /** How many turns may begin in a minute, over all workers; undefined: as many as there are. */
  limit(queue: string, perMinute: number | undefined): Promise<void>;
  /** Takes up nothing more, and waits for running handlers. */
  stopWorking(): Promise<void>;
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
