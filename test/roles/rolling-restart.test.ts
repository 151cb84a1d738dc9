import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog, newId, systemClock, today } from '../../src/platform/index.ts';
import { verifyAudit } from '../../src/register/audit/index.ts';
import { createCountry, type Simulator, startSimulator } from '../../src/simulator/index.ts';
import { createTestDatabase, type TestDatabase } from '../database.ts';
import { openProceeding } from '../gateway.ts';
import { STAR } from '../installation.ts';
import { FUND, question, receiver, SERVICE, soapRequest } from '../services/door.ts';
import { hire } from '../town.ts';
import { type Balancer, balance } from './balancer.ts';
import { foundTown, type GatewayProcess, type Town } from './process.ts';

const log = createLog('silent');
const country = createCountry({ seed: 11, asOf: today(systemClock).toString() });
/** Each opens one proceeding after another, about somebody of their own, and asks in it by every type. */
const CASE_WORKERS = 6;
const TYPES = ['RR.RESIDENCES_DOCS_RELATIONS', 'RR.GUARDIANSHIP', 'TOR.EMPLOYMENT', 'SKA.DISABILITY_VALID', 'HK.INSURANCE_AND_GP'];

let town: Town;
let database: TestDatabase;
let simulator: Simulator;
let processes: Readonly<Record<'apis' | 'workers' | 'producers' | 'consoles', readonly GatewayProcess[]>>;

beforeAll(async () => {
  database = await createTestDatabase();
  simulator = await startSimulator({ port: 0, country, clock: systemClock, log, clients: [STAR] });
  for (const register of ['rr', 'tor', 'skais', 'tervisekassa']) simulator.knobs(register).latencyMs = 150;
  town = foundTown(database.url, simulator.url);
  const [apiOne, apiTwo, workerOne, workerTwo, producer, console_] = await Promise.all(
    ['api', 'api', 'worker', 'worker', 'producer', 'console'].map((role) => town.process(role)),
  );
  if (!(apiOne && apiTwo && workerOne && workerTwo && producer && console_)) throw new Error('a process is missing');
  processes = { apis: [apiOne, apiTwo], workers: [workerOne, workerTwo], producers: [producer], consoles: [console_] };
  // All at once, on one database: they take turns where they must.
  await Promise.all(
    Object.values(processes)
      .flat()
      .map((one) => one.start()),
  );
}, 120_000);
afterAll(async () => {
  await town.close();
  await simulator.close();
  await database.drop();
});

async function signedIn(urls: readonly string[], who: Parameters<typeof hire>[1]): Promise<Balancer> {
  const { username, password } = await hire(database.database, who);
  const session = await balance(urls).call('POST', '/api/v1/sessions', { username, password });
  return balance(urls, { authorization: `Bearer ${session.body.token}` });
}

it('every process restarted one after another under load: no query is lost, none is sent twice, nobody is told that it is away', async () => {
  const mari = await signedIn(
    processes.apis.map(({ url }) => url),
    { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1 },
  );
  const anu = await signedIn(
    processes.consoles.map(({ ops }) => ops),
    { username: 'anu', roles: ['TEHIK_OPS'], institution: '70009770', kind: 'TEHIK', serial: 2 },
  );
  const people = [...new Set(Object.values(country.personae))];
  const accepted = new Set<string>();
  const refused: string[] = [];
  const note = (status: number, what: string) => status >= 400 && refused.push(`${status} ${what}`);
  let restarting = true;
  let asked = 0;
  const caseWorker = async (_: unknown, lane: number) => {
    while (restarting) {
      const { id, subjects } = await openProceeding(mari.call, [people[lane % people.length] ?? '']);
      for (const type of TYPES) {
        const { status, body } = await mari.call('POST', `/api/v1/proceedings/${id}/queries?wait=5`, {
          type,
          subjectId: subjects[0],
          justification: 'Toimetuleku hindamiseks',
        });
        note(status, `${type} ${body.code}`);
        asked += 1;
        if (status < 300) accepted.add(String(body.id));
      }
    }
  };
  const operator = async () => {
    while (restarting) {
      note((await anu.call('GET', '/console/api/registries')).status, 'console');
      await sleep(100);
    }
  };
  const register = async () => {
    let answered = 0;
    while (restarting) {
      const xml = soapRequest({ service: SERVICE, client: FUND, body: question(receiver), xRoadId: newId() });
      for (;;) {
        const came = await fetch(`${processes.producers[0]?.url}/xroad/soap`, {
          method: 'POST',
          headers: { 'content-type': 'text/xml; charset=UTF-8', soapaction: '""' },
          body: xml,
        }).catch(() => undefined);
        if (came !== undefined) {
          note(came.status, 'producer');
          expect(await came.text()).not.toContain('faultcode');
          answered += 1;
          break;
        }
        await sleep(50);
      }
      await sleep(100);
    }
    return { answered };
  };
  const restarts = async () => {
    for (const one of Object.values(processes).flat()) {
      await sleep(500);
      expect(await one.stop()).toBe(0);
      await one.start();
    }
    restarting = false;
  };
  const [told] = await Promise.all([register(), operator(), restarts(), ...Array.from({ length: CASE_WORKERS }, caseWorker)]);

  expect(refused).toEqual([]);
  expect(accepted.size).toBe(asked);
  const { db } = database.database;
  const open = async () => {
    const { rows } = await sql<{ state: string }>`select distinct state from query`.execute(db);
    return rows.map(({ state }) => state);
  };
  await expect.poll(open, { timeout: 30_000 }).toEqual(['ANSWERED']);

  // From the log: each question that was accepted was asked once and answered once, and no other.
  const { rows: lines } = await sql<{ id: string; asked: string; answered: string; attempts: string }>`
    select object_id as id, count(*) filter (where action = 'QUERY_ASKED') as asked, count(*) filter (where action = 'QUERY_ANSWERED') as answered,
           (select count(*) from query_attempt where query_id::text = object_id) as attempts
    from audit_event where object_type = 'query' group by object_id`.execute(db);
  expect(new Set(lines.map(({ id }) => id))).toEqual(accepted);
  expect(lines.filter((line) => Number(line.asked) !== 1 || Number(line.answered) !== 1)).toEqual([]);
  // A worker that is told to stop lets its exchanges end, so that nothing had to be sent again; and each X-Road id came to the registers once.
  expect(lines.filter(({ attempts }) => Number(attempts) !== 1)).toEqual([]);
  expect(simulator.received().size).toBe(accepted.size);
  expect([...simulator.received().values()].filter((times) => times !== 1)).toEqual([]);
  const { rows: disclosed } = await sql<{ count: string }>`select count(*) from audit_event where action = 'DATA_DISCLOSED'`.execute(db);
  expect(Number(disclosed[0]?.count)).toBe(told.answered);
  await expect.poll(() => verifyAudit(db), { timeout: 15_000 }).toMatchObject({ unsealed: 0 });
  expect(await verifyAudit(db)).not.toHaveProperty('broken');
}, 240_000);
