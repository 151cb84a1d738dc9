import Fastify from 'fastify';
import { sql } from 'kysely';
import { Pool } from 'undici';
import { newId } from '../../src/platform/index.ts';
import { type Figure, inTurn, perSecond, warmUp } from './figures.ts';
import { closing, openBenchGateway, openGround, startRegister } from './ground.ts';
import { signInWorker } from './worker.ts';

/** So many callers that the process has always something to do: only then is it what it can carry that is measured. */
const CALLERS = 64;
/** With so few, who want an answer before they ask again, ours waits for the database a fifth of the time: shown beside it. */
const FEW_CALLERS = 16;
const MILLISECONDS = 2000;

/** P5: an answer from the proceeding's own cache through the API; against a Fastify route that does one durable INSERT. */
export async function cached(): Promise<readonly Figure[]> {
  await using ground = await openGround();
  using register = await startRegister();
  await using gateway = await openBenchGateway(ground.url, register.url, 8);
  await using worker = await signInWorker(gateway, 'cached');
  const [proceeding] = await worker.openProceedings(1, 1);
  if (proceeding === undefined) throw new Error('no proceeding');
  const question = { type: 'RR.RESIDENCES_DOCS_RELATIONS', subjectId: proceeding.subjects[0] };
  const path = `/api/v1/proceedings/${proceeding.id}/queries`;
  const { body: first } = await worker.call('POST', `${path}?wait=10`, question);
  if (first.state !== 'ANSWERED') throw new Error(`the first question came to ${first.state}`);

  const { db } = gateway.database;
  await sql`create table bench_line (id uuid primary key, at timestamptz not null default now(), text text not null)`.execute(db);
  await using plain = closing(Fastify());
  plain.post('/', async () => {
    await sql`insert into bench_line (id, text) values (${newId()}, 'line')`.execute(db);
    return { ok: true };
  });
  await using pool = closing(new Pool(await plain.listen({ port: 0, host: '127.0.0.1' }), { connections: 64 }));
  const ours = async () => {
    const { body } = await worker.call('POST', path, question);
    if (body.servedFromCache !== true || body.answer === null) throw new Error('not from the cache');
  };
  const theirs = async () => {
    const { body } = await pool.request({ method: 'POST', path: '/', headers: { 'content-type': 'application/json' }, body: '{}' });
    await body.json();
  };
  const figures: Figure[] = [];
  for (const atATime of [CALLERS, FEW_CALLERS]) {
    for (const once of [ours, theirs]) await warmUp(once, { times: 4000, atATime });
    const load = { atATime, milliseconds: MILLISECONDS };
    const measured = await inTurn(
      () => perSecond(ours, load),
      () => perSecond(theirs, load),
    );
    figures.push({
      id: 'P5',
      what: `answer from the cache through the API, ${atATime} callers`,
      against: 'Fastify route with one durable INSERT',
      mustReach: atATime === CALLERS ? '0.40 (aim 0.70)' : 'beside it',
      unit: 'requests/s',
      ...measured,
    });
  }
  return figures;
}
