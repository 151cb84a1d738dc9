import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../src/platform/index.ts';
import { recordActions } from '../../../src/register/proceedings/index.ts';
import { type Door, openDoor, signedIn } from '../../api/door.ts';
import { settle, type Town } from './town.ts';

/** A Monday, ten in the morning in Tallinn. */
const MONDAY = '2026-11-23T08:00:00Z';
let door: Door;
let town: Town;
beforeAll(async () => {
  door = await openDoor();
  town = await settle(door);
});
afterAll(() => door.close());
beforeEach(() => door.clock.set(MONDAY));

const enter = (id: string, body: object, call = town.mari.call) => call('POST', `/api/v1/proceedings/${id}/actions`, body);
const change = (id: string, actionId: unknown, body: object, headers = {}, call = town.mari.call) =>
  call('PATCH', `/api/v1/proceedings/${id}/actions/${actionId}`, body, headers);
const cancel = (id: string, actionId: unknown, headers = {}, call = town.mari.call) =>
  call('DELETE', `/api/v1/proceedings/${id}/actions/${actionId}`, undefined, headers);
const visit = { kind: 'HOME_VISIT', text: 'Käia kodus' };
const tuesday = '2026-11-24T08:00:00Z';

/** What the system itself enters. */
async function automatic(id: string): Promise<string> {
  const [actionId] = await door.database.transaction((tx) =>
    recordActions(tx, [
      {
        proceedingId: id,
        kind: 'QUERY',
        origin: 'AUTOMATIC',
        performedBy: town.mari.worker.userId,
        text: 'Elukohtade päring',
        refs: {},
        at: door.clock.now(),
      },
    ]),
  );
  return String(actionId);
}

