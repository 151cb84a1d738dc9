import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../src/platform/index.ts';
import { type JobQueue, openPostgresQueue, openRedisQueue, type Turn } from '../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../database.ts';
import { type RunningRedis, redisForms, redisIsThere } from '../redis.ts';

const log = createLog('silent');
const QUEUES = ['rr', 'mta'];

interface Backend {
  readonly name: string;
  start(): Promise<void>;
  open(): Promise<JobQueue>;
  stop(): Promise<void>;
  readonly test: () => TestDatabase;
}

function onPostgres(): Backend {
  let test: TestDatabase;
  return {
    name: 'PostgreSQL',
    start: async () => {
      test = await createTestDatabase();
    },
    open: () => openPostgresQueue({ database: test.database, queues: QUEUES, log }),
    stop: () => test.drop(),
    test: () => test,
  };
}

function onRedis(name: string, startOne: () => Promise<RunningRedis>): Backend {
  let test: TestDatabase;
  let redis: RunningRedis;
  return {
    name,
    start: async () => {
      [test, redis] = await Promise.all([createTestDatabase(), startOne()]);
    },
    open: () => openRedisQueue({ address: redis.address, database: test.database, queues: QUEUES, log }),
    stop: async () => {
      await Promise.all([test.drop(), redis.stop()]);
    },
    test: () => test,
  };
}

const backends = [onPostgres(), ...(redisIsThere('the job queue') ? redisForms.map(([name, start]) => onRedis(name, start)) : [])];
const soon = { timeout: 15_000, interval: 20 };

describe.each(backends)('the job queue on $name', (backend) => {
  let queue: JobQueue;
  let worked = 0;

  beforeAll(() => backend.start());
  afterAll(() => backend.stop());
  beforeEach(async () => {
    worked = 0;
    queue = await backend.open();
  });
  afterEach(async () => {
    await queue.resume('rr');
    if ((await queue.counts('rr')).waiting > 0) {
      await queue.work('rr', async () => undefined, { concurrency: 50 });
      await vi.waitFor(async () => expect((await queue.counts('rr')).waiting).toBe(0), soon);
    }
    await queue.close();
  });

  const add = (...turns: Partial<Turn>[]) =>
    backend.test().database.transaction((tx) =>
      queue.add(
        tx,
        turns.map((turn) => ({ queue: 'rr', ...turn })),
      ),
    );
  const workOn = (on: JobQueue, concurrency = 1) =>
    on.work(
      'rr',
      async () => {
        worked += 1;
      },
      { concurrency },
    );
  const work = (concurrency = 1) => workOn(queue, concurrency);
  const hasWorked = (turns: number) => vi.waitFor(() => expect(worked).toBe(turns), soon);
  const waiting = (count: number) => vi.waitFor(async () => expect((await queue.counts('rr')).waiting).toBe(count), soon);

  it('leaves no turn of a transaction that is rolled back', async () => {
    const rolledBack = backend.test().database.transaction(async (tx) => {
      await queue.add(tx, [{ queue: 'rr' }]);
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    await add({});
    await work();
    await hasWorked(1);
    const nothing = { waiting: 0, active: 0, delayed: 0, failed: 0, paused: false };
    await vi.waitFor(async () => expect(await queue.counts('rr')).toEqual(nothing), soon);
  });

  it('gives a committed turn once, however many workers there are, and none before the commit', async () => {
    await work(4);
    const other = await backend.open();
    await workOn(other, 4);
    await backend.test().database.transaction(async (tx) => {
      await queue.add(tx, Array(60).fill({ queue: 'rr' }));
      await new Promise((settle) => setTimeout(settle, 150));
      expect(worked).toBe(0);
    });
    await hasWorked(60);
    await new Promise((settle) => setTimeout(settle, 150));
    expect(worked).toBe(60);
    await other.close();
  });

  it('holds a turn back for as long as it was told to', async () => {
    const from = performance.now();
    await add({ delayMs: 700 }, {});
    await work();
    await hasWorked(1);
    expect(await queue.counts('rr')).toMatchObject({ delayed: 1, waiting: 0 });
    await hasWorked(2);
    expect(performance.now() - from).toBeGreaterThan(690);
  });

  it('starts nothing while paused, in that queue alone', async () => {
    await queue.pause('rr');
    await work();
    let elsewhere = 0;
    await queue.work(
      'mta',
      async () => {
        elsewhere += 1;
      },
      { concurrency: 1 },
    );
    await add({}, { queue: 'mta' });
    await vi.waitFor(() => expect(elsewhere).toBe(1), soon);
    await waiting(1);
    expect(worked).toBe(0);
    expect((await queue.counts('rr')).paused).toBe(true);
    await queue.resume('rr');
    await hasWorked(1);
  });

  it('starts nothing once paused, also where its workers are already waiting', async () => {
    await work(2);
    await add({});
    await hasWorked(1);
    await queue.pause('rr');
    await add({}, {}, {});
    await waiting(3);
    await new Promise((settle) => setTimeout(settle, 300));
    expect(worked).toBe(1);
    await queue.resume('rr');
    await hasWorked(4);
  });

  it('begins no more in a minute than it was told', async () => {
    await queue.limit('rr', 2);
    await work(4);
    await add({}, {}, {}, {}, {});
    await hasWorked(2);
    await new Promise((settle) => setTimeout(settle, 500));
    expect(worked).toBe(2);
    await queue.limit('rr', undefined);
    await queue.close();
    queue = await backend.open();
    await work(4);
    await vi.waitFor(() => expect(worked).toBe(5), { timeout: 70_000, interval: 100 });
  }, 90_000);

  it('keeps what waits over a restart', async () => {
    await queue.pause('rr');
    await add({});
    await waiting(1);
    await queue.close();
    queue = await backend.open();
    expect(await queue.counts('rr')).toMatchObject({ waiting: 1, paused: true });
    await queue.resume('rr');
    await work();
    await hasWorked(1);
  });

  it('counts a handler that throws as failed, does not repeat it, and goes on', async () => {
    const before = (await queue.counts('mta')).failed;
    let tried = 0;
    await queue.work(
      'mta',
      async () => {
        tried += 1;
        if (tried === 1) throw new Error('a bug');
      },
      { concurrency: 1 },
    );
    await add({ queue: 'mta' }, { queue: 'mta' });
    await vi.waitFor(() => expect(tried).toBe(2), soon);
    await vi.waitFor(async () => expect(await queue.counts('mta')).toMatchObject({ failed: before + 1, active: 0 }), soon);
  });

  it('lets a handler add the next turn, and waits for it when closing', async () => {
    let ended = false;
    await queue.work(
      'mta',
      async () => {
        await add({});
        await new Promise((settle) => setTimeout(settle, 300));
        ended = true;
      },
      { concurrency: 1 },
    );
    await work();
    await add({ queue: 'mta' });
    await hasWorked(1);
    await queue.close();
    expect(ended).toBe(true);
    queue = await backend.open();
  });

  it('leaves the caller its own tables after adding', async () => {
    await backend.test().database.transaction(async (tx) => {
      await queue.add(tx, [{ queue: 'rr' }]);
      await tx.withTables<{ schema_migration: { name: string } }>().selectFrom('schema_migration').select('name').execute();
    });
  });

  it('answers whether it is there, and knows its queues', async () => {
    expect(await queue.ping()).toBe(true);
    await expect(add({ queue: 'unheard-of' })).rejects.toThrow('there is no queue');
  });
});
