import type { Log } from '../platform/index.ts';
import { openRedis, type RedisAddress, readyOrLater } from './redis.ts';
import type { SealedCache } from './sealed-cache.ts';

/** The set that names a proceeding's answers outlives the last of them by a little. */
const INDEX_GRACE_SECONDS = 60;

/**
 * The cache in Redis or Valkey: one key per answer, and one set per proceeding that names them, so a drop needs no search through the keyspace.
 * A Redis that is away is a cache that knows nothing: reading finds nothing, keeping is skipped.
 */
export async function openRedisCache({ address, log }: { readonly address: RedisAddress; readonly log: Log }): Promise<SealedCache> {
  const redis = await openRedis(address, log);
  await readyOrLater(redis);
  // The braces put a proceeding's keys into one slot of a cluster, so they can be written and removed together.
  const answer = (proceedingId: string, key: string) => `star:{${proceedingId}}:answer:${key}`;
  const index = (proceedingId: string) => `star:{${proceedingId}}:answers`;
  return {
    put: async (proceedingId, key, sealed, ttlSeconds) => {
      const ttl = Math.max(1, Math.ceil(ttlSeconds));
      await orNothing(
        redis
          .multi()
          .set(answer(proceedingId, key), Buffer.from(sealed), 'EX', ttl)
          .sadd(index(proceedingId), answer(proceedingId, key))
          .expire(index(proceedingId), ttl + INDEX_GRACE_SECONDS, 'NX')
          .expire(index(proceedingId), ttl + INDEX_GRACE_SECONDS, 'GT')
          .exec(),
      );
    },
    get: async (proceedingId, key) => (await orNothing(redis.getBuffer(answer(proceedingId, key)))) ?? undefined,
    drop: async (proceedingId) => {
      const members = (await orNothing(redis.smembers(index(proceedingId)))) ?? [];
      await orNothing(redis.unlink(index(proceedingId), ...members));
    },
    close: async () => redis.disconnect(),
  };
}

/** The connection's own listener has told the log why. */
async function orNothing<T>(command: Promise<T>): Promise<T | undefined> {
  try {
    return await command;
  } catch {
    return undefined;
  }
}
