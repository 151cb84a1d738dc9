import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog, systemClock, today } from '../../src/platform/index.ts';
import { createCountry, type Simulator, startSimulator } from '../../src/simulator/index.ts';
import { createTestDatabase, type TestDatabase } from '../database.ts';
import { openProceeding } from '../gateway.ts';
import { STAR } from '../installation.ts';
import { hire } from '../town.ts';
import { balance } from './balancer.ts';
import { foundTown, type Town } from './process.ts';

const log = createLog('silent');
const country = createCountry({ seed: 11, asOf: today(systemClock).toString() });

let town: Town;
let database: TestDatabase;
let simulator: Simulator;
beforeAll(async () => {
  database = await createTestDatabase();
  simulator = await startSimulator({ port: 0, country, clock: systemClock, log, clients: [STAR] });
  town = foundTown(database.url, simulator.url);
}, 120_000);
afterAll(async () => {
  await town.close();
  await simulator.close();
  await database.drop();
});

it('a worker that is told to stop while a register hangs ends in order, and another asks again what it had under way', async () => {
  const [api, first, second] = await Promise.all(['api', 'worker', 'worker'].map((role) => town.process(role)));
  if (!(api && first && second)) throw new Error('a process is missing');
  await Promise.all([api.start(), first.start()]);
  const { username, password } = await hire(database.database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1 });
  const session = await balance([api.url]).call('POST', '/api/v1/sessions', { username, password });
  const { call } = balance([api.url], { authorization: `Bearer ${session.body.token}` });
  const proceeding = await openProceeding(call, [country.personae.EMPLOYED_PARENT ?? '']);

  simulator.knobs('rr').hang = true;
  const { body: asked } = await call('POST', `/api/v1/proceedings/${proceeding.id}/queries`, {
    type: 'RR.RESIDENCES_DOCS_RELATIONS',
    subjectId: proceeding.subjects[0],
  });
  const attempts = async () => {
    const { rows } = await sql<{ attempt: number; code: string | null }>`
      select attempt, code from query_attempt where query_id = ${asked.id} order by attempt`.execute(database.database.db);
    return rows;
  };
  await expect.poll(attempts, { timeout: 20_000 }).toHaveLength(1);

  expect(await first.stop()).toBe(0);
  expect(await attempts()).toEqual([{ attempt: 1, code: 'CLOSED' }]);
  expect((await call('GET', `/api/v1/queries/${asked.id}`)).body).toMatchObject({ state: 'RETRY_WAIT' });

  simulator.knobs('rr').hang = false;
  await second.start();
  await expect
    .poll(async () => (await call('GET', `/api/v1/queries/${asked.id}`)).body, { timeout: 60_000 })
    .toMatchObject({ state: 'ANSWERED', answer: { state: 'FOUND' } });
  expect(await attempts()).toEqual([
    { attempt: 1, code: 'CLOSED' },
    { attempt: 2, code: null },
  ]);
}, 180_000);
