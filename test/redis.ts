import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Configuration } from '../src/configuration.ts';
import { freePort } from './free-port.ts';

/** A Redis, in whatever form it runs, and how the gateway is told of it. */
export interface RunningRedis {
  readonly address: NonNullable<Configuration['redis']>;
  stop(): Promise<void>;
}

export interface TestRedis extends RunningRedis {
  readonly url: string;
  /** Where it keeps its files, if it is told to keep any. */
  readonly directory: string;
  /** Ends it as a crash would: everything in it is lost. */
  kill(): Promise<void>;
  /** Ends it in order: what is in it is there again after the next start. */
  shutDown(): Promise<void>;
  /** Starts it again on the same port. */
  start(): Promise<void>;
}

/** Where Redis keeps what is in it. */
const DUMP = 'dump.rdb';

const installed = spawnSync('redis-server', ['--version']).status === 0;

/** Whether the Redis adapters can be tested here. `STAR_REQUIRE_REDIS=1` makes the lack of a redis-server a failure: as in `.ci/run`. */
export function redisIsThere(what: string): boolean {
  if (installed) return true;
  if (process.env.STAR_REQUIRE_REDIS === '1') throw new Error('STAR_REQUIRE_REDIS is set and there is no redis-server');
  console.warn(`Not run: ${what} on Redis. There is no redis-server here (apt-get install redis-server).`);
  return false;
}

/** A real Redis of the test's own, in a temporary folder, on a free port. It ends with the process that started it. */
export async function startRedis(settings: readonly string[] = []): Promise<TestRedis> {
  const directory = mkdtempSync(join(tmpdir(), 'star-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server = await launch(directory, port, settings);
  return {
    url,
    directory,
    address: { url },
    kill: async () => {
      await end(server);
      rmSync(join(directory, DUMP), { force: true });
    },
    shutDown: async () => {
      const client = new Redis({ host: '127.0.0.1', port, maxRetriesPerRequest: 0 });
      client.on('error', () => undefined);
      const gone = once(server, 'exit');
      // It says nothing and goes.
      await client.shutdown('SAVE').catch(() => undefined);
      await gone;
      client.disconnect();
    },
    start: async () => {
      server = await launch(directory, port, settings);
    },
    stop: async () => {
      await end(server);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A real Redis Cluster of three masters, each with a third of the slots. */
export async function startRedisCluster(): Promise<RunningRedis> {
  const nodes = await Promise.all(
    Array.from({ length: 3 }, async () => {
      const directory = mkdtempSync(join(tmpdir(), 'star-redis-'));
      const [port, busPort] = await Promise.all([freePort(), freePort()]);
      const settings = ['--cluster-enabled', 'yes', '--cluster-node-timeout', '2000', '--cluster-port', `${busPort}`];
      return { directory, port, busPort, server: await launch(directory, port, settings) };
    }),
  );
  const [first, ...others] = nodes;
  for (const [n, { port }] of nodes.entries()) {
    const [from, to] = [Math.ceil((n * SLOTS) / nodes.length), Math.ceil(((n + 1) * SLOTS) / nodes.length) - 1];
    await tell(port, 'cluster', 'addslotsrange', from, to);
  }
  for (const { port, busPort } of others) await tell(first?.port ?? 0, 'cluster', 'meet', '127.0.0.1', port, busPort);
  for (const { port } of nodes) {
    const isWhole = async () => {
      const info = String(await tell(port, 'cluster', 'info'));
      return info.includes('cluster_state:ok') && info.includes('cluster_known_nodes:3');
    };
    while (!(await isWhole())) await sleep(50);
  }
  return {
    address: { cluster: nodes.map(({ port }) => `redis://127.0.0.1:${port}`) },
    async stop() {
      await Promise.all(nodes.map(({ server }) => end(server)));
      for (const { directory } of nodes) rmSync(directory, { recursive: true, force: true });
    },
  };
}

export interface TestSentinels extends RunningRedis {
  /** Ends the master as a crash would, and waits until the Sentinels have made the replica the master. */
  killMaster(): Promise<void>;
}

/** A real master with a replica, and three Sentinels that watch over them. */
export async function startSentinels(): Promise<TestSentinels> {
  const directory = mkdtempSync(join(tmpdir(), 'star-redis-'));
  const [masterPort, replicaPort] = await Promise.all([freePort(), freePort()]);
  const master = await launch(directory, masterPort);
  const replica = await launch(directory, replicaPort, ['--replicaof', '127.0.0.1', `${masterPort}`]);
  const isInStep = async () => String(await tell(replicaPort, 'info', 'replication')).includes('master_link_status:up');
  while (!(await isInStep())) await sleep(50);
  const sentinels = await Promise.all(
    Array.from({ length: 3 }, async () => {
      const port = await freePort();
      const file = join(directory, `sentinel-${port}.conf`);
      const watch = ['monitor star 127.0.0.1 MASTER 2', 'down-after-milliseconds star 1000', 'failover-timeout star 5000'];
      writeFileSync(file, watch.map((line) => `sentinel ${line.replace('MASTER', `${masterPort}`)}\n`).join(''));
      return { port, server: await launch(directory, port, [], [file, '--sentinel']) };
    }),
  );
  const masterIs = async (port: number) => {
    const told = await tell(sentinels[0]?.port ?? 0, 'sentinel', 'get-master-addr-by-name', 'star');
    return Array.isArray(told) && Number(told[1]) === port;
  };
  const knowsAll = async ({ port }: { port: number }) =>
    /num-slaves,1.*num-other-sentinels,2/.test(String(await tell(port, 'sentinel', 'master', 'star')));
  for (const one of sentinels) while (!(await knowsAll(one))) await sleep(50);
  return {
    address: { url: 'redis://star', sentinels: sentinels.map(({ port }) => `redis://127.0.0.1:${port}`) },
    async killMaster() {
      await end(master);
      while (!(await masterIs(replicaPort))) await sleep(50);
    },
    async stop() {
      await Promise.all([master, replica, ...sentinels.map(({ server }) => server)].map(end));
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Every form in which Redis can run: what holds on one holds on all. */
export const redisForms: readonly (readonly [string, () => Promise<RunningRedis>])[] = [
  ['Redis', () => startRedis()],
  ['a Redis Cluster', startRedisCluster],
  ['Redis behind Sentinels', startSentinels],
];

/** Slots of a Cluster. */
const SLOTS = 16_384;

async function launch(
  directory: string,
  port: number,
  more: readonly string[] = [],
  before: readonly string[] = [],
): Promise<ChildProcess> {
  const sentinel = before.includes('--sentinel');
  const settings = [
    ...before,
    ...['--port', `${port}`, '--bind', '127.0.0.1', '--dir', directory],
    ...(sentinel ? [] : ['--save', '', '--maxmemory-policy', 'noeviction']),
    ...more,
  ];
  const server = spawn('setpriv', ['--pdeathsig', 'KILL', '--', 'redis-server', ...settings], { stdio: 'ignore' });
  const probe = new Redis({ host: '127.0.0.1', port, maxRetriesPerRequest: null, retryStrategy: () => 20, enableReadyCheck: false });
  probe.on('error', () => undefined);
  await probe.ping();
  probe.disconnect();
  return server;
}

async function tell(port: number, command: string, ...words: (string | number)[]): Promise<unknown> {
  const redis = new Redis({ host: '127.0.0.1', port, enableReadyCheck: false });
  try {
    return await redis.call(command, ...words);
  } finally {
    redis.disconnect();
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((settle) => server.once('exit', settle));
  server.kill('SIGKILL');
  await ended;
}

/** A port that nothing listens on just now. */
