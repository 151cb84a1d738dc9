import { createPostgresBackend, withBackend } from 'bullmq';
import { sql } from 'kysely';
import { type Figure, inTurn } from './figures.ts';
import { openBenchGateway, openGround, startRegister } from './ground.ts';
import { signInWorker } from './worker.ts';

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
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const connection = { connectionString: ground.url, max: 20 };

  const ours = async () => {
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
      const { rows } = await sql<{
        answered: number;
      }>`select count(*) as answered from query where proceeding_id = any(${ids}) and state = 'ANSWERED'`.execute(gateway.database.db);
      if (rows[0]?.answered === QUERIES) break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return QUERIES / ((performance.now() - began) / 1000);
  };

  let round = 0;
  const theirs = async () => {
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
  const measured = await inTurn(ours, theirs);
  return {
    id: 'P4',
    what: `query engine, ${QUERIES} queries through the API`,
    against: 'BullMQ alone, no-op jobs on the same PostgreSQL',
    mustReach: '0.35 (aim 0.60)',
    unit: 'queries/s',
    ...measured,
  };
}
