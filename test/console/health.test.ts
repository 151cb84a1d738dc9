import { once } from 'node:events';
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signedIn } from '../api/door.ts';
import { type Board, NOW, openBoard } from './board.ts';

const folder = resolve(import.meta.dirname, '../../.test/health', String(process.pid));
const mark = join(folder, 'backup');
let board: Board;
beforeAll(() => mkdirSync(folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function healthWith(parts: Parameters<typeof openBoard>[0]) {
  board = await openBoard(parts);
  try {
    return (await (await signedIn(board.app, board.operator))('GET', '/console/api/health')).body;
  } finally {
    await board.close();
  }
}

it('tells how every part is', async () => {
  const server = createServer((_request, reply) => reply.end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  writeFileSync(mark, '');
  const ended = new Date(Date.parse(NOW) - 3 * 3_600_000);
  utimesSync(mark, ended, ended);
  const day = 86_400_000;
  const health = await healthWith({
    parts: {
      securityServers: [`http://127.0.0.1:${port}`, 'http://127.0.0.1:1'],
      dataDir: folder,
      backupMark: mark,
      redis: async () => ({ version: '7.4', usedBytes: 1, bytesAtMost: 0, policy: 'allkeys-lru', clients: 3 }),
      certificates: () => ({ own: Date.parse(NOW) + 29 * day, server: Date.parse(NOW) + 31 * day }),
    },
  });
  server.close();
  expect(health).toMatchObject({
    database: { state: 'WELL', version: expect.stringMatching(/^\d+/), bytes: expect.any(Number), replicas: [] },
    // A Redis that throws away what it is given is no place for a queue.
    redis: { state: 'ATTENTION', policy: 'allkeys-lru' },
    securityServers: [
      { host: `127.0.0.1:${port}`, state: 'WELL', answeredMs: expect.any(Number) },
      { host: '127.0.0.1:1', state: 'AWAY', answeredMs: null },
    ],
    disk: { state: expect.stringMatching(/WELL|ATTENTION/), freeBytes: expect.any(Number) },
    documents: { store: { state: 'WELL' }, scanner: { state: 'WELL', configured: true }, validator: { state: 'WELL', configured: true } },
    backup: { state: 'WELL', endedAt: '2026-11-23T05:00:00Z' },
    certificates: { own: { state: 'ATTENTION' }, securityServer: { state: 'WELL' } },
    versions: { gateway: '0.1.0', node: process.version.slice(1), migrations: expect.any(Number) },
    // The test's clock stands still at another time than the database's.
    clock: { state: 'ATTENTION', offsetMs: expect.any(Number) },
  });
});

it('says that it does not know, where nobody has told', async () => {
  const health = await healthWith({ parts: { dataDir: join(folder, 'nowhere'), backupMark: join(folder, 'never') } });
  expect(health).toMatchObject({
    redis: null,
    securityServers: [],
    disk: { state: 'UNKNOWN' },
    backup: { state: 'UNKNOWN', named: true },
    certificates: null,
  });
});

it('shows that documents are not scanned, nor their signatures checked, and that what they stand on is away', async () => {
  const unseen = await healthWith({ parts: { documents: { store: async () => false, scanner: undefined, validator: undefined } } });
  const none = { state: 'ATTENTION', configured: false };
  expect(unseen.documents).toEqual({ store: { state: 'AWAY' }, scanner: none, validator: none });
  const away = await healthWith({
    parts: { documents: { store: async () => true, scanner: async () => false, validator: async () => false } },
  });
  const gone = { state: 'AWAY', configured: true };
  expect(away.documents).toMatchObject({ scanner: gone, validator: gone });
});

it('is not held up by a part that hangs', async () => {
  const health = await healthWith({ parts: { redis: () => new Promise(() => undefined) } });
  expect(health).toMatchObject({ redis: { state: 'AWAY' }, database: { state: 'WELL' } });
});