describe('an action', () => {
  it('REQ-031: is planned, done, and overdue in between', async () => {
    const own = await town.worker('liis');
    const { id } = await town.proceeding({}, own.call);
    const planned = await enter(id, { ...visit, plannedFor: tuesday }, own.call);
    expect(planned).toMatchObject({
      status: 201,
      body: { state: 'PLANNED', origin: 'MANUAL', plannedFor: tuesday, assignedTo: own.worker.userId },
    });
    const overdue = async () => (await own.call('GET', '/api/v1/me/actions?overdue=true')).body.items;
    expect(await overdue()).toEqual([]);
    expect((await own.call('GET', '/api/v1/me/actions')).body.items).toMatchObject([{ id: planned.body.id, overdue: false }]);
    door.clock.set('2026-11-24T08:00:01Z');
    own.call = await signedIn(door.app, own.worker);
    expect(await overdue()).toMatchObject([{ id: planned.body.id, overdue: true, proceedingId: id }]);
    const done = await change(id, planned.body.id, { doneAt: '2026-11-24T07:30:00Z' }, {}, own.call);
    expect(done).toMatchObject({ status: 200, body: { state: 'DONE', doneAt: '2026-11-24T07:30:00Z' } });
    expect(await overdue()).toEqual([]);
    const kinds = (await own.call('GET', `/api/v1/proceedings/${id}/timeline`)).body.items?.map(({ kind }) => kind);
    expect(kinds).toEqual(['INTAKE_REGISTERED', 'OPENED', 'ACTION', 'ACTION_DONE']);
  });

  it('that is planned may change, as one saw it; that was done may not, and is corrected', async () => {
    const { id } = await town.proceeding();
    const { body } = await enter(id, { ...visit, plannedFor: tuesday });
    const moved = await change(id, body.id, { plannedFor: '2026-11-25T08:00:00Z', text: 'Käia kodus, kaasa tõlk' }, { 'if-match': '"1"' });
    expect(moved).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: { text: 'Käia kodus, kaasa tõlk' } });
    expect((await change(id, body.id, { text: 'x' }, { 'if-match': '"1"' })).body).toMatchObject({ code: 'PRECONDITION_FAILED' });
    await change(id, body.id, { doneAt: MONDAY });
    expect((await change(id, body.id, { text: 'x' })).body).toMatchObject({ code: 'ACTION_CONFIRMED', status: 409 });
    expect((await cancel(id, body.id)).body).toMatchObject({ code: 'ACTION_CONFIRMED' });
    const corrected = await enter(id, { kind: 'HOME_VISIT', text: 'Kodus ei olnud kedagi', correctionOf: body.id });
    expect(corrected).toMatchObject({ status: 201, body: { correctionOf: body.id, state: 'DONE' } });
    const items = (await town.mari.call('GET', `/api/v1/proceedings/${id}/actions`)).body.items;
    expect(items?.map(({ text }) => text)).toEqual(['Käia kodus, kaasa tõlk', 'Kodus ei olnud kedagi']);
    const spoil = sql`update action set text = 'x' where proceeding_id = ${id}`;
    await expect(spoil.execute(door.database.db)).rejects.toThrow('never changed');
    await expect(sql`delete from action where proceeding_id = ${id}`.execute(door.database.db)).rejects.toThrow('never changed');
  });

  it('that came by itself is neither changed, corrected nor deleted', async () => {
    const { id } = await town.proceeding();
    const actionId = await automatic(id);
    for (const answer of [
      await change(id, actionId, { text: 'x' }),
      await change(id, actionId, { doneAt: MONDAY }),
      await cancel(id, actionId),
      await enter(id, { ...visit, correctionOf: actionId }),
    ]) {
      expect(answer.body).toMatchObject({ code: 'ACTION_AUTOMATIC', status: 409 });
    }
    expect((await town.mari.call('GET', `/api/v1/proceedings/${id}/actions`)).body.items).toMatchObject([
      { id: actionId, origin: 'AUTOMATIC', text: 'Elukohtade päring' },
    ]);
  });

  it('that is planned is taken back, once, and stays to be seen', async () => {
    const { id } = await town.proceeding();
    const { body } = await enter(id, { ...visit, plannedFor: tuesday });
    expect(await cancel(id, body.id)).toMatchObject({ status: 200, body: { state: 'CANCELLED' } });
    expect((await cancel(id, body.id)).body).toMatchObject({ code: 'ACTION_CANCELLED', status: 409 });
    expect((await change(id, body.id, { doneAt: MONDAY })).body).toMatchObject({ code: 'ACTION_CANCELLED' });
    expect((await enter(id, { ...visit, correctionOf: body.id })).body).toMatchObject({ code: 'ACTION_NOT_DONE' });
    expect((await town.mari.call('GET', `/api/v1/proceedings/${id}/actions`)).body.items).toMatchObject([{ state: 'CANCELLED' }]);
  });

  it('is due at the end of a working day, over weekends and holidays', async () => {
    const { id } = await town.proceeding();
    const due = async (now: string, dueInWorkingDays: number) => {
      door.clock.set(now);
      const call = await signedIn(door.app, town.mari.worker);
      return (await enter(id, { kind: 'DECISION', text: 'Otsustada', dueInWorkingDays }, call)).body.plannedFor;
    };
    expect(await due(MONDAY, 5)).toBe('2026-11-30T21:59:59Z');
    // Over Christmas Eve, Christmas and its second day, and a weekend; then over New Year, a Friday, too.
    expect(await due('2026-12-22T10:00:00Z', 5)).toBe('2026-12-31T21:59:59Z');
    expect(await due('2026-12-22T10:00:00Z', 6)).toBe('2027-01-04T21:59:59Z');
    // What is late in the evening by UTC is the next day in Tallinn.
    expect(await due('2026-11-23T22:30:00Z', 1)).toBe('2026-11-25T21:59:59Z');
    expect(await due('2027-06-21T10:00:00Z', 2)).toBe('2027-06-25T20:59:59Z');
  });

  it.each([
    [{ plannedFor: tuesday, dueInWorkingDays: 3 }, 'ACTION_PLAN_INVALID', '/dueInWorkingDays'],
    [{ plannedFor: '2026-11-23T07:59:59Z' }, 'ACTION_PLAN_INVALID', '/plannedFor'],
    [{ assigneeId: newId() }, 'ACTION_PLAN_INVALID', '/assigneeId'],
    [{ plannedFor: tuesday, assigneeId: newId() }, 'ASSIGNEE_INVALID', '/assigneeId'],
    [{ plannedFor: tuesday, correctionOf: newId() }, 'ACTION_PLAN_INVALID', '/correctionOf'],
    [{ dueInWorkingDays: 0 }, 'VALIDATION_FAILED', '/dueInWorkingDays'],
    [{ dueInWorkingDays: 251 }, 'VALIDATION_FAILED', '/dueInWorkingDays'],
    [{ plannedFor: 'homme' }, 'VALIDATION_FAILED', '/plannedFor'],
    [{ state: 'DONE' }, 'VALIDATION_FAILED', '/state'],
  ])('with %j is refused as %s', async (more, code, pointer) => {
    const { id } = await town.proceeding();
    expect((await enter(id, { ...visit, ...more })).body).toMatchObject({ code, status: 422, errors: [{ pointer }] });
    expect((await town.mari.call('GET', `/api/v1/proceedings/${id}/actions`)).body.items).toEqual([]);
  });

  it('is of its own proceeding, institution and time', async () => {
    const [one, other] = [await town.proceeding(), await town.proceeding()];
    const { body } = await enter(one.id, { ...visit, plannedFor: tuesday });
    expect((await change(other.id, body.id, { text: 'x' })).body).toMatchObject({ code: 'ACTION_NOT_FOUND', status: 404 });
    expect((await enter(other.id, { ...visit, correctionOf: newId() })).body).toMatchObject({ code: 'ACTION_NOT_FOUND' });
    expect((await change(one.id, body.id, { text: 'x' }, {}, town.peeter.call)).body).toMatchObject({ code: 'NOT_FOUND' });
    expect((await cancel(one.id, body.id, {}, town.peeter.call)).body).toMatchObject({ code: 'NOT_FOUND' });
    expect((await change(one.id, body.id, { doneAt: '2026-11-23T08:00:01Z' })).body).toMatchObject({
      code: 'ACTION_PLAN_INVALID',
      errors: [{ pointer: '/doneAt', code: 'IN_THE_FUTURE' }],
    });
    await town.mari.call('POST', `/api/v1/proceedings/${one.id}/suspend`);
    expect((await change(one.id, body.id, { doneAt: MONDAY })).body).toMatchObject({ code: 'PROCEEDING_NOT_OPEN' });
    expect((await cancel(one.id, body.id)).body).toMatchObject({ code: 'PROCEEDING_NOT_OPEN' });
  });

  it('that is planned ends with its proceeding, and passes with it to whoever takes it over', async () => {
    const [closing, passing] = [await town.proceeding(), await town.proceeding()];
    await enter(closing.id, { ...visit, plannedFor: tuesday });
    await enter(passing.id, { ...visit, plannedFor: tuesday });
    await town.mari.call('POST', `/api/v1/proceedings/${closing.id}/close`, { reason: 'DEATH' });
    expect((await town.mari.call('GET', `/api/v1/proceedings/${closing.id}/actions`)).body.items).toMatchObject([{ state: 'CANCELLED' }]);
    const { institutionId, userId } = town.peeter.worker;
    const offered = await town.mari.call('POST', `/api/v1/proceedings/${passing.id}/transfers`, { institutionId, reason: 'Isik kolis' });
    await town.peeter.call('POST', `/api/v1/transfers/${offered.body.id}/accept`);
    expect((await town.peeter.call('GET', '/api/v1/me/actions')).body.items).toMatchObject([
      { proceedingId: passing.id, assignedTo: userId, state: 'PLANNED' },
    ]);
  });
});

