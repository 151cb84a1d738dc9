import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog, type Log } from '../../src/platform/index.ts';
import { type EmbeddedPostgres, openDatabase, startEmbeddedPostgres } from '../../src/storage/index.ts';

let directory: string;
let server: EmbeddedPostgres;
const start = () => startEmbeddedPostgres({ directory, log: createLog('silent'), throwaway: true });
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'star-listening-'));
  server = await start();
});
afterAll(async () => {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
});

it('a listener whose database is away tries again once a second, however long that lasts, and hears again when it is back', async () => {
  let tries = 0;
  const silent = createLog('silent');
  const log: Log = Object.assign(Object.create(silent), {
    warn: (_details: object, text: string) => {
      if (text.includes('could not be opened again')) tries += 1;
    },
  });
  const database = await openDatabase({ url: server.url, log });
  const heard: string[] = [];
  const stop = await database.listen('news', (payload) => heard.push(payload));
  await database.notify('news', ['before']);
  await expect.poll(() => heard).toEqual(['before']);

  await server.stop();
  await sleep(6_500);
  // Were each failure to begin a round of tries of its own, there would be dozens by now, and twice as many every second.
  expect(tries).toBeGreaterThanOrEqual(3);
  expect(tries).toBeLessThanOrEqual(7);

  server = await start();
  const hearsAgain = async () => {
    await database.notify('news', ['after']).catch(() => undefined);
    return heard.includes('after');
  };
  await expect.poll(hearsAgain, { timeout: 20_000, interval: 200 }).toBe(true);
  await stop();
  await database.close();
}, 60_000);
