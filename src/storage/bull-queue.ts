import type { Log } from '../platform/index.ts';
import { FAILED_KEPT, type JobQueue } from './job-queue.ts';

/** One job as BullMQ takes it: a turn and nothing else. */
export interface BullJob {
  readonly name: string;
  readonly data: Readonly<Record<string, never>>;
  readonly opts: { readonly jobId: string; readonly delay: number };
}

/** The part of BullMQ's queue that both of its backends share and we use. */
export interface BullQueue {
  addBulk(jobs: BullJob[]): Promise<unknown>;
  getJobCounts(...states: string[]): Promise<Readonly<Record<string, number>>>;
  isPaused(): Promise<boolean>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  setGlobalRateLimit(most: number, milliseconds: number): Promise<unknown>;
  removeGlobalRateLimit(): Promise<unknown>;
  close(): Promise<void>;
}

/** The part of BullMQ's worker that we use. */
export interface BullWorker {
  concurrency: number;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}

const MINUTE_MS = 60_000;

/** What waits in a paused queue is `paused` on PostgreSQL, though the library's own type does not know the word, and `waiting` on Redis. */
const STATES = ['waiting', 'paused', 'active', 'delayed', 'failed'] as const;

/** Makes a worker on the backend at hand. */
export type MakeWorker = (queue: string, handler: () => Promise<void>, concurrency: number) => BullWorker;

/** How jobs leave: done ones at once, the newest failed ones stay to be counted. */
export const LEAVING = { removeOnComplete: true, removeOnFail: { count: FAILED_KEPT } } as const;

/** A turn as a job. Its id is given from outside, so that one that is delivered twice is one. */
export function jobOf(jobId: string, delayMs: number): BullJob {
  return { name: 'turn', data: {}, opts: { jobId, delay: Math.max(0, Math.ceil(delayMs)) } };
}

/** Everything of a job queue that is the same on PostgreSQL and on Redis: all but adding and letting go. */
export function operateQueues(
  queues: ReadonlyMap<string, BullQueue>,
  makeWorker: MakeWorker,
  log: Log,
): Pick<JobQueue, 'work' | 'stopWorking' | 'limit' | 'pause' | 'resume' | 'counts'> {
  const workers: BullWorker[] = [];
  const named = (name: string) => queueNamed(queues, name);
  return {
    work: async (queue, handler, { concurrency }) => {
      named(queue);
      const worker = makeWorker(queue, handler, concurrency);
      workers.push(worker);
      log.debug({ queue, concurrency }, 'queue is worked');
      return {
        setConcurrency(wanted) {
          if (worker.concurrency !== wanted) worker.concurrency = wanted;
        },
      };
    },
    limit: async (queue, perMinute) => {
      if (perMinute === undefined) await named(queue).removeGlobalRateLimit();
      else await named(queue).setGlobalRateLimit(perMinute, MINUTE_MS);
    },
    pause: (queue) => named(queue).pause(),
    resume: (queue) => named(queue).resume(),
    counts: async (queue) => {
      const [counts, paused] = await Promise.all([named(queue).getJobCounts(...STATES), named(queue).isPaused()]);
      const of = (state: (typeof STATES)[number]) => counts[state] ?? 0;
      return {
        waiting: of('waiting') + of('paused'),
        active: of('active'),
        delayed: of('delayed'),
        failed: of('failed'),
        paused,
      };
    },
    stopWorking: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

/** A queue that was not named at the opening is a slip of the caller's. */
export function queueNamed<Q>(queues: ReadonlyMap<string, Q>, name: string): Q {
  const queue = queues.get(name);
  if (queue === undefined) throw new RangeError(`there is no queue ${name}`);
  return queue;
}

/** Items by queue, each queue's in their order. */
export function byQueue<J extends { readonly queue: string }>(jobs: readonly J[]): ReadonlyMap<string, J[]> {
  const groups = new Map<string, J[]>();
  for (const job of jobs) groups.set(job.queue, [...(groups.get(job.queue) ?? []), job]);
  return groups;
}
