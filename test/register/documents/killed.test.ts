import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../../src/platform/index.ts';
import { clearLeftovers } from '../../../src/register/documents/index.ts';
import { openDiskObjects } from '../../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../../database.ts';
import { type Call, callAt, openProceeding } from '../../gateway.ts';
import { foundTown, type GatewayProcess, type Town } from '../../roles/process.ts';
import { hire, personalCode, type Worker } from '../../town.ts';
import { form, PDF } from './desk.ts';

const KILLS = 3;
/** Uploads from one worker at a time: more than one is always in the middle when the process is killed. */
const AT_A_TIME = 4;

let database: TestDatabase;
let town: Town;
let gateway: GatewayProcess;
let worker: Worker;
const folder = mkdtempSync(join(tmpdir(), 'star-documents-'));
beforeAll(async () => {
  database = await createTestDatabase();
  worker = await hire(database.database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1 });
  town = foundTown(database.url, 'http://127.0.0.1:1');
  gateway = await town.process('api', { STAR_DATA_DIR: folder });
  await gateway.start();
});
afterAll(async () => {
  await town.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const lying = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

async function signIn(): Promise<{ call: Call; authorization: string }> {
  const { body } = await callAt(gateway.url)('POST', '/api/v1/sessions', { username: worker.username, password: worker.password });
  const authorization = `Bearer ${body.token}`;
  return { call: callAt(gateway.url, { authorization }), authorization };
}

it('whoever is killed while documents come loses none that was acknowledged, and leaves none half (REQ-032)', async () => {
  const { id } = await openProceeding((await signIn()).call, [personalCode(7)]);
  const path = `/api/v1/proceedings/${id}/documents`;
  const acknowledged = new Map<string, string>();
  let isOver = false;
  const bring = async (authorization: string) => {
    while (!isOver) {
      const file = Buffer.concat([PDF, randomBytes(3_000_000)]);
      const sent = await fetch(`${gateway.url}${path}`, {
        method: 'POST',
        headers: { authorization },
        body: form(file, { title: 'Tõend', kind: 'OTHER' }),
      }).catch(() => undefined);
      if (sent === undefined) return;
      const body = await sent.json();
      expect(sent.status).toBe(201);
      acknowledged.set(body.id, sha256Of(file));
    }
  };
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { authorization } = await signIn();
    isOver = false;
    const bringing = Array.from({ length: AT_A_TIME }, () => bring(authorization));
    const before = acknowledged.size;
    // At a moment of its own each time, and in the middle of some file.
    while (acknowledged.size < before + AT_A_TIME) await sleep(10);
    await sleep(kill * 30);
    await gateway.kill();
    isOver = true;
    await Promise.all(bringing);
    await gateway.start();
  }
  const { call, authorization } = await signIn();
  const shown = new Map<string, string>();
  for (let after = ''; ; ) {
    const { body } = await call('GET', `${path}?limit=200${after}`);
    for (const document of body.items as { id: string; sha256: string }[]) shown.set(document.id, document.sha256);
    if (body.next === undefined) break;
    after = `&after=${body.next}`;
  }
  for (const [document, sha256] of acknowledged) expect([document, shown.get(document)]).toEqual([document, sha256]);
  for (const [document, sha256] of shown) {
    const taken = await fetch(`${gateway.url}${path}/${document}/content`, { headers: { authorization } });
    expect([taken.status, sha256Of(new Uint8Array(await taken.arrayBuffer()))]).toEqual([200, sha256]);
  }
  // What was in the middle lies there until it is thrown away.
  expect(lying().length).toBeGreaterThan(shown.size);
  const later = { now: () => systemClock.now().add({ hours: 2 }) };
  const objects = await openDiskObjects(join(folder, 'documents'));
  await clearLeftovers({ database: database.database, clock: later, objects });
  expect(new Set(lying())).toEqual(new Set(shown.keys()));
}, 120_000);
