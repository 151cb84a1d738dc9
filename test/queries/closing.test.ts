import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Call, openProceeding, openTestGateway, type TestGateway } from '../gateway.ts';

let star: TestGateway;
let mari: Call;
beforeAll(async () => {
  star = await openTestGateway({ concurrency: 4 });
  mari = await star.worker();
});
afterAll(() => star.close());

it('proceedings are closed while their queries are just being taken up: nobody waits for the other, and nothing is left under way', async () => {
  const parent = star.country.personae.EMPLOYED_PARENT ?? '';
  for (let round = 0; round < 6; round++) {
    const proceedings: Awaited<ReturnType<typeof openProceeding>>[] = [];
    for (let opened = 0; opened < 4; opened++) proceedings.push(await openProceeding(mari, [parent]));
    const closed = await Promise.all(
      proceedings.map(async ({ id, subjects }) => {
        await mari('POST', `/api/v1/proceedings/${id}/prefill`, {
          purpose: 'SUBSISTENCE_BENEFIT',
          month: '2026-11',
          householdIds: subjects,
        });
        return mari('POST', `/api/v1/proceedings/${id}/close`, { reason: 'WITHDRAWN' });
      }),
    );
    expect(closed.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  }
  const { rows } = await sql<{ state: string }>`select distinct state from query where state not in ('CANCELLED', 'PURGED')`.execute(
    star.gateway.database.db,
  );
  expect(rows).toEqual([]);
  const { rows: deadlocks } = await sql<{ deadlocks: number }>`
    select deadlocks from pg_stat_database where datname = current_database()`.execute(star.gateway.database.db);
  expect(Number(deadlocks[0]?.deadlocks)).toBe(0);
}, 60_000);
