import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../src/platform/index.ts';
import { type Call, openProceeding, openTestGateway, type TestGateway } from '../gateway.ts';

const RR = 'RR.RESIDENCES_DOCS_RELATIONS';
const AT_ONCE = 20;

let star: TestGateway;
let mari: Awaited<ReturnType<TestGateway['worker']>>;
let parent: string;
beforeAll(async () => {
  star = await openTestGateway();
  mari = await star.worker();
  parent = star.country.personae.EMPLOYED_PARENT ?? '';
});
afterAll(() => star.close());

const db = () => star.gateway.database.db;

function ask(call: Call, { id, subjects }: { id: string; subjects: readonly string[] }, wait = 10, type = RR) {
  return call('POST', `/api/v1/proceedings/${id}/queries?wait=${wait}`, { type, subjectId: subjects[0] });
}

const all = <T>(count: number, make: (n: number) => Promise<T>) => Promise.all(Array.from({ length: count }, (_, n) => make(n)));

async function lines(proceedingId: string) {
  const { rows } = await sql<{ queries: number; permits: number; actions: number; asked: number; left: number }>`
    select (select count(*) from query where proceeding_id = ${proceedingId}) as queries,
      (select count(*) from query_permit where proceeding_id = ${proceedingId}) as permits,
      (select count(*) from action where proceeding_id = ${proceedingId}) as actions,
      (select count(*) from audit_event where proceeding_id = ${proceedingId} and action = 'QUERY_ASKED') as asked,
      (select count(*) from query where proceeding_id = ${proceedingId} and served_from is null) as left`.execute(db());
  return rows[0];
}

it('gives everybody who asks at once their own permit, query, action and line, and lets one question out', async () => {
  const proceeding = await openProceeding(mari, [parent]);
  star.simulator.knobs('rr').latencyMs = 1_000;
  const first = await all(AT_ONCE, () => ask(mari, proceeding));
  star.simulator.knobs('rr').latencyMs = 0;
  expect(new Set(first.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(first.map(({ body }) => body.id)).size).toBe(1);
  // Who joined has a permit and a line, and the query of whom they joined.
  expect(await lines(proceeding.id)).toEqual({ queries: 1, permits: AT_ONCE, actions: AT_ONCE, asked: AT_ONCE, left: 1 });

  const again = await all(AT_ONCE, () => ask(mari, proceeding));
  expect(again.map(({ body }) => body.servedFromCache)).toEqual(again.map(() => true));
  expect(new Set(again.map(({ body }) => body.id)).size).toBe(AT_ONCE);
  expect(again.map(({ body }) => body.answer)).toEqual(again.map(() => first[0]?.body.answer));
  expect(await lines(proceeding.id)).toEqual({
    queries: AT_ONCE + 1,
    permits: 2 * AT_ONCE,
    actions: 2 * AT_ONCE,
    asked: 2 * AT_ONCE,
    left: 1,
  });
});

it('refuses each for itself, and the others are served all the same', async () => {
  const mine = await openProceeding(mari, [parent]);
  const others = await star.worker({ institution: '70000740' });
  const replies = await all(AT_ONCE, (n) => {
    if (n % 4 === 0) return ask(mari, mine);
    if (n % 4 === 1) return ask(others, mine);
    if (n % 4 === 2) return ask(mari, mine, 0, 'NO.SUCH_TYPE');
    return ask(mari, { ...mine, id: newId() });
  });
  expect(replies.map(({ status }) => status)).toEqual(replies.map((_, n) => [200, 404, 422, 404][n % 4]));
  expect(await lines(mine.id)).toMatchObject({ permits: AT_ONCE / 4, actions: AT_ONCE / 4, asked: AT_ONCE / 4 });
});

it('waits for nobody else’s proceeding', async () => {
  const [held, free] = [await openProceeding(mari, [parent]), await openProceeding(mari, [parent])];
  const release = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const changing = star.gateway.database.transaction(async (tx) => {
    await sql`select 1 from proceeding where id = ${held.id} for update`.execute(tx);
    locked.resolve();
    await release.promise;
  });
  await locked.promise;
  const late = ask(mari, held);
  expect((await ask(mari, free)).status).toBe(200);
  expect(await lines(held.id)).toMatchObject({ permits: 0 });
  release.resolve();
  await changing;
  expect((await late).status).toBe(200);
});

it('fails with nobody else’s question', async () => {
  const [broken, whole] = [await openProceeding(mari, [parent]), await openProceeding(mari, [parent])];
  // As a fault of the database that lies in one row alone.
  await sql`create function refuse_one() returns trigger language plpgsql as
    $$ begin if new.proceeding_id = ${sql.lit(broken.id)} then raise exception 'refused'; end if; return new; end $$`.execute(db());
  await sql`create trigger refuse_one before insert on query_permit for each row execute function refuse_one()`.execute(db());
  const [failed, served] = await Promise.all([ask(mari, broken), ask(mari, whole)]);
  await sql`drop trigger refuse_one on query_permit`.execute(db());
  expect([failed.status, served.status]).toEqual([500, 200]);
  expect(await lines(broken.id)).toMatchObject({ queries: 0, permits: 0, actions: 0, asked: 0 });
});
