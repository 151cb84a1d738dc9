import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openGateway } from '../../src/gateway.ts';
import { createLog, settableClock, systemClock } from '../../src/platform/index.ts';
import { createCountry, type Simulator, startSimulator } from '../../src/simulator/index.ts';
import { createTestDatabase, type TestDatabase } from '../database.ts';
import { callAt, openProceeding } from '../gateway.ts';
import { MASTER_KEYS, STAR, testConfiguration } from '../installation.ts';
import { hire, type Worker } from '../town.ts';

const START = 'HK.CARER_INSURANCE.START';
const log = createLog('silent');
const country = createCountry({ seed: 11, asOf: '2026-11-23' });
let simulator: Simulator;
let town: TestDatabase;
let worker: Worker;
const processes: ChildProcess[] = [];
beforeAll(async () => {
  simulator = await startSimulator({ port: 0, country, clock: systemClock, log, clients: [STAR] });
  town = await createTestDatabase();
  worker = await hire(town.database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1 });
});
afterAll(async () => {
  for (const child of processes) child.kill('SIGKILL');
  await simulator.close();
  await town.drop();
});

async function startProcess(): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, 'gateway-process.ts'), town.url, simulator.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  processes.push(child);
  const url = await new Promise<string>((settle, refuse) => {
    child.stdout?.once('data', (line: Buffer) => settle(line.toString().trim()));
    child.once('exit', (code) => refuse(new Error(`the gateway ended with ${code}`)));
  });
  return { child, url };
}

async function signIn(url: string) {
  const session = await callAt(url)('POST', '/api/v1/sessions', { username: worker.username, password: worker.password });
  return callAt(url, { authorization: `Bearer ${session.body.token}` });
}

/** How often the register has taken up an entry of a basis that begins on the day. */
function executions(since: string): number[] {
  return [...simulator.executions('tervisekassa')].filter(([key]) => key.includes(`|${since}|`)).map(([, times]) => times);
}

it.each([
  ['as soon as the write is accepted', '2026-10-01', async () => undefined],
  ['while it is on its way', '2026-10-02', () => sleep(25)],
  [
    'once the register has carried it out, before it has answered',
    '2026-10-03',
    async (since: string) => {
      for (let tries = 0; tries < 400 && executions(since).length === 0; tries++) await sleep(25);
    },
  ],
])(
  'a process killed %s: the next one brings the write to its end, once',
  async (_when, since, moment) => {
    simulator.knobs('tervisekassa').latencyMs = 60_000;
    const { child, url } = await startProcess();
    const before = await signIn(url);
    const { LONE_PENSIONER = '', UNEMPLOYED_PARENT = '' } = country.personae;
    const proceeding = await openProceeding(before, [LONE_PENSIONER, UNEMPLOYED_PARENT], 'CARE', 'CARER');
    const { status, body } = await before('POST', `/api/v1/proceedings/${proceeding.id}/queries`, {
      type: START,
      subjectId: proceeding.subjects[1],
      parameters: { decisionNo: '2-4/17', since },
    });
    expect(status).toBe(202);
    await moment(since);
    child.kill('SIGKILL');
    simulator.knobs('tervisekassa').latencyMs = 0;

    // Some minutes later, when a lease has ended and a look at the register says something.
    const clock = settableClock(systemClock.now().toString());
    const gateway = await openGateway({
      configuration: testConfiguration(simulator.url),
      databaseUrl: town.url,
      masterKeys: MASTER_KEYS,
      clock,
      log,
    });
    try {
      clock.advance({ minutes: 5 });
      const after = await signIn(gateway.url);
      let state = '';
      for (let tries = 0; tries < 100 && state !== 'ANSWERED'; tries++) {
        if (tries % 10 === 9) clock.advance({ minutes: 3 });
        state = String((await after('GET', `/api/v1/queries/${body.id}`)).body.state);
        await sleep(250);
      }
      expect(state).toBe('ANSWERED');
      expect(executions(since)).toEqual([1]);
    } finally {
      await gateway.close();
    }
  },
  90_000,
);
