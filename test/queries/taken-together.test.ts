import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { newId } from '../../src/platform/index.ts';
import { type Call, openProceeding, openTestGateway, type TestGateway } from '../gateway.ts';

const RR = 'RR.RESIDENCES_DOCS_RELATIONS';
const soon = { timeout: 10_000, interval: 50 };

let star: TestGateway;
let mari: Call;
let anu: Call;
let ids: string[];
beforeAll(async () => {
  star = await openTestGateway({ concurrency: 8 });
  mari = await star.worker();
  anu = await star.worker({ institution: '70009770', kind: 'TEHIK', roles: ['TEHIK_OPS'] });
});
afterAll(() => star.close());
// Eight that wait, so that they are taken up at the same moment.
beforeEach(async () => {
  await anu('POST', '/console/api/registries/rr/pause');
  ids = [];
  while (ids.length < 8) ids.push(await ask());
});

const db = () => star.gateway.database.db;
const ask = async () => {
  const proceeding = await openProceeding(mari, [star.country.personae.EMPLOYED_PARENT ?? '']);
  const { body } = await mari('POST', `/api/v1/proceedings/${proceeding.id}/queries`, { type: RR, subjectId: proceeding.subjects[0] });
  return String(body.id);
};
const goOn = () => anu('POST', '/console/api/registries/rr/resume');
const states = async () => {
  const { rows } = await sql<{ id: string; state: string }>`select id, state from query where id = any(${ids}::uuid[])`.execute(db());
  return new Map(rows.map(({ id, state }) => [id, state]));
};
it('one whose row somebody is changing keeps none of the others waiting, and is settled when that is done', async () => {
  const [held = ''] = ids;
  star.simulator.knobs('rr').latencyMs = 1500;
  await goOn();
  await expect.poll(async () => (await states()).get(held), soon).toBe('SENT');
  await star.gateway.database.transaction(async (tx) => {
    await sql`select id from query where id = ${held} for update`.execute(tx);
    star.simulator.knobs('rr').latencyMs = 0;
    await expect.poll(async () => [...(await states()).values()].filter((state) => state === 'ANSWERED').length, soon).toBe(7);
    expect((await states()).get(held)).toBe('SENT');
  });
  await expect.poll(async () => (await states()).get(held), soon).toBe('ANSWERED');
});

it('one that brings the transaction down is put aside, and the others leave once each', async () => {
  const [spoiled = ''] = ids;
  const received = star.simulator.received().size;
  await sql`insert into query_attempt (query_id, attempt, x_road_id, service, request_bytes, sent_at)
    values (${spoiled}, 1, ${newId()}, 'EE/GOV/70008440/rr/RR456/v1', 1, now())`.execute(db());
  await goOn();
  await expect.poll(async () => [...(await states()).values()].sort(), soon).toEqual([...Array(7).fill('ANSWERED'), 'FAULTED']);
  expect((await states()).get(spoiled)).toBe('FAULTED');
  expect(star.simulator.received().size).toBe(received + 7);
});
