import { Redis } from 'ioredis';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog, newId } from '../../src/platform/index.ts';
import { openRedisQueue } from '../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../database.ts';
import { redisIsThere, startRedis, type TestRedis } from '../redis.ts';

const log = createLog('silent');
const soon = { timeout: 20_000, interval: 50 };

describe.runIf(redisIsThere('the outbox'))('the outbox before Redis', () => {
  let test: TestDatabase;
  let redis: TestRedis;
  beforeEach(async () => {
    [test, redis] = await Promise.all([createTestDatabase(), startRedis()]);
  });
  afterEach(async () => {
    await Promise.all([test.drop(), redis.stop()]);
  });
  const rows = async () => (await sql<{ job_id: string }>`select job_id from queue_outbox`.execute(test.database.db)).rows;
  const open = () => openRedisQueue({ address: redis.address, database: test.database, queues: ['rr'], log });

  it('holds jobs while Redis is away, and moves them when it is back', async () => {
    const queue = await open();
    let worked = 0;
    await queue.work(
      'rr',
      async () => {
        worked += 1;
      },
      { concurrency: 2 },
    );
    await redis.kill();
    await test.database.transaction((tx) => queue.add(tx, [{ queue: 'rr' }]));
    expect(await queue.ping()).toBe(false);
    expect(await rows()).toHaveLength(1);
    await redis.start();
    await vi.waitFor(() => expect(worked).toBe(1), soon);
    await vi.waitFor(async () => expect(await rows()).toEqual([]), soon);
    expect(await queue.ping()).toBe(true);
    await queue.close();
  });

  it('delivers twice what a crash left between delivery and removal, as one job', async () => {
    const queue = await open();
    await queue.pause('rr');
    const leftBehind = sql`insert into queue_outbox (queue, job_id, due_at) values ('rr', ${newId()}, now())`;
    for (const _delivery of [1, 2]) {
      await leftBehind.execute(test.database.db);
      await vi.waitFor(async () => expect(await rows()).toEqual([]), soon);
    }
    expect(await queue.counts('rr')).toMatchObject({ waiting: 1 });
    await queue.close();
  });

  it('is worked on past jobs that are spoiled', async () => {
    const queue = await open();
    const client = new Redis(redis.url);
    await queue.pause('rr');
    const prefix = 'star:{rr}:rr';
    await client.lpush(`${prefix}:wait`, 'never-made', 'no-json');
    await client.hset(`${prefix}:no-json`, { name: 'turn', data: '{"half', opts: '{}', timestamp: 'never' });
    await test.database.transaction((tx) => queue.add(tx, [{ queue: 'rr' }, { queue: 'rr' }]));
    let worked = 0;
    await queue.work(
      'rr',
      async () => {
        worked += 1;
      },
      { concurrency: 1 },
    );
    await queue.resume('rr');
    await vi.waitFor(() => expect(worked).toBeGreaterThanOrEqual(2), soon);
    await client.quit();
    await queue.close();
  });
});
