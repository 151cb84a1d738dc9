import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog, newId, systemClock, today } from '../../src/platform/index.ts';
import { createCountry, type Simulator, startSimulator } from '../../src/simulator/index.ts';
import { createDataKeys, type MasterKeys } from '../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../database.ts';
import { openProceeding } from '../gateway.ts';
import { MASTER_KEYS, STAR } from '../installation.ts';
import { hire } from '../town.ts';
import { balance } from './balancer.ts';
import { foundTown, type GatewayProcess, type Town } from './process.ts';

const log = createLog('silent');
const country = createCountry({ seed: 11, asOf: today(systemClock).toString() });
const NEXT: MasterKeys = new Map([[2, randomBytes(32)]]);
const BOTH: MasterKeys = new Map([...MASTER_KEYS, ...NEXT]);
/** Keys of other proceedings, so that a rotation takes long enough to be killed in the middle. */
const OTHERS = 5000;

let town: Town;
let database: TestDatabase;
let simulator: Simulator;
let processes: readonly GatewayProcess[];

beforeAll(async () => {
  database = await createTestDatabase();
  simulator = await startSimulator({ port: 0, country, clock: systemClock, log, clients: [STAR] });
  town = foundTown(database.url, simulator.url);
  processes = await Promise.all(['api', 'worker'].map((role) => town.process(role)));
  await Promise.all(processes.map((one) => one.start()));
}, 120_000);
afterAll(async () => {
  await town.close();
  await simulator.close();
  await database.drop();
});

function rotate(): { readonly child: ChildProcess; readonly said: () => string; readonly ended: Promise<number | null> } {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, '../../src/rotate-keys.ts')], {
    env: { PATH: process.env.PATH ?? '', ...town.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text));
  return { child, said: () => said, ended: once(child, 'exit').then(() => child.exitCode) };
}

const restart = async () => {
  for (const one of processes) {
    expect(await one.stop()).toBe(0);
    await one.start();
  }
};
const wrappedBy = async () => {
  const { rows } = await sql<{ version: number; keys: number }>`
    select master_key_version as version, count(*)::int as keys from data_key where wrapped_key is not null group by 1 order by 1`.execute(
    database.database.db,
  );
  return new Map(rows.map(({ version, keys }) => [version, keys]));
};

it('rotates the master key under running queries, killed in the middle and called again; then the old one is not needed any more', async () => {
  const { db } = database.database;
  const keys = createDataKeys(MASTER_KEYS);
  for (let made = 0; made < OTHERS; made += 500)
    await database.database.transaction(async (tx) => {
      for (let one = 0; one < 500; one += 1) await keys.create(tx, newId());
    });
  const worker = await hire(database.database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1 });
  const urls = processes.slice(0, 1).map(({ url }) => url);
  const { body: session } = await balance(urls).call('POST', '/api/v1/sessions', { username: worker.username, password: worker.password });
  const { call } = balance(urls, { authorization: `Bearer ${session.token}` });
  const person = country.personae.EMPLOYED_PARENT ?? '';
  const asked: string[] = [];
  const refused: string[] = [];
  const ask = async (key = newId()) => {
    const { id, subjects } = await openProceeding(call, [person]);
    const question = { type: 'RR.RESIDENCES_DOCS_RELATIONS', subjectId: subjects[0] };
    const send = () => call('POST', `/api/v1/proceedings/${id}/queries?wait=20`, question, { 'idempotency-key': key });
    const { status, body } = await send();
    // A door that closes lets who waits go with what there is.
    if (status < 300) asked.push(String(body.id));
    else refused.push(`${status} ${body.code}`);
    return { send, id: body.id };
  };
  const before = await ask();

  // The new key beside the old one, and every process told of it but one.
  const forgotten = await town.process('console');
  await forgotten.start();
  town.putMasterKeys(BOTH);
  let goesOn = true;
  const load = (async () => {
    while (goesOn) await ask();
  })();
  await restart();
  const first = rotate();
  while (!first.said().includes('wrapped anew')) await once(first.child.stdout ?? first.child, 'data');
  first.child.kill('SIGKILL');
  await first.ended;
  const halfway = await wrappedBy();
  expect([...halfway.keys()]).toEqual([1, 2]);
  const second = rotate();
  expect(await second.ended).toBe(0);
  expect(second.said()).toMatch(/Version 1 may be taken out of .*master\.key/);
  expect([...(await wrappedBy()).keys()]).toEqual([2]);
  const ready = await fetch(`${forgotten.ops}/health/ready`);
  expect([ready.status, await ready.json()]).toMatchObject([503, { checks: { database: 'ok', masterKeys: 'unavailable' } }]);

  // The old key gone: what it had wrapped opens, and what was named with its secrets is known again.
  town.putMasterKeys(NEXT);
  await restart();
  goesOn = false;
  await load;
  await ask();
  expect(refused).toEqual([]);
  for (const id of asked) {
    const answer = async () => (await call('GET', `/api/v1/queries/${id}`)).body.answer;
    await expect.poll(answer, { timeout: 30_000 }).toMatchObject({ state: 'FOUND' });
  }
  expect((await before.send()).body.id).toBe(before.id);
  const { rows } = await sql<{ action: string }>`select action from audit_event where system = 'keys-rotate' order by id`.execute(db);
  expect(rows.map(({ action }) => action)).toEqual(['MASTER_KEY_CHANGED', 'MASTER_KEY_RETIRED']);
}, 240_000);

it('refuses a wrong new key with its code, and changes nothing', async () => {
  const before = await sql`select * from master_key`.execute(database.database.db);
  for (const [keys, code] of [
    [new Map([...NEXT, [3, NEXT.get(2) ?? randomBytes(32)]]), 'MASTER_KEY_SAME'],
    [new Map([[2, randomBytes(32)]]), 'MASTER_KEY_WRONG'],
    [new Map([[3, randomBytes(32)]]), 'MASTER_KEY_MISSING'],
    [new Map([...NEXT, [3, randomBytes(16)]]), 'MASTER_KEYS_UNREADABLE'],
  ] as const) {
    town.putMasterKeys(keys);
    const { said, ended } = rotate();
    expect(await ended).toBe(78);
    expect(said()).toContain(code);
  }
  expect((await sql`select * from master_key`.execute(database.database.db)).rows).toEqual(before.rows);
  expect([...(await wrappedBy()).keys()]).toEqual([2]);
}, 120_000);
