import type { Log } from '../platform/index.ts';
import { openRedis, type RedisAddress } from './redis.ts';

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
export async function redisHealth(address: RedisAddress, log: Log): Promise<RedisHealth> {
  const redis = await openRedis(address, log);
  try {
    if (redis.status !== 'ready') await new Promise((resolve, reject) => redis.once('ready', resolve).once('error', reject));
    const nodes = 'nodes' in redis ? redis.nodes('master') : [redis];
    return together(await Promise.all(nodes.map(async (node) => readInfo(await node.info()))));
  } finally {
    redis.disconnect();
  }
}

/** The masters of a Cluster as one: what each holds and may hold, and whatever any of them does when it is full. */
function together(nodes: readonly RedisHealth[]): RedisHealth {
  const [first] = nodes;
  if (first === undefined) throw new Error('the cluster has no master');
  const sum = (of: (node: RedisHealth) => number) => nodes.reduce((total, node) => total + of(node), 0);
  return {
    version: first.version,
    usedBytes: sum(({ usedBytes }) => usedBytes),
    bytesAtMost: nodes.some(({ bytesAtMost }) => bytesAtMost === 0) ? 0 : sum(({ bytesAtMost }) => bytesAtMost),
    policy: [...new Set(nodes.map(({ policy }) => policy))].join(', '),
    clients: sum(({ clients }) => clients),
  };
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
