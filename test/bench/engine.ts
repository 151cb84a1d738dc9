import { createPostgresBackend, withBackend } from 'bullmq';
import { sql } from 'kysely';
import { redisIsThere, startRedis } from '../redis.ts';
import { type Figure, inTurn } from './figures.ts';
import { type BenchGateway, openBenchGateway, openGround, startRegister } from './ground.ts';
import { type BenchWorker, signInWorker } from './worker.ts';

const PERSONS = 20;
const PROCEEDINGS = 30;
const QUERIES = PERSONS * PROCEEDINGS;
const AT_A_TIME = 16;

/** P4: queries through the API to their kept and audited answers; against BullMQ alone adding and working no-op jobs on the same PostgreSQL. */
export async function engine(): Promise<Figure> {
  await using ground = await openGround();
  using register = await startRegister();
  await using gateway = await openBenchGateway(ground.url, register.url, AT_A_TIME);
  await using worker = await signInWorker(gateway, 'engine');
  const measured = await inTurn(() => queriesPerSecond(gateway, worker), noopJobs(ground.url));
  return {
    id: 'P4',
    what: `query engine, ${QUERIES} queries through the API`,
    against: 'BullMQ alone, no-op jobs on the same PostgreSQL',
    mustReach: '0.35 (aim 0.60)',
    unit: 'queries/s',
    ...measured,
  };
}

/** P4r: the same with the queue and the cache on Redis; against P4. */
export async function engineOnRedis(): Promise<readonly Figure[]> {
  if (!redisIsThere('P4r')) return [];
  await using ground = await openGround();
  using register = await startRegister();
  const redis = await startRedis();
  await using _redis = { [Symbol.asyncDispose]: () => redis.stop() };
  await using onRedis = await openBenchGateway(ground.url, register.url, AT_A_TIME, redis.url);
  await using onPostgres = await openBenchGateway(await ground.beside('beside'), register.url, AT_A_TIME);
  await using ours = await signInWorker(onRedis, 'on-redis');
  await using theirs = await signInWorker(onPostgres, 'on-postgres');
  const measured = await inTurn(
    () => queriesPerSecond(onRedis, ours),
    () => queriesPerSecond(onPostgres, theirs),
  );
  return [
    {
      id: 'P4r',
      what: `the same with the queue on Redis`,
      against: 'P4',
      mustReach: '1.2 (aim 2)',
      unit: 'queries/s',
      ...measured,
    },
  ];
}

/** Asks about everybody in new proceedings, and waits until each answer is kept. */
async function queriesPerSecond({ database: { db } }: BenchGateway, worker: BenchWorker): Promise<number> {
  const proceedings = await worker.openProceedings(PROCEEDINGS, PERSONS);
  const ids = proceedings.map(({ id }) => id);
  const questions = proceedings.flatMap(({ id, subjects }) => subjects.map((subjectId) => ({ id, subjectId })));
  const began = performance.now();
  const lane = async () => {
    for (let question = questions.pop(); question !== undefined; question = questions.pop()) {
      const { status } = await worker.call('POST', `/api/v1/proceedings/${question.id}/queries`, {
        type: 'RR.RESIDENCES_DOCS_RELATIONS',
        subjectId: question.subjectId,
      });
      if (status !== 202) throw new Error(`asking gave ${status}`);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  for (;;) {
    const { rows } = await sql<{ answered: number; lost: number }>`
      select count(*) filter (where state = 'ANSWERED') as answered, count(*) filter (where state not in ('QUEUED', 'SENT', 'ANSWERED')) as lost
      from query where proceeding_id = any(${ids})`.execute(db);
    if (rows[0]?.answered === QUERIES) break;
    if (rows[0]?.lost !== 0) throw new Error(`${rows[0]?.lost} queries had no answer`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return QUERIES / ((performance.now() - began) / 1000);
}

/** As many jobs that do nothing, on a queue of each round's own. */
function noopJobs(connectionString: string): () => Promise<number> {
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const connection = { connectionString, max: 20 };
  let round = 0;
  return async () => {
    round += 1;
    const name = `noop-${round}`;
    const queue = new Queue(name, { connection, defaultJobOptions: { removeOnComplete: true } });
    await queue.waitUntilReady();
    let worked = 0;
    const began = performance.now();
    const all = Promise.withResolvers<void>();
    const bull = new Worker(
      name,
      async () => {
        worked += 1;
        if (worked === QUERIES) all.resolve();
      },
      { connection, concurrency: AT_A_TIME },
    );
    let left = QUERIES;
    const lane = async () => {
      while (left-- > 0) await queue.add('noop', {});
    };
    await Promise.all([...Array.from({ length: AT_A_TIME }, lane), all.promise]);
    const rate = QUERIES / ((performance.now() - began) / 1000);
    await bull.close();
    await queue.close();
    return rate;
  };
}