describe('a calendar', () => {
  it('REQ-084: shows what is one’s own, in its time, and nobody else’s', async () => {
    const own = await town.worker('kalender');
    const { id } = await town.proceeding({}, own.call);
    const plan = (plannedFor: string, more = {}) => enter(id, { ...visit, plannedFor, ...more }, own.call);
    const wednesday = await plan('2026-11-25T08:00:00Z');
    const first = await plan(tuesday);
    const late = await plan('2026-11-25T21:59:59Z');
    await plan('2026-11-25T22:00:00Z');
    await plan('2026-11-24T10:00:00Z', { assigneeId: town.malle.worker.userId });
    await enter((await town.proceeding()).id, { ...visit, plannedFor: tuesday });
    await enter(id, { kind: 'NOTE', text: 'Kavata märge' }, own.call);
    await change(id, wednesday.body.id, { doneAt: MONDAY }, {}, own.call);
    const shown = async (span: string) => (await own.call('GET', `/api/v1/me/calendar?${span}`)).body.items?.map((item) => item.id);
    expect(await shown('from=2026-11-24&to=2026-11-25')).toEqual([first.body.id, wednesday.body.id, late.body.id]);
    expect(await shown('from=2026-11-26&to=2026-11-26')).toHaveLength(1);
    expect(await shown('')).toHaveLength(4);
    expect((await town.malle.call('GET', '/api/v1/me/calendar')).body.items).toMatchObject([{ proceedingId: id }]);

    const pages: unknown[] = [];
    let after = '';
    do {
      const page: Awaited<ReturnType<typeof own.call>> = await own.call('GET', `/api/v1/me/calendar?limit=1${after}`);
      pages.push(...(page.body.items ?? []).map((item) => item.id));
      after = page.body.next === undefined ? '' : `&after=${page.body.next}`;
    } while (after !== '');
    expect(pages).toEqual(await shown(''));

    for (const [span, code] of [
      ['from=2026-11-25&to=2026-11-24', 'BEFORE_FROM'],
      ['from=2026-11-25&to=2027-11-27', 'TOO_LONG'],
    ]) {
      expect((await own.call('GET', `/api/v1/me/calendar?${span}`)).body).toMatchObject({
        code: 'CALENDAR_SPAN_INVALID',
        errors: [{ pointer: '/to', code }],
      });
    }
    expect((await own.call('GET', '/api/v1/me/calendar?from=2026-11-31')).body).toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('is empty of what has ended, and reading it is a line for each person', async () => {
    const own = await town.worker('lugeja');
    const { id, clientId } = await town.proceeding({}, own.call);
    await enter(id, { ...visit, plannedFor: tuesday }, own.call);
    expect((await own.call('GET', '/api/v1/me/calendar')).body.items).toHaveLength(1);
    const { rows } = await sql`select from audit_event where client_id = ${clientId} and action = 'OWN_ACTIONS_READ'`.execute(
      door.database.db,
    );
    expect(rows).toHaveLength(1);
    await own.call('POST', `/api/v1/proceedings/${id}/close`, { reason: 'SOLVED' });
    expect((await own.call('GET', '/api/v1/me/calendar')).body.items).toEqual([]);
  });
});

describe('a link', () => {
  const add = (id: string, body: object, call = town.mari.call) => call('POST', `/api/v1/proceedings/${id}/links`, body);
  const link = { url: 'https://www.riigiteataja.ee/akt/130122015005', title: 'Sotsiaalhoolekande seadus' };

  it('REQ-032: is added to an open proceeding, with its title', async () => {
    const { id } = await town.proceeding();
    expect((await add(id, link)).status).toBe(201);
    expect((await town.malle.call('GET', `/api/v1/proceedings/${id}/links`)).body.items).toMatchObject([
      { ...link, addedBy: town.mari.worker.userId },
    ]);
    expect((await town.peeter.call('GET', `/api/v1/proceedings/${id}/links`)).body).toMatchObject({ code: 'NOT_FOUND' });
    expect((await add(id, link, town.peeter.call)).body).toMatchObject({ code: 'NOT_FOUND' });
    expect((await add(id, { ...link, title: ' ' })).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect((await add(id, { url: link.url })).body).toMatchObject({ errors: [{ pointer: '/title', code: 'REQUIRED' }] });
    await town.mari.call('POST', `/api/v1/proceedings/${id}/close`, { reason: 'SOLVED' });
    expect((await add(id, link)).body).toMatchObject({ code: 'PROCEEDING_NOT_OPEN' });
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'riigiteataja.ee', 'https://', 'https://mari:parool@star.ee/'])(
    'is never to %s',
    async (url) => {
      const { id } = await town.proceeding();
      expect((await add(id, { ...link, url })).body).toMatchObject({ code: 'LINK_INVALID', errors: [{ pointer: '/url', code: 'FORMAT' }] });
    },
  );
});
