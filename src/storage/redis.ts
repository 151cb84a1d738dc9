import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { Log } from '../platform/index.ts';

/** A command that Redis has not answered by then counts as failed, ms: a hung Redis must not hang a caller. */
const COMMAND_WITHIN = 5_000;
/** How long an opening waits for Redis, ms. */
const READY_WITHIN = 2_000;
/** Between attempts to reach a Redis that is gone: quickly at first, then once a second. */
const RECONNECT_AT_MOST = 1_000;

/** How Redis is reached, as ioredis and BullMQ both take it. */
export interface RedisSettings {
  readonly host: string;
  readonly port: number;
  readonly db: number;
  readonly username?: string;
  readonly password?: string;
  readonly tls?: Record<string, never>;
  readonly retryStrategy: (attempt: number) => number;
}

/** Connection settings from `redis://[user:password@]host:port/db` or `rediss://...`. */
export function redisSettings(url: string): RedisSettings {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  if (protocol !== 'redis:' && protocol !== 'rediss:') throw new RangeError('a Redis address begins with redis:// or rediss://');
  const db = Number(pathname.slice(1) || '0');
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(port || '6379'),
    db,
    ...(username === '' ? {} : { username: decodeURIComponent(username) }),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' ? { tls: {} } : {}),
    retryStrategy: (attempt) => Math.min(50 * 2 ** Math.min(attempt, 10), RECONNECT_AT_MOST),
  };
}

/**
 * A connection that fails at once while Redis is away, and says so in the log once per loss. The library is loaded only where there is a Redis:
 * it derives a class from `String`, after which V8 takes five times as long over `charCodeAt` in the whole process.
 */
export async function openRedis(url: string, log: Log): Promise<Redis> {
  const { Redis } = await import('ioredis');
  const redis = new Redis({
    ...redisSettings(url),
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: COMMAND_WITHIN,
    connectTimeout: COMMAND_WITHIN,
  });
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
export async function readyOrLater(redis: Redis): Promise<void> {
  if (redis.status === 'ready') return;
  const timer = new AbortController();
  await Promise.race([once(redis, 'ready', { signal: timer.signal }), sleep(READY_WITHIN, undefined, { signal: timer.signal })]).catch(
    () => undefined,
  );
  timer.abort();
}
