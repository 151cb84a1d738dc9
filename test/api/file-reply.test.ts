import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fail, failure, ok } from '../../src/platform/index.ts';
import { file } from '../../src/register/access/index.ts';
import { hire } from '../town.ts';
import { callerWith, type Door, openDoor } from './door.ts';

const PIECE = Buffer.alloc(65_536, 'x');
/** More than any buffer between us and a reader who does not read. */
const PIECES = 4096;
const source = { read: 0, ended: false };

async function* long(pieces: number) {
  try {
    for (source.read = 0; source.read < pieces; source.read++) yield PIECE;
  } finally {
    source.ended = true;
  }
}

let door: Door;
let origin: string;
let authorization: string;
beforeAll(async () => {
  const route = { callers: ['SOCIAL_WORKER'], mediaType: 'application/pdf', summary: 'A file' } as const;
  const taken = (content: AsyncIterable<Uint8Array>) => ok({ mediaType: 'application/pdf', name: 'Õie (töö)*.pdf', content });
  door = await openDoor({
    more: [
      file({ ...route, path: '/short-file', take: async () => taken(long(2)) }),
      file({ ...route, path: '/long-file', take: async () => taken(long(PIECES)) }),
      file({ ...route, path: '/no-file', take: async () => fail(failure('NOT_FOUND')) }),
    ],
  });
  const mari = await hire(door.database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1 });
  const session = await callerWith(door.app)('POST', '/api/v1/sessions', { username: 'mari', password: mari.password });
  authorization = `Bearer ${session.body.token}`;
  await door.app.listen({ host: '127.0.0.1', port: 0 });
  origin = `http://127.0.0.1:${(door.app.server.address() as AddressInfo).port}`;
});
afterAll(() => door.close());

const take = (path: string, signal?: AbortSignal) =>
  fetch(`${origin}/api/v1${path}`, { headers: { authorization }, ...(signal && { signal }) });

it('is sent whole, to be kept under its name, and by nobody in between', async () => {
  const response = await take('/short-file');
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': "attachment; filename*=UTF-8''%C3%95ie%20%28t%C3%B6%C3%B6%29%2A.pdf",
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  expect((await response.arrayBuffer()).byteLength).toBe(2 * PIECE.length);
});

it('is read no further than its reader reads, and no more when they have gone', async () => {
  source.ended = false;
  const gone = new AbortController();
  const response = await take('/long-file', gone.signal);
  const reader = response.body?.getReader();
  await reader?.read();
  expect(source.read).toBeLessThan(PIECES);
  gone.abort();
  await expect.poll(() => source.ended, { timeout: 10_000 }).toBe(true);
  expect(source.read).toBeLessThan(PIECES);
});

it('is a problem document where there is none', async () => {
  const response = await take('/no-file');
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
});

it('stands in the API’s description as what it is', async () => {
  const description = (await (await fetch(`${origin}/api/openapi.json`)).json()) as { paths: Record<string, never> };
  expect(description.paths['/api/v1/short-file']).toMatchObject({
    get: { responses: { '200': { content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } } } },
  });
});
