import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, type Door, openDoor } from '../../api/door.ts';
import { enter, intake, newCode, workerOf } from './files.ts';

const [TALLINN, TARTU] = ['0784', '0793'];

let door: Door;
let mari: Caller;
let tartu: Caller;
beforeAll(async () => {
  door = await openDoor();
  mari = await workerOf(door, 1, { municipality: TALLINN, name: 'Mari Maasikas' });
  tartu = await workerOf(door, 2, { institution: '70000740', municipality: TARTU, name: 'Tiina Tamm' });
});
afterAll(() => door.close());

const of = (id: string, more = '') => `/api/v1/clients/${id}${more}`;
const residence = (municipalityCode: string) => ({ text: 'Pikk 1', municipalityCode, source: 'POPULATION_REGISTER' });
/** Said of whoever the population register has in another municipality (INV-07). */
const elsewhere = { actualAddress: { text: 'Turu 1', country: 'EE', municipalityCode: TARTU } };
const act = (call: Caller, proceedingId: string, kind: string, text: string) =>
  call('POST', `/api/v1/proceedings/${proceedingId}/actions`, { kind, text });
type Line = { id: string; kind: string; content: Record<string, string>; enteredBy: { userId: string; institution: { id: string } } };
const lines = async (call: Caller, path: string) => {
  const { status, body } = await call('GET', path);
  if (status !== 200) throw new Error(`${path} gave ${body.code}`);
  return body.items as unknown as readonly Line[];
};
const said = ({ kind, content }: Line) => `${kind} ${content.action ?? content.step ?? content.kind ?? ''}`.trim();

