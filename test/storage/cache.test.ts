import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createLog, newId } from '../../src/platform/index.ts';
import { openPostgresCache, openRedisCache, type SealedCache } from '../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../database.ts';
import { redisForms, redisIsThere } from '../redis.ts';

const log = createLog('silent');

interface Backend {
  readonly name: string;
  open(): Promise<{ cache: SealedCache; stop(): Promise<void> }>;
}

const postgres: Backend = {
  name: 'PostgreSQL',
  open: async () => {
    const test: TestDatabase = await createTestDatabase();
    return { cache: openPostgresCache(test.database), stop: () => test.drop() };
  },
};

const onRedis = redisForms.map(
  ([name, start]): Backend => ({
    name,
    open: async () => {
      const server = await start();
      return { cache: await openRedisCache({ address: server.address, log }), stop: () => server.stop() };
    },
  }),
);

describe.each([postgres, ...(redisIsThere('the cache') ? onRedis : [])])('the cache on $name', (backend) => {
  let cache: SealedCache;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    ({ cache, stop } = await backend.open());
  });
  afterAll(async () => {
    await cache.close();
    await stop();
  });

  it('gives back the bytes it was given, the newest', async () => {
    const proceeding = newId();
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    await cache.put(proceeding, 'a', Uint8Array.of(1), 60);
    await cache.put(proceeding, 'a', bytes, 60);
    expect(Buffer.from((await cache.get(proceeding, 'a')) ?? [])).toEqual(Buffer.from(bytes));
    expect(await cache.get(proceeding, 'b')).toBeUndefined();
    expect(await cache.get(newId(), 'a')).toBeUndefined();
  });

  it('forgets when the time is up', async () => {
    const proceeding = newId();
    await cache.put(proceeding, 'short', Uint8Array.of(1), 1);
    await cache.put(proceeding, 'long', Uint8Array.of(2), 60);
    await vi.waitFor(async () => expect(await cache.get(proceeding, 'short')).toBeUndefined(), { timeout: 5_000, interval: 50 });
    expect(await cache.get(proceeding, 'long')).toBeDefined();
  });

  it('drops a proceeding whole, and no other', async () => {
    const [closed, open] = [newId(), newId()];
    await cache.put(closed, 'a', Uint8Array.of(1), 60);
    await cache.put(closed, 'b', Uint8Array.of(2), 60);
    await cache.put(open, 'a', Uint8Array.of(3), 60);
    await cache.drop(closed);
    expect(await Promise.all([cache.get(closed, 'a'), cache.get(closed, 'b')])).toEqual([undefined, undefined]);
    expect(await cache.get(open, 'a')).toBeDefined();
  });
});

describe('the cache on a Redis that is away', () => {
  it('knows nothing, keeps nothing, and fails nobody', async () => {
    const cache = await openRedisCache({ address: { url: 'redis://127.0.0.1:1' }, log });
    await cache.put(newId(), 'a', Uint8Array.of(1), 60);
    expect(await cache.get(newId(), 'a')).toBeUndefined();
    await cache.drop(newId());
    await cache.close();
  });
});
