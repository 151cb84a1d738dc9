import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openProceeding, openTestGateway, type TestGateway } from '../gateway.ts';

let test: TestGateway;
beforeAll(async () => {
  test = await openTestGateway();
});
afterAll(() => test.close());

it('what failed while a register was away is retried by one operation, and answered', async () => {
  const mari = await test.worker();
  const anu = await test.worker({ roles: ['TEHIK_OPS'], institution: '70009770', kind: 'TEHIK' });
  const codes = Object.values(test.country.personae).slice(0, 4);
  const proceeding = await openProceeding(mari, codes);
  await anu('POST', '/console/api/registries/rr/pause');
  for (const subjectId of proceeding.subjects)
    await mari('POST', `/api/v1/proceedings/${proceeding.id}/queries`, { type: 'RR.RESIDENCES_DOCS_RELATIONS', subjectId });
  await sql`update query set state = 'FAILED', code = 'DEADLINE' where state = 'QUEUED'`.execute(test.gateway.database.db);
  await anu('POST', '/console/api/registries/rr/resume');
  const accepted = await anu('POST', '/console/api/registries/rr/operations', { verb: 'RETRY', code: 'DEADLINE', reason: 'on jälle' });
  expect(accepted.status).toBe(202);
  await expect
    .poll(async () => (await sql<{ state: string }>`select distinct state from query`.execute(test.gateway.database.db)).rows, {
      timeout: 20_000,
    })
    .toEqual([{ state: 'ANSWERED' }]);
  const { body } = await anu('GET', '/console/api/registries/rr/operations');
  expect(body.items).toEqual([expect.objectContaining({ total: 4, done: 4, refused: 0, endedAt: expect.any(String) })]);
});
