import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fail, failure, ok } from '../../src/platform/index.ts';
import { type ServerSentEvent, stream } from '../../src/register/access/index.ts';
import { hire } from '../town.ts';
import { callerWith, type Door, openDoor } from './door.ts';

/** What the stream route's source has done, as the test sees it. */
const source = { produced: 0, ended: 0 };

async function* events(signal: AbortSignal, size: number): AsyncGenerator<ServerSentEvent> {
  try {
    for (; !signal.aborted; source.produced++) {
      yield { event: 'query', data: { n: source.produced, text: 'x'.repeat(size) } };
      await sleep(1);
    }
  } finally {
    source.ended++;
  }
}

let door: Door;
let origin: string;
let authorization: string;
beforeAll(async () => {
  door = await openDoor({
    more: [
      stream({
        path: '/moves',
        summary: 'Moves',
        callers: ['SOCIAL_WORKER'],
        open: async ({ signal }) => ok(events(signal, 10)),
      }),
      stream({
        path: '/floods',
        summary: 'Floods',
        callers: ['SOCIAL_WORKER'],
        open: async ({ signal }) => ok(events(signal, 100_000)),
      }),
      stream({ path: '/nothing', summary: 'Nothing', callers: ['SOCIAL_WORKER'], open: async () => fail(failure('NOT_FOUND')) }),
    ],
  });
  const mari = await hire(door.database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1 });
  const session = await callerWith(door.app)('POST', '/api/v1/sessions', { username: 'mari', password: mari.password });
  authorization = `Bearer ${session.body.token}`;
  await door.app.listen({ host: '127.0.0.1', port: 0 });
  origin = `http://127.0.0.1:${(door.app.server.address() as AddressInfo).port}`;
});
afterAll(() => door.close());

const open = (path: string, signal?: AbortSignal) =>
  fetch(`${origin}/api/v1${path}`, { headers: { authorization }, ...(signal && { signal }) });

async function until(reached: () => boolean): Promise<void> {
  for (const deadline = performance.now() + 10_000; !reached() && performance.now() < deadline; ) await sleep(10);
  expect(reached()).toBe(true);
}

describe('an event stream', () => {
  it('tells events as they come, and lets its source go with the reader', async () => {
    const reader = new AbortController();
    const response = await open('/moves', reader.signal);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('cache-control')).toBe('no-store');
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString();
      if (text.includes('"n":2')) break;
    }
    expect(text).toMatch(/^: \n\nevent: query\ndata: \{"n":0,"text":"x+"\}\n\nevent: query\ndata: /);
    reader.abort();
    await until(() => source.ended === 1);
  });

  it('holds its source back while the reader does not read', async () => {
    const before = source.produced;
    const reader = new AbortController();
    await open('/floods', reader.signal);
    await sleep(1500);
    const held = source.produced - before;
    await sleep(500);
    expect(source.produced - before - held).toBeLessThanOrEqual(1);
    reader.abort();
    await until(() => source.ended === 2);
  });

  it('is refused like any other call', async () => {
    expect((await open('/nothing')).status).toBe(404);
    expect((await fetch(`${origin}/api/v1/moves`)).status).toBe(401);
  });

  it('ends with the door', async () => {
    const response = await open('/moves');
    const closing = door.app.close();
    await response.text().catch(() => '');
    await closing;
    await until(() => source.ended === 3);
  });
});
