import { setTimeout as sleep } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { type Log, newId } from '../platform/index.ts';
import { LEAVING, operateQueues, queueNamed } from './bull-queue.ts';
import type { Database } from './database.ts';
import { type JobQueue, LOCK_FOR, STALLED_AT_MOST } from './job-queue.ts';
import { startOutboxRelay, writeOutbox } from './queue-outbox.ts';
import { connectRedis, openRedis, PATIENT, type RedisAddress, readyOrLater } from './redis.ts';

/** How long closing waits for an absent Redis, ms: running exchanges end within their own deadlines, and a worker that is cut off loses nothing. */
const GOODBYE_WITHIN = 20_000;

export interface RedisQueueOptions {
  readonly address: RedisAddress;
  readonly database: Database;
  readonly queues: readonly string[];
  readonly log: Log;
}

/**
 * The queue on Redis or Valkey. Redis cannot take part in the caller's transaction, so a job waits in an outbox table that does; it is moved over
 * right after the commit. A Redis that holds queues must run `maxmemory-policy noeviction`.
 */
export async function openRedisQueue({ address, database, queues: names, log }: RedisQueueOptions): Promise<JobQueue> {
  const redis = await openRedis(address, log);
  const quiet = (error: Error) => log.debug({ err: error }, 'queue trouble');
  // One hash slot per queue (Redis Cluster): all keys of a queue carry its name in braces.
  const prefix = (name: string) => `star:{${name}}`;

  // Callers are kept from waiting on an absent Redis by asking `redis` first. Workers wait for their jobs on connections of their own beside this.
  const connection = await connectRedis(address, PATIENT);
  connection.on('error', quiet);
  // Every queue and every worker listens to it.
  connection.setMaxListeners(0);
  const queues = new Map(
    names.map((name) => {
      const queue = new Queue(name, { connection, prefix: prefix(name), defaultJobOptions: LEAVING });
      queue.on('error', quiet);
      return [name, queue] as const;
    }),
  );

  const operations = operateQueues(
    queues,
    (queue, handler, concurrency) => {
      const worker = new Worker(queue, handler, {
        connection,
        prefix: prefix(queue),
        concurrency,
        lockDuration: LOCK_FOR,
        maxStalledCount: STALLED_AT_MOST,
      });
      worker.on('error', quiet);
      worker.on('failed', (_job, error) => log.error({ queue, err: error }, 'a turn failed'));
      return worker;
    },
    log,
  );

  const relay = startOutboxRelay({
    database,
    log,
    ready: () => redis.status === 'ready',
    deliver: (queue, jobs) => queueNamed(queues, queue).addBulk([...jobs]),
  });

  redis.on('ready', relay.poke);
  await readyOrLater(redis);

  const present = async <T>(operation: () => Promise<T>): Promise<T> => {
    await redis.ping();
    return operation();
  };

  // With Redis away a running handler is still waited for; only the goodbyes to Redis are left out.
  const stopWorking = () =>
    redis.status === 'ready' ? operations.stopWorking() : Promise.race([operations.stopWorking(), sleep(GOODBYE_WITHIN)]);

  return {
    work: operations.work,
    stopWorking,
    limit: (queue, perMinute) => present(() => operations.limit(queue, perMinute)),
    pause: (queue) => present(() => operations.pause(queue)),
    resume: (queue) => present(() => operations.resume(queue)),
    counts: (queue) => present(() => operations.counts(queue)),
    add: async (tx, turns) => {
      for (const { queue } of turns) queueNamed(queues, queue);
      await writeOutbox(
        tx,
        turns.map((turn) => ({ ...turn, jobId: newId() })),
      );
      database.afterCommit(relay.poke);
    },
    ping: async () => {
      try {
        return (await redis.ping()) === 'PONG';
      } catch {
        return false;
      }
    },
    close: async () => {
      await relay.stop();
      const away = redis.status !== 'ready';
      await stopWorking();
      await Promise.all([...queues.values()].map((queue) => (away ? queue.disconnect() : queue.close())));
      redis.disconnect();
      connection.disconnect();
    },
  };
}
