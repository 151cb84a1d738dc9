import type { Log } from '../platform/index.ts';
import { FAILED_KEPT, type JobQueue } from './job-queue.ts';

/** What every job carries. */
export interface JobData {
  readonly queryId: string;
}

/** One job as BullMQ takes it. */
export interface BullJob {
  readonly name: string;
  readonly data: JobData;
  readonly opts: { readonly jobId: string; readonly priority: number; readonly delay: number; readonly timestamp?: number };
}

type JobState = 'waiting' | 'prioritized' | 'active' | 'delayed' | 'failed';

/** The part of BullMQ's queue that both of its backends share and we use. */
export interface BullQueue {
  addBulk(jobs: BullJob[]): Promise<unknown>;
  getJobs(states: JobState[], start: number, end: number): Promise<(StoredJob | undefined)[]>;
  getJobCounts(...states: JobState[]): Promise<Readonly<Record<string, number>>>;
  isPaused(): Promise<boolean>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  close(): Promise<void>;
}

interface StoredJob {
  readonly data: JobData;
  remove(): Promise<void>;
}

/** The part of BullMQ's worker that we use. */
export interface BullWorker {
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}

/** Makes a worker on the backend at hand. */
export type MakeWorker = (queue: string, handler: (queryId: string) => Promise<void>, concurrency: number) => BullWorker;

/** Jobs looked through at a time by `remove`. */
const PAGE = 500;

/** How jobs leave: done ones at once, the newest failed ones stay to be counted. */
export const LEAVING = { removeOnComplete: true, removeOnFail: { count: FAILED_KEPT } } as const;

/** A job's name in the store. BullMQ refuses a colon in it. */
export function jobOf(jobId: string, queryId: string, priority: number, delayMs: number): BullJob {
  return { name: 'query', data: { queryId }, opts: { jobId, priority, delay: Math.max(0, Math.round(delayMs)) } };
}

/** Everything of a job queue that is the same on PostgreSQL and on Redis: all but adding and letting go. */
export function operateQueues(
  queues: ReadonlyMap<string, BullQueue>,
  makeWorker: MakeWorker,
  log: Log,
): Pick<JobQueue, 'work' | 'stopWorking' | 'remove' | 'pause' | 'resume' | 'counts'> {
  const workers: BullWorker[] = [];
  const named = (name: string) => queueNamed(queues, name);
  return {
    work: async (queue, handler, { concurrency }) => {
      named(queue);
      const worker = makeWorker(queue, handler, concurrency);
      workers.push(worker);
      log.debug({ queue, concurrency }, 'queue is worked');
    },
    remove: async (queue, queryId) => {
      const states: JobState[] = ['waiting', 'prioritized', 'delayed'];
      for (let start = 0; ; start += PAGE) {
        const page = await named(queue).getJobs(states, start, start + PAGE - 1);
        const found = page.filter((job) => job?.data.queryId === queryId);
        for (const job of found) await job?.remove();
        if (page.length === 0) return;
        start -= found.length;
      }
    },
    pause: (queue) => named(queue).pause(),
    resume: (queue) => named(queue).resume(),
    counts: async (queue) => {
      const states = ['waiting', 'prioritized', 'active', 'delayed', 'failed'] as const;
      const [counts, paused] = await Promise.all([named(queue).getJobCounts(...states), named(queue).isPaused()]);
      const of = (state: JobState) => counts[state] ?? 0;
      return {
        waiting: of('waiting') + of('prioritized'),
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
