import { AsyncLocalStorage } from 'node:async_hooks';
import { createPostgresBackend, isPgPool, type PgPool, type PgPoolClient, withBackend } from 'bullmq';
import { CompiledQuery } from 'kysely';
import { type Log, newId } from '../platform/index.ts';
import { jobOf, LEAVING, operateQueues, queueNamed } from './bull-queue.ts';
import { type Database, openPool, poolSettings } from './database.ts';
import type { Tx } from './db.ts';
import { type JobQueue, LOCK_FOR, STALLED_AT_MOST } from './job-queue.ts';
import { QUEUE_SCHEMA } from './migrate.ts';

const { Queue, Worker } = withBackend(createPostgresBackend);

export interface PostgresQueueOptions {
  readonly database: Database;
  readonly queues: readonly string[];
  readonly log: Log;
}

/** Connections beyond the one on which each queue's worker listens: claims, completions, lock renewals. */
const WORKING_CONNECTIONS = 8;

/**
 * The queue on PostgreSQL (BullMQ's own backend), in a schema and a pool of its own. A job is a row inserted by the caller's transaction:
 * neither a rollback nor a crash can leave a query without its turn or a turn without its query.
 */
export async function openPostgresQueue({ database, queues: names, log }: PostgresQueueOptions): Promise<JobQueue> {
  const settings = poolSettings(database.url, 'star-xtee-queue', names.length + WORKING_CONNECTIONS);
  const { types: _ours, ...rest } = settings;
  const pool = openPool({ ...rest, options: `-c search_path=${QUEUE_SCHEMA}` }, log);
  // The driver's own types say the same less exactly than BullMQ wants it said.
  const shared: unknown = pool;
  if (!isPgPool(shared)) throw new TypeError('the pool is none');
  const adding = new JoiningPool(shared);
  const broken = (queue: string) => (error: Error) => log.warn({ queue, err: error }, 'queue trouble');

  const queues = new Map(
    names.map((name) => {
      const queue = new Queue(name, { connection: adding, defaultJobOptions: LEAVING });
      queue.on('error', broken(name));
      return [name, queue] as const;
    }),
  );
  await Promise.all([...queues.values()].map((queue) => queue.waitUntilReady()));

  const operations = operateQueues(
    queues,
    (queue, handler, concurrency) => {
      const worker = new Worker(queue, handler, {
        connection: shared,
        concurrency,
        lockDuration: LOCK_FOR,
        maxStalledCount: STALLED_AT_MOST,
      });
      worker.on('error', broken(queue));
      worker.on('failed', (_job, error) => log.error({ queue, err: error }, 'a turn failed'));
      return worker;
    },
    log,
  );

  return {
    ...operations,
    add: async (tx, turns) => {
      // Queue by queue in one order, whoever adds: the library locks each queue it adds to until the transaction ends.
      const inOrder = [...turns].sort((a, b) => (a.queue < b.queue ? -1 : 1));
      // One by one, all at once: the library's bulk insert makes temporary tables, which costs more than many single inserts.
      await adding.within(tx, () =>
        Promise.all(
          inOrder.map(({ queue, delayMs = 0 }) => {
            const { name, data, opts } = jobOf(newId(), delayMs);
            return queueNamed(queues, queue).add(name, data, opts);
          }),
        ),
      );
    },
    ping: () => database.ping(),
    close: async () => {
      await operations.stopWorking();
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await pool.end();
    },
  };
}

/** Looks like a pool to BullMQ. Inside `within`, what it is asked runs in the caller's transaction; otherwise on the queue's own connections. */
class JoiningPool implements PgPool {
  readonly #pool: PgPool;
  readonly #transaction = new AsyncLocalStorage<Tx>();

  constructor(pool: PgPool) {
    this.#pool = pool;
  }

  within<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
    return this.#transaction.run(tx, work);
  }

  // The row type is the asker's claim, as it is in the driver itself.
  // biome-ignore lint/suspicious/noExplicitAny: BullMQ's own interface has it
  query<R = any>(text: string, parameters: readonly unknown[] = []): Promise<{ rows: R[] }> {
    const tx = this.#transaction.getStore();
    return tx === undefined ? this.#pool.query<R>(text, parameters) : tx.executeQuery<R>(CompiledQuery.raw(text, [...parameters]));
  }

  connect(): Promise<PgPoolClient> {
    return this.#pool.connect();
  }

  end(): Promise<void> {
    return this.#pool.end();
  }

  // The pool's own listener tells of lost connections; BullMQ's would tell of each again for every queue.
  on(): this {
    return this;
  }

  removeAllListeners(): this {
    return this;
  }
}
