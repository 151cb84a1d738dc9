import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog, settableClock } from '../../src/platform/index.ts';
import { createCountry, type Simulator, startSimulator } from '../../src/simulator/index.ts';
import { createTestDatabase } from '../database.ts';
import { freePort } from '../free-port.ts';
import { callAt, openProceeding } from '../gateway.ts';
import { STAR } from '../installation.ts';
import { hire, type Worker } from '../town.ts';

/** The gateway itself: the command of that name only starts it, and dies alone. */
const program = resolve(import.meta.dirname, '../../src/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'star-shadow-'));
const country = createCountry({ seed: 11, asOf: '2026-11-23' });

let town: Awaited<ReturnType<typeof createTestDatabase>>;
let simulator: Simulator;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  town = await createTestDatabase();
  const clock = settableClock('2026-11-23T10:00:00Z');
  simulator = await startSimulator({ port: 0, country, clock, log: createLog('silent'), clients: [STAR] });
});
afterAll(async () => {
  for (const child of running) await end(child, 'SIGKILL');
  await simulator.close();
  await town.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** A gateway in a process of its own, the population register's REST service in the shadow. */
async function start(): Promise<{ readonly url: string; readonly process: ChildProcess }> {
  const port = await freePort();
  const [config, key] = [join(folder, 'star.yaml'), join(folder, 'key')];
  const settings = {
    xroad: { client: STAR, securityServers: [simulator.url] },
    registries: { rr: { protocol: 'shadow' } },
    // Few: the test run's cluster is everybody's.
    database: { maxConnections: 6 },
    http: { host: '127.0.0.1', port, secureCookies: false },
  };
  writeFileSync(config, JSON.stringify(settings));
  writeFileSync(key, `1 ${Buffer.alloc(32, 3).toString('base64')}`);
  const env = {
    ...{ PATH: process.env.PATH ?? '', STAR_CONFIG: config, STAR_DATABASE_URL: town.url },
    ...{ STAR_MASTER_KEY_FILE: key, STAR_LOG_LEVEL: 'silent' },
  };
  const child = spawn(process.execPath, [program], { cwd: folder, env, stdio: 'ignore' });
  running.add(child);
  const url = `http://127.0.0.1:${port}`;
  const alive = () =>
    fetch(`${url}/health/live`).then(
      ({ status }) => status,
      () => 0,
    );
  await expect.poll(alive, { timeout: 60_000 }).toBe(200);
  return { url, process: child };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

async function signedIn(url: string, { username, password }: Worker) {
  const session = await callAt(url)('POST', '/api/v1/sessions', { username, password });
  return callAt(url, { authorization: `Bearer ${session.body.token}` });
}

it('a process killed while it asks in the shadow takes nothing of the query along, and nobody asks there again', async () => {
  const mari = await hire(town.database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1 });
  const anu = await hire(town.database, { username: 'anu', roles: ['TEHIK_OPS'], institution: '70009770', kind: 'TEHIK', serial: 2 });
  const doomed = await start();
  simulator.knobs('rr-rest').hang = true;
  const call = await signedIn(doomed.url, mari);
  const proceeding = await openProceeding(call, [country.personae.EMPLOYED_PARENT ?? ''], 'CHILD');
  const { body } = await call('POST', `/api/v1/proceedings/${proceeding.id}/queries?wait=10`, {
    type: 'RR.CUSTODY',
    parameters: { role: 'VANEM' },
    subjectId: proceeding.subjects[0],
  });
  expect(body).toMatchObject({ state: 'ANSWERED', answer: { state: 'FOUND' } });
  const arrived = () => [...simulator.received().values()];
  await expect.poll(arrived, { timeout: 10_000 }).toEqual([1, 1]);
  await end(doomed.process, 'SIGKILL');

  const heir = await start();
  // The sweeper looks every five seconds for what a dead process held.
  await new Promise((settle) => setTimeout(settle, 6000));
  expect(arrived()).toEqual([1, 1]);
  const asMari = await signedIn(heir.url, mari);
  expect((await asMari('GET', `/api/v1/queries/${body.id}`)).body).toMatchObject({ state: 'ANSWERED', answer: { state: 'FOUND' } });
  const asAnu = await signedIn(heir.url, anu);
  expect((await asAnu('GET', '/console/api/shadows')).body).toMatchObject({
    items: [{ type: 'RR.CUSTODY', asked: 1, unsettled: 1, same: 0, different: 0, failed: 0 }],
  });
  const { rows } = await sql<{ action: string }>`
    select action from audit_event where object_id = ${body.id} and action like 'SHADOW%'`.execute(town.database.db);
  expect(rows).toEqual([{ action: 'SHADOW_ASKED' }]);
  await end(heir.process, 'SIGTERM');
  expect(heir.process.exitCode).toBe(0);
}, 180_000);
