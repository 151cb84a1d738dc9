import { systemClock } from '../../src/platform/index.ts';
import { registryHistory, registryStatus, unsettledAt } from '../../src/queries/index.ts';
import { personalCode } from '../town.ts';
import { type Figure, ROUNDS } from './figures.ts';
import { type BenchGateway, openBenchGateway, openGround, startRegister } from './ground.ts';
import { EMPTY, GROWN, grow } from './growth.ts';
import { type BenchWorker, signInWorker } from './worker.ts';

const RR = 'RR.RESIDENCES_DOCS_RELATIONS';
/** Of each call in each round; the slowest but one of a hundred is what is compared, of fewer it would be a few hiccups of the disk. */
const SAMPLES = 600;
const PERSONS = 20;

/** A call of which each takes a fresh place in the register, where it needs one. */
type Once = () => Promise<unknown>;

/** P8: every hot call on a register of three years and a whole country; against the same calls on an empty one. A figure for each. */
export async function grown(): Promise<readonly Figure[]> {
  await using ground = await openGround();
  using register = await startRegister();
  await using empty = await openBenchGateway(ground.url, register.url, 8);
  await using full = await openBenchGateway(await ground.beside('grown'), register.url, 8);
  await using here = await signInWorker(empty, 'empty');
  await using there = await signInWorker(full, 'grown');
  const began = performance.now();
  await grow(empty.database, here.institutionId, EMPTY);
  await grow(full.database, there.institutionId, GROWN);
  console.error(`  ${JSON.stringify(GROWN)} laid in within ${Math.round((performance.now() - began) / 1000)} s`);

  const before = await hotCalls(empty, here);
  const figures: Figure[] = [];
  for (const [name, ours] of await hotCalls(full, there)) {
    const theirs = before.get(name);
    if (theirs === undefined) throw new Error(`${name} is called on one side alone`);
    figures.push({
      id: 'P8',
      what: `p99 of ${name}`,
      against: 'empty register',
      mustReach: 'at most 1.5',
      unit: 'ms',
      ...(await p99s(theirs, ours)),
    });
  }
  return figures;
}

/** Of each round, the p99 of two calls that are made in turn, so that both meet the same disk. The first round does not count. */
async function p99s(theirs: Once, ours: Once): Promise<Pick<Figure, 'theirs' | 'ours' | 'ratios'>> {
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const times = { theirs: [] as number[], ours: [] as number[] };
    for (let n = 0; n < SAMPLES; n++) {
      times.theirs.push(await timeOf(theirs));
      times.ours.push(await timeOf(ours));
    }
    if (round > 0) rounds.push({ theirs: p99(times.theirs), ours: p99(times.ours) });
  }
  return {
    theirs: rounds.map(({ theirs }) => theirs),
    ours: rounds.map(({ ours }) => ours),
    ratios: rounds.map(({ theirs, ours }) => ours / theirs),
  };
}

async function timeOf(once: Once): Promise<number> {
  const began = performance.now();
  await once();
  return performance.now() - began;
}

function p99(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN;
}

async function hotCalls({ database: { db } }: BenchGateway, worker: BenchWorker): Promise<ReadonlyMap<string, Once>> {
  const proceedings = await worker.openProceedings(Math.ceil((SAMPLES * (ROUNDS + 1)) / PERSONS), PERSONS);
  const fresh = proceedings.flatMap(({ id, subjects }) => subjects.map((subjectId) => ({ id, subjectId })));
  const [asked] = await worker.openProceedings(1, PERSONS);
  if (asked === undefined) throw new Error('no proceeding');
  const path = `/api/v1/proceedings/${asked.id}`;
  const question = { type: RR, subjectId: asked.subjects[0] };
  const query = await call(worker, 'POST', `${path}/queries?wait=10`, question);
  const month = systemClock.now().toString().slice(0, 7);
  const prefill = { purpose: 'SUBSISTENCE_BENEFIT', month, householdIds: asked.subjects.slice(0, 6) };
  return new Map<string, Once>([
    [
      'asking',
      async () => {
        const place = fresh.pop();
        if (place === undefined) throw new Error('nobody is left to ask about');
        await call(worker, 'POST', `/api/v1/proceedings/${place.id}/queries`, { type: RR, subjectId: place.subjectId });
      },
    ],
    ['an answer from the cache', () => call(worker, 'POST', `${path}/queries`, question)],
    ['a query', () => call(worker, 'GET', `/api/v1/queries/${query.id}`)],
    ['the plan of a prefill', () => call(worker, 'POST', `${path}/prefill?dryRun=true`, prefill)],
    ['the list of proceedings', () => call(worker, 'GET', '/api/v1/proceedings?limit=40')],
    ['a proceeding', () => call(worker, 'GET', path)],
    ['the course of a proceeding', () => call(worker, 'GET', `${path}/actions`)],
    ['clients by name', () => call(worker, 'POST', '/api/v1/clients/search', { lastName: 'Isik' })],
    ['a person by code', () => call(worker, 'POST', '/api/v1/clients/search', { personalCode: personalCode(1, '1991-07-08') })],
    ["a person's file", () => call(worker, 'GET', `/api/v1/clients/${asked.subjects[0]}`)],
    ['notices', () => call(worker, 'GET', '/api/v1/me/notices')],
    ["the console's overview", () => registryStatus(db, { rr: { concurrency: 8 }, mta: { concurrency: 8 } }, systemClock.now())],
    ["the console's list of failed queries", () => unsettledAt(db, 'rr', 'FAILED', { after: undefined, code: undefined, atMost: 5 })],
    ["the console's history of a day", () => registryHistory(db, ['rr', 'mta'], '24h', systemClock.now())],
  ]);
}

async function call(worker: BenchWorker, method: 'GET' | 'POST', path: string, body?: unknown): Promise<Record<string, unknown>> {
  const reply = await worker.call(method, path, body);
  if (reply.status >= 300) throw new Error(`${method} ${path} gave ${reply.status}`);
  return reply.body;
}
