import { setTimeout as sleep } from 'node:timers/promises';
import { type Generated, sql } from 'kysely';
import type { Log } from '../platform/index.ts';
import { type BullJob, byQueue, jobOf } from './bull-queue.ts';
import type { Database } from './database.ts';
import type { Db, Tx } from './db.ts';
import type { Turn } from './job-queue.ts';
import { anyNumber } from './lists.ts';

type Tables = {
  queue_outbox: {
    id: Generated<number>;
    queue: string;
    job_id: string;
    due_at: Date;
  };
};

/** Rows moved per round: one round's transaction stays short. */
const BATCH = 500;
/** How often the outbox is looked at without being told to: what a crashed process left, or what waited for Redis, ms. */
const LOOK_EVERY = 1_000;
/** A delivery that takes longer has failed; the rows stay and the next round tries again, ms. */
const DELIVER_WITHIN = 10_000;

/** Notes turns in the caller's transaction. The job id is given here, so a turn that is delivered twice is still one. */
export async function writeOutbox(tx: Tx, turns: readonly (Turn & { readonly jobId: string })[]): Promise<void> {
  if (turns.length === 0) return;
  const [queues, jobs, delays] = [
    turns.map(({ queue }) => queue),
    turns.map(({ jobId }) => jobId),
    turns.map(({ delayMs = 0 }) => delayMs),
  ];
  await sql`
    insert into queue_outbox (queue, job_id, due_at)
    select queue, job_id, clock_timestamp() + delay * interval '1 millisecond'
    from unnest(${queues}::text[], ${jobs}::text[], ${delays}::float8[]) as turn (queue, job_id, delay)`.execute(tx);
}

/** Jobs that have not been handed to the queue yet. */
export async function countOutbox(db: Db): Promise<number> {
  const row = await db
    .withTables<Tables>()
    .selectFrom('queue_outbox')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export interface OutboxRelayOptions {
  readonly database: Database;
  readonly log: Log;
  /** Whether a delivery has a chance now. */
  ready(): boolean;
  deliver(queue: string, jobs: readonly BullJob[]): Promise<unknown>;
}

/** Moves the outbox to the queue until stopped. Every process may run one: rows that another is moving are left to it. */
export function startOutboxRelay(options: OutboxRelayOptions): { poke(): void; stop(): Promise<void> } {
  const stopping = new AbortController();
  let poked = false;
  let wake: (() => void) | undefined;
  const poke = () => {
    poked = true;
    wake?.();
  };
  const rest = () => {
    const early = new Promise<void>((settle) => {
      wake = settle;
    });
    const timer = new AbortController();
    return Promise.race([early, sleep(LOOK_EVERY, undefined, { signal: timer.signal })]).finally(() => timer.abort());
  };
  const running = (async () => {
    while (!stopping.signal.aborted) {
      poked = false;
      let moved = 0;
      let failed = false;
      try {
        moved = options.ready() ? await moveBatch(options) : 0;
      } catch (error) {
        failed = true;
        options.log.warn({ err: error }, 'jobs wait in the outbox');
      }
      // A failure is not hurried by pokes: the next look comes by the clock.
      if (failed) await sleep(LOOK_EVERY, undefined, { signal: stopping.signal }).catch(() => undefined);
      else if (moved < BATCH && !poked && !stopping.signal.aborted) await rest();
    }
  })();
  return {
    poke,
    stop: async () => {
      stopping.abort();
      poke();
      await running;
    },
  };
}

/** A crash between delivery and commit delivers again: the same job ids, so Redis keeps the jobs it has. */
async function moveBatch({ database, deliver }: OutboxRelayOptions): Promise<number> {
  return database.transaction(async (tx) => {
    const rows = await tx
      .withTables<Tables>()
      .selectFrom('queue_outbox')
      .select(['id', 'queue', 'job_id'])
      .select(sql<number>`extract(epoch from due_at - clock_timestamp())::float8 * 1000`.as('delay'))
      .orderBy('id')
      .limit(BATCH)
      .forUpdate()
      .skipLocked()
      .execute();
    if (rows.length === 0) return 0;
    for (const [queue, group] of byQueue(rows)) {
      const jobs = group.map((row) => jobOf(row.job_id, row.delay));
      await within(deliver(queue, jobs));
    }
    // Losing this removal in a crash costs a second delivery, which is harmless: it need not wait for the disk.
    await sql`set local synchronous_commit to off`.execute(tx);
    await tx
      .withTables<Tables>()
      .deleteFrom('queue_outbox')
      .where('id', '=', anyNumber(rows.map(({ id }) => id)))
      .execute();
    return rows.length;
  });
}

async function within<T>(delivery: Promise<T>): Promise<T> {
  const timer = new AbortController();
  const late = sleep(DELIVER_WITHIN, undefined, { signal: timer.signal }).then(() => {
    throw new Error('the queue did not take the jobs in time');
  });
  try {
    return await Promise.race([delivery, late]);
  } finally {
    timer.abort();
    late.catch(() => undefined);
    delivery.catch(() => undefined);
  }
}
