import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster, Redis } from 'ioredis';
import type { Log } from '../platform/index.ts';

/** A command that Redis has not answered by then counts as failed, ms: a hung Redis must not hang a caller. */
const COMMAND_WITHIN = 5_000;
/** How long an opening waits for Redis, ms. */
const READY_WITHIN = 2_000;
/** Between attempts to reach a Redis that is gone: quickly at first, then once a second. */
const RECONNECT_AT_MOST = 1_000;

/**
 * Where Redis is: at an address; at that of the master whom Sentinels know by the name that stands in the place of its host; or at the nodes of a
 * Cluster. Addresses are `redis://[user:password@]host[:port][/db]`, or `rediss://` by TLS.
 */
export type RedisAddress =
  | { readonly url: string; readonly sentinels?: readonly string[] | undefined }
  | { readonly cluster: readonly string[] };

export type RedisClient = Redis | Cluster;

/** How a connection bears a Redis that is away. */
interface Manners {
  /** Whether a command waits for it, or fails at once. */
  readonly enableOfflineQueue: boolean;
  /** How often a command is tried again that was under way when it went; null: until it is back. */
  readonly maxRetriesPerRequest: number | null;
  readonly commandTimeout?: number;
}

/** Never gives up on a command: for the queue library, which a connection that is cut while it prepares itself would leave unusable for good. */
export const PATIENT: Manners = { enableOfflineQueue: true, maxRetriesPerRequest: null };
/** Fails at once while Redis is away. */
const IMPATIENT: Manners = { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: COMMAND_WITHIN };

/**
 * Connects, now or as soon as it can. The library is loaded only where there is a Redis: it derives a class from `String`, after which V8 takes
 * five times as long over `charCodeAt` in the whole process.
 */
export async function connectRedis(address: RedisAddress, manners: Manners): Promise<RedisClient> {
  const { Cluster, Redis } = await import('ioredis');
  const again = (attempt: number) => Math.min(50 * 2 ** Math.min(attempt, 10), RECONNECT_AT_MOST);
  // A master that a failover has made a replica of takes nothing any more: its successor is looked for, and the command sent there.
  const reconnectOnError = (error: Error) => (error.message.startsWith('READONLY') ? 2 : false);
  const common = { ...manners, connectTimeout: COMMAND_WITHIN, reconnectOnError };
  if ('cluster' in address) {
    const nodes = address.cluster.map(nodeAt);
    const { host: _host, port: _port, db: _db, ...access } = nodeAt(address.cluster[0] ?? '');
    const { enableOfflineQueue, ...redisOptions } = common;
    return new Cluster(
      nodes.map(({ host, port }) => ({ host, port })),
      // Nodes tell each other's addresses: a name that a certificate is made out to must not be looked up first.
      {
        enableOfflineQueue,
        clusterRetryStrategy: again,
        dnsLookup: (name, settle) => settle(null, name),
        redisOptions: { ...redisOptions, ...access },
      },
    );
  }
  const node = nodeAt(address.url);
  if (address.sentinels === undefined) return new Redis({ ...common, ...node, retryStrategy: again });
  const { host: name, port: _port, ...access } = node;
  const sentinels = address.sentinels.map(nodeAt);
  const { username, password, tls } = sentinels[0] ?? {};
  return new Redis({
    ...common,
    ...access,
    name,
    sentinels: sentinels.map(({ host, port }) => ({ host, port })),
    ...(username === undefined ? {} : { sentinelUsername: username }),
    ...(password === undefined ? {} : { sentinelPassword: password }),
    ...(tls === undefined ? {} : { enableTLSForSentinelMode: true, sentinelTLS: tls }),
    retryStrategy: again,
    sentinelRetryStrategy: again,
  });
}

/** A connection that fails at once while Redis is away, and says so in the log once per loss. */
export async function openRedis(address: RedisAddress, log: Log): Promise<RedisClient> {
  const redis = await connectRedis(address, IMPATIENT);
  let down = false;
  redis.on('ready', () => {
    if (down) log.info('Redis is back');
    down = false;
  });
  redis.on('error', (error: Error) => {
    if (!down) log.warn({ code: 'code' in error ? error.code : error.name }, 'Redis is away');
    down = true;
  });
  return redis;
}

/** Waits for the connection, but not for long: a process that starts while Redis is away starts all the same, and says it is degraded. */
export async function readyOrLater(redis: RedisClient): Promise<void> {
  if (redis.status === 'ready') return;
  const timer = new AbortController();
  await Promise.race([once(redis, 'ready', { signal: timer.signal }), sleep(READY_WITHIN, undefined, { signal: timer.signal })]).catch(
    () => undefined,
  );
  timer.abort();
}

function nodeAt(url: string) {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  if (protocol !== 'redis:' && protocol !== 'rediss:') throw new RangeError('a Redis address begins with redis:// or rediss://');
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(port || '6379'),
    db: Number(pathname.slice(1) || '0'),
    ...(username === '' ? {} : { username: decodeURIComponent(username) }),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' ? { tls: {} } : {}),
  };
}
