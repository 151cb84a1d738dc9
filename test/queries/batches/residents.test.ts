import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { studyOf } from '../../../src/simulator/facts/studies.ts';
import type { Person } from '../../../src/simulator/index.ts';
import type { Caller } from '../../api/door.ts';
import { type Ground, openGround, openProceedings } from './ground.ts';

const TYPE = 'NGTS.NOT_STUDYING';
const INSTITUTION = '75014267';

let ground: Ground;
let mari: Caller;
let municipality: string;
/** Residents of that age who do not study. */
let idle: readonly Person[];

beforeEach(async () => {
  await ground?.close();
  ground = await openGround();
  const { people, asOf } = ground.country;
  const young = people.filter((person) => {
    const { years } = person.birthDate.until(asOf, { largestUnit: 'years' });
    return years >= 16 && years <= 26 && person.deathDate === undefined;
  });
  const of = (place: string) => young.filter((person) => person.household.municipality === place && studyOf(person, asOf) === undefined);
  municipality = young.find((person) => of(person.household.municipality).length > 2)?.household.municipality ?? '';
  idle = of(municipality);
  mari = await ground.worker({ institution: INSTITUTION, municipality });
});
afterAll(() => ground.close());

const order = (call: Caller = mari, more: object = {}) =>
  call('POST', '/api/v1/batches', { type: TYPE, justification: 'Noortegarantii tugisüsteem', ...more });
const view = async (id: unknown) => (await mari('GET', `/api/v1/batches/${id}`)).body;

async function fetched(): Promise<string> {
  const { body } = await order();
  const one = ground.process();
  await one.round();
  await one.round();
  return String(body.id);
}

async function stored(id: string) {
  const { rows } = await sql<{ listed: Uint8Array | null; residents: number; keys: number }>`
    select listed, (select count(*) from batch_resident where batch_id = ${id}) as residents,
           (select count(*) from data_key where owner_id = ${id} and wrapped_key is not null) as keys
    from batch where id = ${id}`.execute(ground.database.db);
  return rows[0];
}

