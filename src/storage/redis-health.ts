import type { Log } from '../platform/index.ts';
import { openRedis } from './redis.ts';

/** How Redis or Valkey is, as it tells itself. */
export interface RedisHealth {
  readonly version: string;
  readonly usedBytes: number;
  /** 0: as much as the machine has. */
  readonly bytesAtMost: number;
  /** What it does when it is full: a Redis that holds queues must throw nothing away. */
  readonly policy: string;
  readonly clients: number;
}

/** Asks a Redis how it is, over a connection of its own that is there no longer than the question. */
export async function redisHealth(url: string, log: Log): Promise<RedisHealth> {
  const redis = await openRedis(url, log);
  try {
    if (redis.status !== 'ready') await new Promise((resolve, reject) => redis.once('ready', resolve).once('error', reject));
    return readInfo(await redis.info());
  } finally {
    redis.disconnect();
  }
}

/** Reads what `INFO` says. Valkey tells its own version beside that of the Redis it stands for. */
export function readInfo(info: string): RedisHealth {
  const told = new Map(
    info.split('\r\n').flatMap((line) => {
      const [key, value] = line.split(':', 2);
      return key === undefined || value === undefined ? [] : [[key, value] as const];
    }),
  );
  const valkey = told.get('valkey_version');
  return {
    version: valkey === undefined ? (told.get('redis_version') ?? '') : `Valkey ${valkey}`,
    usedBytes: Number(told.get('used_memory') ?? 0),
    bytesAtMost: Number(told.get('maxmemory') ?? 0),
    policy: told.get('maxmemory_policy') ?? '',
    clients: Number(told.get('connected_clients') ?? 0),
  };
}
