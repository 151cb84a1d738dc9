import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog, newId } from '../../src/platform/index.ts';
import { type JobQueue, openPostgresQueue, openRedisQueue, type QueuedJob } from '../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../database.ts';
import { redisIsThere, startRedis, type TestRedis } from '../redis.ts';

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

function onRedis(): Backend {
  let test: TestDatabase;
  let redis: TestRedis;
  return {
    name: 'Redis',
    start: async () => {
      [test, redis] = await Promise.all([createTestDatabase(), startRedis()]);
    },
    open: () => openRedisQueue({ url: redis.url, database: test.database, queues: QUEUES, log }),
    stop: async () => {
      await Promise.all([test.drop(), redis.stop()]);
    },
    test: () => test,
  };
}

const backends = [onPostgres(), ...(redisIsThere('the job queue') ? [onRedis()] : [])];
const soon = { timeout: 15_000, interval: 20 };

describe.each(backends)('the job queue on $name', (backend) => {
  let queue: JobQueue;
  const worked: string[] = [];

  beforeAll(() => backend.start());
  afterAll(() => backend.stop());
  beforeEach(async () => {
    worked.length = 0;
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

  const add = (...jobs: (Partial<QueuedJob> & { queryId: string })[]) =>
    backend.test().database.transaction((tx) =>
      queue.add(
        tx,
        jobs.map((job) => ({ queue: 'rr', priority: 5, ...job })),
      ),
    );
  const work = (concurrency = 1) => queue.work('rr', async (queryId) => void worked.push(queryId), { concurrency });
  const waiting = (count: number) => vi.waitFor(async () => expect((await queue.counts('rr')).waiting).toBe(count), soon);

  it('leaves no job of a transaction that is rolled back', async () => {
    const rolledBack = backend.test().database.transaction(async (tx) => {
      await queue.add(tx, [{ queue: 'rr', queryId: newId(), priority: 1 }]);
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    const kept = newId();
    await add({ queryId: kept });
    await work();
    await vi.waitFor(() => expect(worked).toEqual([kept]), soon);
    const nothing = { waiting: 0, active: 0, delayed: 0, failed: 0, paused: false };
    await vi.waitFor(async () => expect(await queue.counts('rr')).toEqual(nothing), soon);
  });

  it('works a committed job once, however many workers there are, and none before the commit', async () => {
    await work(4);
    const other = await backend.open();
    await other.work('rr', async (queryId) => void worked.push(queryId), { concurrency: 4 });
    const ids = Array.from({ length: 60 }, newId);
    await backend.test().database.transaction(async (tx) => {
      await queue.add(
        tx,
        ids.map((queryId) => ({ queue: 'rr', queryId, priority: 5 })),
      );
      await new Promise((settle) => setTimeout(settle, 150));
      expect(worked).toEqual([]);
    });
    await vi.waitFor(() => expect(worked.length).toBe(60), soon);
    await new Promise((settle) => setTimeout(settle, 150));
    expect([...worked].sort()).toEqual([...ids].sort());
    await other.close();
  });

  it('serves the more urgent first, and its equals in their order', async () => {
    const [late, first, second, urgent] = [newId(), newId(), newId(), newId()];
    await queue.pause('rr');
    await add({ queryId: late, priority: 9 });
    await add({ queryId: first }, { queryId: second });
    await add({ queryId: urgent, priority: 1 });
    await waiting(4);
    await queue.resume('rr');
    await work();
    await vi.waitFor(() => expect(worked).toEqual([urgent, first, second, late]), soon);
  });

  it('holds a delayed job back for as long as it was told to', async () => {
    const [later, now] = [newId(), newId()];
    const from = performance.now();
    await add({ queryId: later, delayMs: 700 }, { queryId: now });
    await work();
    await vi.waitFor(() => expect(worked).toEqual([now]), soon);
    expect(await queue.counts('rr')).toMatchObject({ delayed: 1, waiting: 0 });
    await vi.waitFor(() => expect(worked).toEqual([now, later]), soon);
    expect(performance.now() - from).toBeGreaterThan(690);
  });

  it('starts nothing while paused, in that queue alone', async () => {
    await queue.pause('rr');
    await work();
    const elsewhere: string[] = [];
    await queue.work('mta', async (queryId) => void elsewhere.push(queryId), { concurrency: 1 });
    const [held, other] = [newId(), newId()];
    await add({ queryId: held }, { queryId: other, queue: 'mta' });
    await vi.waitFor(() => expect(elsewhere).toEqual([other]), soon);
    await waiting(1);
    expect(worked).toEqual([]);
    expect((await queue.counts('rr')).paused).toBe(true);
    await queue.resume('rr');
    await vi.waitFor(() => expect(worked).toEqual([held]), soon);
  });

  it('takes every job of one query out, and no other', async () => {
    const [gone, stays] = [newId(), newId()];
    await queue.pause('rr');
    await add({ queryId: gone }, { queryId: stays }, { queryId: gone, delayMs: 60_000 }, { queryId: gone, priority: 1 });
    await vi.waitFor(async () => expect(await queue.counts('rr')).toMatchObject({ waiting: 3, delayed: 1 }), soon);
    await queue.remove('rr', gone);
    expect(await queue.counts('rr')).toMatchObject({ waiting: 1, delayed: 0 });
    await queue.resume('rr');
    await work();
    await vi.waitFor(() => expect(worked).toEqual([stays]), soon);
  });

  it('keeps what waits over a restart', async () => {
    await queue.pause('rr');
    const id = newId();
    await add({ queryId: id });
    await waiting(1);
    await queue.close();
    queue = await backend.open();
    expect(await queue.counts('rr')).toMatchObject({ waiting: 1, paused: true });
    await queue.resume('rr');
    await work();
    await vi.waitFor(() => expect(worked).toEqual([id]), soon);
  });

  it('counts a handler that throws as failed, does not repeat it, and goes on', async () => {
    const before = (await queue.counts('mta')).failed;
    const tried: string[] = [];
    await queue.work(
      'mta',
      async (queryId) => {
        tried.push(queryId);
        if (tried.length === 1) throw new Error('a bug');
      },
      { concurrency: 1 },
    );
    const [bad, good] = [newId(), newId()];
    await add({ queryId: bad, queue: 'mta' }, { queryId: good, queue: 'mta' });
    await vi.waitFor(() => expect(tried).toEqual([bad, good]), soon);
    await vi.waitFor(async () => expect(await queue.counts('mta')).toMatchObject({ failed: before + 1, active: 0 }), soon);
  });

  it('lets a handler add the next job, and waits for it when closing', async () => {
    const id = newId();
    let ended = false;
    await queue.work(
      'mta',
      async (queryId) => {
        await add({ queryId });
        await new Promise((settle) => setTimeout(settle, 300));
        ended = true;
      },
      { concurrency: 1 },
    );
    await work();
    await add({ queryId: id, queue: 'mta' });
    await vi.waitFor(() => expect(worked).toEqual([id]), soon);
    await queue.close();
    expect(ended).toBe(true);
    queue = await backend.open();
  });

  it('leaves the caller its own tables after adding', async () => {
    await backend.test().database.transaction(async (tx) => {
      await queue.add(tx, [{ queue: 'rr', queryId: newId(), priority: 1 }]);
      await tx.withTables<{ schema_migration: { name: string } }>().selectFrom('schema_migration').select('name').execute();
    });
  });

  it('answers whether it is there, and knows its queues', async () => {
    expect(await queue.ping()).toBe(true);
    await expect(add({ queryId: newId(), queue: 'unheard-of' })).rejects.toThrow('there is no queue');
  });
});
