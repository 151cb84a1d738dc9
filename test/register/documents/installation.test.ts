import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog, systemClock } from '../../../src/platform/index.ts';
import { createCountry, type Simulator, startSimulator } from '../../../src/simulator/index.ts';
import { EICAR, speakAsClamd, standInForClamd, type TestClamd } from '../../clamd.ts';
import { type Call, openProceeding, openTestGateway, type TestGateway } from '../../gateway.ts';
import { STAR } from '../../installation.ts';
import { startS3, type TestS3 } from '../../s3.ts';
import { personalCode } from '../../town.ts';
import { signedContainer } from './containers.ts';
import { form, PDF } from './desk.ts';

let s3: TestS3;
let clamd: TestClamd;
let siva: Simulator;
let star: TestGateway;
let mari: Call;
let authorization: string;
const folder = mkdtempSync(join(tmpdir(), 'star-installation-'));
beforeAll(async () => {
  [s3, clamd] = await Promise.all([startS3(), standInForClamd(speakAsClamd)]);
  const country = createCountry({ seed: 5, asOf: '2026-11-23' });
  siva = await startSimulator({ port: 0, country, clock: systemClock, log: createLog('silent'), clients: [STAR] });
  const { secretAccessKey, ...address } = s3.address;
  const secretAccessKeyFile = join(folder, 'secret');
  writeFileSync(secretAccessKeyFile, `${secretAccessKey}\n`);
  const { address: at } = clamd;
  star = await openTestGateway({ documents: { s3: { ...address, secretAccessKeyFile }, clamd: at, sivaUrl: `${siva.url}/siva` } });
  const call = await star.worker();
  mari = call;
  const { username, password } = call.worker;
  authorization = `Bearer ${(await star.call('POST', '/api/v1/sessions', { username, password })).body.token}`;
});
afterAll(async () => {
  await star.close();
  await Promise.all([siva.close(), clamd.close(), s3.close()]);
  rmSync(folder, { recursive: true, force: true });
});

it('an installation that names object storage, ClamAV and SiVa uses all three', async () => {
  const { id } = await openProceeding(mari, [personalCode(9)]);
  const path = `/api/v1/proceedings/${id}/documents`;
  const bring = (file: Uint8Array, name: string) =>
    fetch(`${star.gateway.url}${path}`, {
      method: 'POST',
      headers: { authorization },
      body: form(file, { title: 'Avaldus', kind: 'APPLICATION' }, name),
    }).then(async (response) => ({ status: response.status, body: await response.json() }));
  expect(await bring(EICAR, 'x.txt')).toMatchObject({ status: 422, body: { code: 'DOCUMENT_INFECTED' } });
  expect(s3.lying()).toEqual([]);
  const container = signedContainer();
  const { status, body } = await bring(container, 'avaldus.asice');
  expect([status, body.scanned]).toEqual([201, true]);
  expect(s3.lying().some((name) => name.includes(body.id))).toBe(true);
  const taken = await fetch(`${star.gateway.url}${path}/${body.id}/content`, { headers: { authorization } });
  expect(Buffer.from(await taken.arrayBuffer()).equals(container)).toBe(true);
  await expect
    .poll(async () => (await fetch(`${star.gateway.url}${path}/${body.id}`, { headers: { authorization } })).json(), { timeout: 20_000 })
    .toMatchObject({ signatureCheck: { state: 'CHECKED', count: 1, valid: 1 } });
  expect((await bring(PDF, 'x.pdf')).status).toBe(201);
});
