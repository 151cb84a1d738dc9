import { afterAll, beforeAll, expect, it } from 'vitest';
import { openProceeding, openTestGateway, type TestGateway } from '../../gateway.ts';

let star: TestGateway;
beforeAll(async () => {
  star = await openTestGateway();
});
afterAll(() => star.close());

it('the gateway works orders by itself, and drops whose proceeding closes', async () => {
  const mari = await star.worker();
  const { DISABLED = '', LONE_PENSIONER = '' } = star.country.personae;
  const opened = [await openProceeding(mari, [DISABLED]), await openProceeding(mari, [LONE_PENSIONER])];
  const { status, body } = await mari('POST', '/api/v1/batches', {
    type: 'SKA.BENEFITS_MASS',
    parameters: { from: '2026-10-01', to: '2026-10-31' },
    justification: 'Toetuse vajaduse hindamine',
    people: opened.map(({ id, subjects }) => ({ proceedingId: id, subjectId: subjects[0] })),
  });
  expect(status).toBe(202);
  const state = async () => (await mari('GET', `/api/v1/batches/${body.id}`)).body.state;
  await expect.poll(state, { timeout: 10_000 }).toBe('SUBMITTED');
  star.clock.advance({ minutes: 6 });
  await expect.poll(state, { timeout: 10_000 }).toBe('FETCHED');
  await mari('POST', `/api/v1/proceedings/${opened[0]?.id}/close`, { reason: 'DECIDED' });
  const people = await mari('GET', `/api/v1/batches/${body.id}/people`);
  expect(people.body.items).toMatchObject([{ outcome: 'DROPPED', answer: null }, { answer: { state: 'FOUND' } }]);
  const metrics = await (await fetch(`${star.gateway.url}/metrics`)).text();
  expect(metrics).toMatch(/star_batch_exchanges_total\{type="SKA\.BENEFITS_MASS",state="FETCHED"\} 1/);
});
