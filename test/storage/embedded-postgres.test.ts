import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLog } from '../../src/platform/index.ts';
import { type EmbeddedPostgres, openDatabase, openPostgresQueue, startEmbeddedPostgres } from '../../src/storage/index.ts';

const log = createLog('silent');
const soon = { timeout: 20_000, interval: 20 };
let top: string;
let directory: string;
const running: EmbeddedPostgres[] = [];

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'star-embedded-'));
  directory = join(top, 'postgres');
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  rmSync(top, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ directory, log });
  running.push(server);
  return server;
}

/** Starts a server from a process of its own, and ends that process as a crash would. */
async function startAndKillTheParent(kind: 'lasting' | 'throwaway', meanwhile = async (_url: string) => {}): Promise<string> {
  const parent = spawn(process.execPath, [resolve(import.meta.dirname, 'embedded-server.ts'), directory, kind], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(parent.stdout, 'data');
  const url = String(said).trim();
  await meanwhile(url);
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  return url;
}

async function withDatabase<T>(url: string, work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>): Promise<T> {
  const database = await openDatabase({ url, log });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

const write = (url: string, text: string) =>
  withDatabase(url, async ({ db }) => {
    await sql`create table if not exists note (text text)`.execute(db);
    await sql`insert into note values (${text})`.execute(db);
  });
const notes = (url: string) =>
  withDatabase(url, async ({ db }) =>
    (await sql<{ text: string }>`select text from note order by text`.execute(db)).rows.map(({ text }) => text),
  );
const answers = (url: string) => withDatabase(url, ({ ping }) => ping());

it('keeps what was written over a stop and a start, forces it to disk, and is reached by the socket alone', async () => {
  const first = await start();
  await write(first.url, 'kept');
  const { rows } = await withDatabase(first.url, ({ db }) =>
    sql`select current_setting('fsync') as fsync, current_setting('listen_addresses') as addresses`.execute(db),
  );
  expect(rows).toEqual([{ fsync: 'on', addresses: '' }]);
  await first.stop();
  expect(await answers(first.url)).toBe(false);
  const again = await start();
  expect([again.adopted, await notes(again.url)]).toEqual([false, ['kept']]);
});

it('adopts a server whose parent was killed, and loses nothing', async () => {
  const url = await startAndKillTheParent('lasting', (there) => write(there, 'before the kill'));
  expect(await answers(url)).toBe(true);
  const adopted = await start();
  expect([adopted.adopted, adopted.url]).toEqual([true, url]);
  expect(await notes(url)).toEqual(['before the kill']);
  await adopted.stop();
  expect(await answers(url)).toBe(false);
});

it('starts again after the server itself was killed', async () => {
  const first = await start();
  await write(first.url, 'before the crash');
  process.kill(Number.parseInt(readFileSync(join(directory, 'cluster', 'postmaster.pid'), 'utf8'), 10), 'SIGKILL');
  await vi.waitFor(async () => expect(await answers(first.url)).toBe(false), soon);
  expect(await notes((await start()).url)).toEqual(['before the crash']);
});

it('ends a throwaway server with its parent, however that ended', async () => {
  const url = await startAndKillTheParent('throwaway');
  await vi.waitFor(() => expect(existsSync(join(directory, 'cluster', 'postmaster.pid'))).toBe(false), soon);
  expect(await answers(url)).toBe(false);
});

it('is one server for two that start it at once', async () => {
  const both = await Promise.all([start(), start()]);
  expect(both[0].url).toBe(both[1].url);
  await write(both[0].url, 'one');
  expect(await notes(both[1].url)).toEqual(['one']);
});

it('never shows the cluster to others, and works where the way to it is closed', async () => {
  // As with a project in /root: the server is not root, and may not pass.
  chmodSync(top, 0o700);
  mkdirSync(directory);
  const { url } = await start();
  await write(url, 'behind a closed door');
  expect(await notes(url)).toEqual(['behind a closed door']);
  expect([statSync(top).mode & 0o777, statSync(directory).mode & 0o777, statSync(join(directory, 'cluster')).mode & 0o777]).toEqual([
    0o700, 0o700, 0o700,
  ]);
});

it('lets the queue and the register go on after a restart of the server', async () => {
  const first = await start();
  const database = await openDatabase({ url: first.url, log });
  await database.migrate();
  const queue = await openPostgresQueue({ database, queues: ['rr'], log });
  let worked = 0;
  await queue.work(
    'rr',
    async () => {
      worked += 1;
    },
    { concurrency: 2 },
  );
  const add = () => database.transaction((tx) => queue.add(tx, [{ queue: 'rr' }]));
  await add();
  await vi.waitFor(() => expect(worked).toBe(1), soon);
  await first.stop();
  await expect(add()).rejects.toThrow();
  expect(await database.ping()).toBe(false);
  await start();
  await add();
  await vi.waitFor(() => expect(worked).toBe(2), soon);
  await queue.close();
  await database.close();
});