describe('the file', () => {
  it('REQ-239 REQ-047 REQ-088: has all that was entered and done, each with who entered it, where and when', async () => {
    const id = await enter(mari, newCode());
    const { proceedingId } = await intake(mari, [id], 'SIMPLE');
    await act(mari, proceedingId, 'MEETING', 'kohtumine kodus');
    await act(mari, proceedingId, 'COUNSELLING', 'võlanõustamine');
    await mari('PUT', of(id, '/contacts'), { phone: '5123456' });
    const file = await mari('GET', of(id, '/file'));
    expect(file.status).toBe(200);
    const items = file.body.items as unknown as readonly Line[];
    expect(items.map(said)).toEqual([
      'CONTACTS',
      'ACTION COUNSELLING',
      'ACTION MEETING',
      'STEP OPENED',
      'INTAKE APPLICATION_BENEFIT',
      'PERSON',
      'NAME',
    ]);
    const me = (await mari('GET', '/api/v1/sessions/current')).body;
    for (const item of items)
      expect(item).toMatchObject({
        enteredBy: { userId: me.userId, name: 'Mari Maasikas', institution: { id: me.institutionId, name: 'Näidisvald' } },
        enteredAt: '2026-11-23T08:00:00Z',
      });
  });

  it('comes in pages that together are the whole, whatever rooms their lines are from', async () => {
    const id = await enter(mari, newCode());
    const { proceedingId } = await intake(mari, [id], 'SIMPLE');
    for (let n = 0; n < 5; n++) {
      await act(mari, proceedingId, 'NOTE', `märge ${n}`);
      await mari('PUT', of(id, '/contacts'), { phone: `512345${n}` });
    }
    const whole = await lines(mari, of(id, '/file?limit=200'));
    expect(whole).toHaveLength(14);
    const seen: Line[] = [];
    let before = '';
    do {
      const { body } = await mari('GET', of(id, `/file?limit=3${before}`));
      seen.push(...(body.items as unknown as Line[]));
      before = body.next === undefined ? '' : `&before=${body.next}`;
    } while (before !== '');
    expect(seen).toEqual(whole);
    expect((await mari('GET', of(id, '/file?limit=201'))).body).toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('names who entered something after they have left', async () => {
    const leaver = await workerOf(door, 10, { municipality: TALLINN, name: 'Lahkuja Lea' });
    const id = await enter(leaver, newCode());
    await intake(mari, [id]);
    const { userId } = (await leaver('GET', '/api/v1/sessions/current')).body;
    await sql`update membership set active = false, ended_at = now() where user_id = ${userId}`.execute(door.database.db);
    expect((await lines(mari, of(id, '/file'))).at(-1)).toMatchObject({ kind: 'NAME', enteredBy: { name: 'Lahkuja Lea' } });
  });

  it('keeps adoption from those who do not work on it (INV-66)', async () => {
    const ska = { institution: '70001975', kind: 'SKA' } as const;
    const adoption = await workerOf(door, 11, { roles: ['SKA_ADOPTION'], ...ska });
    const children = await workerOf(door, 12, { roles: ['SKA_CHILD_PROTECTION'], ...ska });
    const id = await enter(adoption, newCode());
    await intake(adoption, [id], 'ADOPTION');
    await intake(children, [id], 'CHILD');
    for (const path of ['/file', '/history']) {
      expect((await lines(children, of(id, path))).some(({ content }) => JSON.stringify(content).includes('ADOPTION'))).toBe(false);
      expect((await lines(adoption, of(id, path))).some(({ content }) => JSON.stringify(content).includes('ADOPTION'))).toBe(true);
    }
  });

  it('is another’s business as little as the rest of it, and reading it is logged', async () => {
    const id = await enter(mari, newCode());
    for (const path of ['/file', '/history']) expect((await tartu('GET', of(id, path))).body).toMatchObject({ code: 'CLIENT_NOT_FOUND' });
    await mari('GET', of(id, '/file'));
    await mari('GET', of(id, '/history'));
    const { rows } = await sql<{ details: object }>`
      select details from audit_event where client_id = ${id} and action = 'CLIENT_READ' order by id`.execute(door.database.db);
    expect(rows.map(({ details }) => details)).toEqual([
      { purpose: 'ENTERED', fields: 'FILE', sight: 'GENERAL' },
      { purpose: 'ENTERED', fields: 'HISTORY', sight: 'GENERAL' },
    ]);
  });
});

describe('somebody who moves', () => {
  const helpedInTallinn = async () => {
    const id = await enter(mari, newCode());
    const { proceedingId } = await intake(mari, [id], 'CASE');
    await act(mari, proceedingId, 'MEETING', 'kohtumine Tallinnas');
    await mari('PUT', of(id, '/residence'), residence(TALLINN));
    return { id, proceedingId };
  };

  it('REQ-049: takes their earlier intakes and cases along; where they lived keeps its own alone', async () => {
    const { id, proceedingId } = await helpedInTallinn();
    const { proceedingId: inTartu } = await intake(tartu, [id], 'SIMPLE', elsewhere);
    // Helped there, but registered in Tallinn: the new one sees its own.
    expect((await lines(tartu, of(id, '/history'))).map(({ id: line }) => line)).not.toContain(proceedingId);
    await tartu('PUT', of(id, '/residence'), residence(TARTU));
    const history = await lines(tartu, of(id, '/history'));
    expect(history.map(said)).toEqual(['PROCEEDING SIMPLE', 'INTAKE APPLICATION_BENEFIT', 'PROCEEDING CASE', 'INTAKE APPLICATION_BENEFIT']);
    expect(history.map(({ id: line }) => line)).toEqual(expect.arrayContaining([proceedingId, inTartu]));
    expect((await lines(tartu, of(id, '/file'))).map(({ content }) => content.text)).toContain('kohtumine Tallinnas');
    // Read, and nothing else: the case itself is Tallinn's.
    expect((await tartu('GET', `/api/v1/proceedings/${proceedingId}`)).status).toBe(404);
    expect((await act(tartu, proceedingId, 'NOTE', 'x')).status).toBe(404);

    await mari('POST', `/api/v1/proceedings/${proceedingId}/close`, { reason: 'MOVED' });
    await act(tartu, inTartu, 'MEETING', 'kohtumine Tartus');
    await tartu('PUT', of(id, '/contacts'), { phone: '5999999' });
    expect((await lines(mari, of(id, '/history'))).map(said)).toEqual(['PROCEEDING CASE', 'INTAKE APPLICATION_BENEFIT']);
    const kept = await lines(mari, of(id, '/file'));
    expect(new Set(kept.map(({ enteredBy }) => enteredBy.institution.id)).size).toBe(1);
    expect((await mari('GET', of(id))).body).not.toHaveProperty('contacts');
    expect((await mari('GET', of(id))).body.residence).toMatchObject({ municipalityCode: TALLINN });
    expect((await mari('GET', `/api/v1/proceedings/${proceedingId}`)).status).toBe(200);
    expect((await mari('PUT', of(id, '/contacts'), { phone: '5123456' })).body).toMatchObject({ code: 'CLIENT_FILE_READ_ONLY' });
  });

  it('without an intake in the new place, or when all of it there is over, shows it nothing of the old one', async () => {
    const { id, proceedingId } = await helpedInTallinn();
    await mari('PUT', of(id, '/residence'), residence(TARTU));
    expect((await tartu('GET', of(id, '/history'))).status).toBe(404);
    const { proceedingId: inTartu } = await intake(tartu, [id], 'SIMPLE');
    expect((await lines(tartu, of(id, '/history'))).map(({ id: line }) => line)).toContain(proceedingId);
    await tartu('POST', `/api/v1/proceedings/${inTartu}/close`, { reason: 'SOLVED' });
    expect((await lines(tartu, of(id, '/history'))).map(({ id: line }) => line)).not.toContain(proceedingId);
  });

  it('may live where no register has them', async () => {
    const { id, proceedingId } = await helpedInTallinn();
    await intake(tartu, [id], undefined, elsewhere);
    await tartu('PUT', of(id, '/actual-address'), { text: 'Tartu, Turu 1', municipalityCode: TARTU });
    expect((await lines(tartu, of(id, '/history'))).map(({ id: line }) => line)).toContain(proceedingId);
  });
});

it('REQ-174: the general view shows the situation of the last proceeding, and leads to that', async () => {
  const id = await enter(mari, newCode());
  expect((await mari('GET', of(id))).body).not.toHaveProperty('lastProceedingData');
  await intake(mari, [id], 'SIMPLE');
  const { proceedingId } = await intake(mari, [id], 'CARE');
  const actualAddress = { text: 'Turu 1', country: 'EE', municipalityCode: TALLINN };
  const described = await mari('PATCH', `/api/v1/proceedings/${proceedingId}/subjects/${id}`, { actualAddress, socialStatus: 'PENSIONER' });
  expect(described.status).toBe(200);
  const link = `/api/v1/proceedings/${proceedingId}`;
  expect((await mari('GET', of(id))).body.lastProceedingData).toEqual({ proceedingId, actualAddress, socialStatus: 'PENSIONER', link });
  expect((await mari('GET', link)).status).toBe(200);
  await intake(tartu, [id]);
  expect((await tartu('GET', of(id))).body).not.toHaveProperty('lastProceedingData');
});