describe('young residents who do not study', () => {
  it('are found by two registers, and only they are entered', async () => {
    const { body } = await order();
    const one = ground.process();
    await one.round();
    expect(await view(body.id)).toMatchObject({ state: 'SUBMITTED', registry: 'ehis' });
    const between = await stored(String(body.id));
    expect(between).toMatchObject({ residents: 0, keys: 1 });
    for (const { personalCode } of idle) expect(Buffer.from(between?.listed ?? []).includes(personalCode)).toBe(false);
    await one.round();
    expect(await view(body.id)).toMatchObject({ state: 'FETCHED', people: { PARTIAL: idle.length, NOT_FOUND: 0, AWAITED: 0 } });
    expect(await stored(String(body.id))).toEqual({ listed: null, residents: idle.length, keys: 1 });
    const page = await mari('GET', `/api/v1/batches/${body.id}/people?limit=2`);
    expect(page.body).toMatchObject({ next: 1, items: [{ position: 0, outcome: 'PARTIAL' }, { position: 1 }] });
    const rest = await mari('GET', `/api/v1/batches/${body.id}/people?after=1`);
    const items = [...(page.body.items ?? []), ...(rest.body.items ?? [])];
    expect(items.map(({ personalCode }) => personalCode).sort()).toEqual(idle.map(({ personalCode }) => personalCode).sort());
    for (const item of items)
      expect(item.answer).toEqual({
        state: 'PARTIAL',
        record: { education: expect.any(String) },
        missing: expect.arrayContaining(['EMPLOYMENT', 'UNEMPLOYMENT']),
        advice: expect.anything(),
      });
  });

  it('leave lines in the log that name nobody', async () => {
    const id = await fetched();
    await mari('GET', `/api/v1/batches/${id}/people`);
    const { rows } = await sql<{ action: string; details: Record<string, unknown>; text: string }>`
      select action, details, row_to_json(a)::text as text from audit_event a where object_id = ${id} order by id`.execute(
      ground.database.db,
    );
    expect(rows.map(({ action }) => action)).toEqual(['BATCH_ORDERED', 'BATCH_LISTED', 'BATCH_FETCHED', 'BATCH_PAGE_READ']);
    expect(rows[0]?.details).toMatchObject({ legalBasis: 'SHS § 15¹' });
    expect(rows.at(-1)?.details).toMatchObject({ people: idle.length });
    expect(rows.filter(({ text }) => /"\d{11}"|EE\d{11}/.test(text))).toEqual([]);
  });

  it('are asked about in the own municipality alone, which the worker does not choose', async () => {
    expect((await order(mari, { parameters: { municipality: '0784' } })).body).toMatchObject({ code: 'QUERY_PARAMETERS_INVALID' });
    const without = await ground.worker({ institution: '70000740' });
    expect(await order(without)).toMatchObject({ status: 409, body: { code: 'MUNICIPALITY_UNKNOWN' } });
    const people = await openProceedings(mari, [idle[0]?.personalCode ?? '']);
    expect((await order(mari, { people })).body).toMatchObject({ code: 'BATCH_PEOPLE_REFUSED', errors: [{ code: 'NOT_NAMED' }] });
    expect((await order(mari, { justification: '' })).body).toMatchObject({ code: 'JUSTIFICATION_REQUIRED' });
    expect(ground.simulator.received().size).toBe(0);
  });

  it('are asked about twice in a calendar year, and what came to nothing does not count', async () => {
    const first = await fetched();
    await mari('POST', `/api/v1/batches/${first}/close`);
    const givenUp = await order();
    await mari('POST', `/api/v1/batches/${givenUp.body.id}/close`);
    const second = await fetched();
    expect(await view(second)).toMatchObject({ state: 'FETCHED' });
    expect(await order()).toMatchObject({ status: 409, body: { code: 'NGTS_LIMIT' } });
    const { size } = ground.simulator.received();
    await ground.process().round();
    expect(ground.simulator.received().size).toBe(size);
    ground.clock.set('2026-12-31T21:59:59Z');
    mari = await ground.worker({ institution: INSTITUTION, municipality });
    expect((await order()).status).toBe(409);
    // Midnight in Tallinn.
    ground.clock.set('2026-12-31T22:00:00Z');
    expect((await order()).status).toBe(202);
  });

  it('are asked about by another process where the first one has only listed them', async () => {
    const { body } = await order();
    await ground.process().round();
    await ground.process().round();
    expect(await view(body.id)).toMatchObject({ state: 'FETCHED' });
    expect(ground.simulator.received().size).toBe(2);
  });

  it('are told of wholly or not at all: an answer about a stranger leaves neither list nor key', async () => {
    ground.simulator.knobs('ehis').fileTells = 'A_STRANGER_TOO';
    const id = await fetched();
    expect(await view(id)).toMatchObject({ state: 'FAILED', code: 'ANSWER_ABOUT_ANOTHER' });
    expect(await stored(id)).toEqual({ listed: null, residents: 0, keys: 0 });
  });

  it('are forgotten with the batch', async () => {
    const id = await fetched();
    expect((await mari('POST', `/api/v1/batches/${id}/close`)).body).toMatchObject({ state: 'CLOSED' });
    expect(await stored(id)).toEqual({ listed: null, residents: 0, keys: 0 });
    expect(await mari('GET', `/api/v1/batches/${id}/people`)).toMatchObject({ status: 410, body: { code: 'BATCH_CLOSED' } });
  });

  it('are no list at all where the order is given up between the two registers', async () => {
    const { body } = await order();
    await ground.process().round();
    await mari('POST', `/api/v1/batches/${body.id}/close`);
    expect(await stored(String(body.id))).toEqual({ listed: null, residents: 0, keys: 0 });
  });
});
