import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openGateway } from '../../../src/gateway.ts';
import { createLog, settableClock, systemClock } from '../../../src/platform/index.ts';
import { createCountry, type Simulator, startSimulator } from '../../../src/simulator/index.ts';
import { createTestDatabase, type TestDatabase } from '../../database.ts';
import { callAt } from '../../gateway.ts';
import { MASTER_KEYS, STAR, testConfiguration } from '../../installation.ts';
import { hire, type Worker } from '../../town.ts';
import { FILE, inBase64 } from './ground.ts';

const log = createLog('silent');
let simulator: Simulator;
let town: TestDatabase;
let officer: Worker;
let child: ChildProcess;
beforeAll(async () => {
  simulator = await startSimulator({
    port: 0,
    country: createCountry({ seed: 11, asOf: '2026-11-23' }),
    clock: systemClock,
    log,
    clients: [STAR],
  });
  town = await createTestDatabase();
  officer = await hire(town.database, { username: 'liis', roles: ['SETTLEMENT'], serial: 1 });
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await simulator.close();
  await town.drop();
});

async function signIn(url: string) {
  const session = await callAt(url)('POST', '/api/v1/sessions', { username: officer.username, password: officer.password });
  return callAt(url, { authorization: `Bearer ${session.body.token}` });
}

it('a process killed after the tax board has taken the file, before it has answered: the next one finds it there', async () => {
  simulator.knobs('mkrliides').latencyMs = 60_000;
  const killed = spawn(process.execPath, [resolve(import.meta.dirname, '../gateway-process.ts'), town.url, simulator.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = killed;
  const url = await new Promise<string>((settle, refuse) => {
    killed.stdout.once('data', (line: Buffer) => settle(line.toString().trim()));
    killed.once('exit', (code) => refuse(new Error(`the gateway ended with ${code}`)));
  });
  const before = await signIn(url);
  const { status, body } = await before('POST', '/api/v1/declarations', { month: '2026-10', file: inBase64(FILE) });
  expect(status).toBe(202);
  const executions = () => [...simulator.executions('mkrliides')];
  await expect.poll(executions, { timeout: 15_000 }).toEqual([[body.id, 1]]);
  killed.kill('SIGKILL');
  simulator.knobs('mkrliides').latencyMs = 0;

  // Some minutes later, when the lease has ended and a look at the register says something.
  const clock = settableClock(systemClock.now().add({ minutes: 5 }).toString());
  const gateway = await openGateway({
    configuration: testConfiguration(simulator.url),
    databaseUrl: town.url,
    masterKeys: MASTER_KEYS,
    clock,
    log,
  });
  try {
    const after = await signIn(gateway.url);
    const view = async () => (await after('GET', `/api/v1/declarations/${body.id}`)).body;
    for (let tries = 0; tries < 60 && (await view()).state !== 'ACCEPTED'; tries++) await sleep(250);
    expect(await view()).toMatchObject({ state: 'ACCEPTED', confirmedBy: 'READ_BACK' });
    expect(executions()).toEqual([[body.id, 1]]);
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(metrics).toMatch(/star_declaration_exchanges_total\{errand="LOOK",state="ACCEPTED"\} 1/);
  } finally {
    await gateway.close();
  }
}, 60_000);
