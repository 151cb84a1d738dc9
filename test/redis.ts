import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

export interface TestRedis {
  readonly url: string;
  /** Ends it as a crash would: everything in it is lost. */
  kill(): Promise<void>;
  /** Starts it again, empty, on the same port. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const installed = spawnSync('redis-server', ['--version']).status === 0;

/** Whether the Redis adapters can be tested here. `STAR_REQUIRE_REDIS=1` makes the lack of a redis-server a failure: as in `.ci/run`. */
export function redisIsThere(what: string): boolean {
  if (installed) return true;
  if (process.env.STAR_REQUIRE_REDIS === '1') throw new Error('STAR_REQUIRE_REDIS is set and there is no redis-server');
  console.warn(`Not run: ${what} on Redis. There is no redis-server here (apt-get install redis-server).`);
  return false;
}

/** A real Redis of the test's own, in a temporary folder, on a free port. It ends with the process that started it. */
export async function startRedis(): Promise<TestRedis> {
  const directory = mkdtempSync(join(tmpdir(), 'star-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server = await launch(directory, port);
  return {
    url,
    kill: () => end(server),
    start: async () => {
      server = await launch(directory, port);
    },
    stop: async () => {
      await end(server);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function launch(directory: string, port: number): Promise<ChildProcess> {
  const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', directory, '--save', '', '--maxmemory-policy', 'noeviction'];
  const server = spawn('setpriv', ['--pdeathsig', 'KILL', '--', 'redis-server', ...settings], { stdio: 'ignore' });
  const probe = new Redis({ host: '127.0.0.1', port, maxRetriesPerRequest: null, retryStrategy: () => 20 });
  probe.on('error', () => undefined);
  await probe.ping();
  probe.disconnect();
  return server;
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((settle) => server.once('exit', settle));
  server.kill('SIGKILL');
  await ended;
}

function freePort(): Promise<number> {
  return new Promise((settle, refuse) => {
    const server = createServer();
    server.once('error', refuse);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => settle(port));
    });
  });
}
