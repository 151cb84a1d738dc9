import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/index.ts';
import { closeProceeding, findProceeding } from '../../src/register/proceedings/index.ts';
import { hire, personalCode } from '../town.ts';
import { type Caller, type Door, openDoor, registering, signedIn } from './door.ts';

let door: Door;
let mari: Caller;
let colleague: Caller;
let foreigner: Caller;
let serial = 10;
beforeAll(async () => {
  door = await openDoor();
  const { app, database } = door;
  mari = await signedIn(app, await hire(database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1 }));
  colleague = await signedIn(app, await hire(database, { username: 'malle', roles: ['SOCIAL_WORKER'], serial: 2 }));
  foreigner = await signedIn(
    app,
    await hire(database, { username: 'peeter', roles: ['SOCIAL_WORKER'], serial: 3, institution: '70000740' }),
  );
});
afterAll(() => door.close());

async function client(call = mari): Promise<string> {
  const { body } = await call('POST', '/api/v1/clients', { personalCode: personalCode(serial++), firstName: 'Kati', lastName: 'Kask' });
  return String(body.id);
}

const intake = (clientId: string, more = {}) => ({
  kind: 'APPLICATION_BENEFIT',
  channel: 'IN_PERSON',
  problem: 'Toimetulekuraskused',
  subjects: [{ clientId, role: 'MAIN' }],
  openProceeding: { kind: 'SIMPLE' },
  ...more,
});

async function proceeding(call = mari): Promise<string> {
  const { body } = await call('POST', '/api/v1/intakes', intake(await client(call)));
  return (body.proceeding as { id: string }).id;
}

describe('an intake', () => {
  it('opens its proceeding with it, with a number people can read and a data key', async () => {
    const clientId = await client();
    const { status, body } = await mari('POST', '/api/v1/intakes', intake(clientId));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      intake: { state: 'IN_PROCEEDING', subjectIds: [clientId], no: expect.stringMatching(/^2026-\d+$/) },
      proceeding: { state: 'OPENED', kind: 'SIMPLE', no: expect.stringMatching(/^2026\/\d+$/), subjects: [{ clientId, role: 'MAIN' }] },
    });
    expect(await door.keys.open(door.database.db, (body.proceeding as { id: string }).id)).toBeDefined();
  });

  it('needs exactly one main subject, and persons who are in the register', async () => {
    const clientId = await client();
    const twice = [clientId, clientId].map((id) => ({ clientId: id, role: 'MAIN' }));
    expect((await mari('POST', '/api/v1/intakes', intake(clientId, { subjects: twice }))).body).toMatchObject({ code: 'SUBJECTS_INVALID' });
    expect((await mari('POST', '/api/v1/intakes', intake(clientId, { subjects: [{ clientId, role: 'CHILD' }] }))).body).toMatchObject({
      code: 'SUBJECTS_INVALID',
    });
    expect((await mari('POST', '/api/v1/intakes', intake(newId()))).body).toMatchObject({
      code: 'SUBJECT_UNKNOWN',
      errors: [{ pointer: '/subjects/0/clientId', code: 'UNKNOWN' }],
    });
  });
});

describe('a proceeding', () => {
  it('is not there for another institution', async () => {
    const id = await proceeding();
    for (const path of [`/api/v1/proceedings/${id}`, `/api/v1/proceedings/${id}/actions`]) {
      expect((await foreigner('GET', path)).body).toMatchObject({ code: 'NOT_FOUND', status: 404 });
      expect((await colleague('GET', path)).status).toBe(200);
    }
    expect((await foreigner('POST', `/api/v1/proceedings/${id}/close`, { reason: 'SOLVED' })).status).toBe(404);
    expect((await foreigner('POST', `/api/v1/proceedings/${id}/actions`, { kind: 'NOTE', text: 'x' })).status).toBe(404);
  });

  it('closes once, and takes its data key with it', async () => {
    const id = await proceeding();
    const closed = await mari('POST', `/api/v1/proceedings/${id}/close`, { reason: 'DECIDED' });
    expect(closed).toMatchObject({ status: 200, body: { state: 'CLOSED', closeReason: 'DECIDED' } });
    expect(await door.keys.open(door.database.db, id)).toBeUndefined();
    expect((await mari('POST', `/api/v1/proceedings/${id}/close`, { reason: 'DECIDED' })).body).toMatchObject({
      code: 'PROCEEDING_NOT_OPEN',
      status: 409,
    });
    expect((await mari('POST', `/api/v1/proceedings/${id}/actions`, { kind: 'NOTE', text: 'hiljem' })).body).toMatchObject({
      code: 'PROCEEDING_NOT_OPEN',
    });
  });

  it('is not closed by somebody who saw an older version of it', async () => {
    const id = await proceeding();
    const { headers } = await mari('GET', `/api/v1/proceedings/${id}`);
    expect(headers.etag).toBe('"1"');
    const close = (version: string) => mari('POST', `/api/v1/proceedings/${id}/close`, { reason: 'SOLVED' }, { 'if-match': version });
    expect((await close('"0"')).body).toMatchObject({ code: 'PRECONDITION_FAILED', status: 412 });
    expect((await close('"1"')).status).toBe(200);
  });

  it('reads If-Match strictly: a weak or unreadable tag matches nothing, a star anything', async () => {
    const id = await proceeding();
    const suspend = (version: string) => mari('POST', `/api/v1/proceedings/${id}/suspend`, undefined, { 'if-match': version });
    for (const tag of ['W/"1"', '1', '"1', '"1", "2"', '']) expect((await suspend(tag)).status).toBe(412);
    expect((await suspend('*')).status).toBe(200);
  });

  it('is suspended and goes on; while suspended nothing is entered', async () => {
    const id = await proceeding();
    const move = (verb: string) => mari('POST', `/api/v1/proceedings/${id}/${verb}`);
    expect((await move('resume')).body).toMatchObject({ code: 'PROCEEDING_NOT_OPEN' });
    expect(await move('suspend')).toMatchObject({ status: 200, body: { state: 'SUSPENDED' }, headers: { etag: '"2"' } });
    expect((await move('suspend')).body).toMatchObject({ code: 'PROCEEDING_NOT_OPEN' });
    const note = () => mari('POST', `/api/v1/proceedings/${id}/actions`, { kind: 'NOTE', text: 'vahepeal' });
    expect((await note()).body).toMatchObject({ code: 'PROCEEDING_NOT_OPEN' });
    expect(await door.keys.open(door.database.db, id)).toBeDefined();
    expect((await move('resume')).body).toMatchObject({ state: 'OPENED' });
    expect((await note()).status).toBe(201);
    expect((await foreigner('POST', `/api/v1/proceedings/${id}/suspend`)).status).toBe(404);
    await move('suspend');
    expect((await mari('POST', `/api/v1/proceedings/${id}/close`, { reason: 'WITHDRAWN' })).body).toMatchObject({ state: 'CLOSED' });
    expect((await move('resume')).body).toMatchObject({ code: 'PROCEEDING_NOT_OPEN' });
  });

  it('has no action later than its close, however close the two come', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await proceeding();
      const note = () => mari('POST', `/api/v1/proceedings/${id}/actions`, { kind: 'NOTE', text: 'viimasel hetkel' });
      const close = () => mari('POST', `/api/v1/proceedings/${id}/close`, { reason: 'DECIDED' });
      const answers = await Promise.all([note(), note(), close(), note(), note()]);
      const entered = answers.filter(({ status }) => status === 201).length;
      expect((await mari('GET', `/api/v1/proceedings/${id}/actions`)).body.items).toHaveLength(entered);
      expect(answers.every(({ status }) => [200, 201, 409].includes(status))).toBe(true);
    }
  });

  it('is closed by one of many who try at once', async () => {
    const id = await proceeding();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => mari('POST', `/api/v1/proceedings/${id}/close`, { reason: 'SOLVED' }, { 'if-match': '"1"' })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'PRECONDITION_FAILED')).toHaveLength(7);
  });

  it('closes whole or not at all', async () => {
    const failing = await openDoor();
    try {
      const { database, clock, keys } = failing;
      const worker = await hire(database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1 });
      const call = await signedIn(failing.app, worker);
      const { body } = await call('POST', '/api/v1/clients', { personalCode: personalCode(1), firstName: 'Kati', lastName: 'Kask' });
      const opened = await call('POST', '/api/v1/intakes', intake(String(body.id)));
      const { id } = opened.body.proceeding as { id: string };
      const actor = { ...worker, name: 'Mari', roles: ['SOCIAL_WORKER'] as const, sessionId: newId() };
      const onClosed = async () => {
        throw new Error('the queries could not be ended');
      };
      const closing = database.decide((tx) =>
        closeProceeding({ clock, keys, onClosed, ...registering(clock) }, tx, actor, {
          proceedingId: id,
          reason: 'SOLVED',
          ifMatch: undefined,
        }),
      );
      await expect(closing).rejects.toThrow('could not be ended');
      expect(await findProceeding(database.db, id)).toMatchObject({ state: 'OPENED', version: 1 });
      expect(await keys.open(database.db, id)).toBeDefined();
    } finally {
      await failing.close();
    }
  });

  it('lists its actions a page at a time', async () => {
    const id = await proceeding();
    for (const text of ['esimene', 'teine', 'kolmas']) await mari('POST', `/api/v1/proceedings/${id}/actions`, { kind: 'NOTE', text });
    const first = await mari('GET', `/api/v1/proceedings/${id}/actions?limit=2`);
    expect(first.body.items?.map(({ text }) => text)).toEqual(['esimene', 'teine']);
    const second = await mari('GET', `/api/v1/proceedings/${id}/actions?limit=2&after=${first.body.next}`);
    expect(second.body.items?.map(({ text }) => text)).toEqual(['kolmas']);
    expect(second.body).not.toHaveProperty('next');
  });
});

describe('an action', () => {
  it('is never changed or deleted, not even in the database', async () => {
    const id = await proceeding();
    await mari('POST', `/api/v1/proceedings/${id}/actions`, { kind: 'CALL', text: 'helistatud' });
    await expect(sql`update action set text = 'x' where proceeding_id = ${id}`.execute(door.database.db)).rejects.toThrow('never changed');
    await expect(sql`delete from action where proceeding_id = ${id}`.execute(door.database.db)).rejects.toThrow('never changed');
    expect((await mari('DELETE', `/api/v1/proceedings/${id}/actions`)).status).toBe(404);
  });

  it('of asking a register is not entered by hand', async () => {
    const id = await proceeding();
    expect((await mari('POST', `/api/v1/proceedings/${id}/actions`, { kind: 'QUERY', text: 'x' })).body).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ pointer: '/kind', code: 'ENUM' }],
    });
  });
});

describe('the list of proceedings', () => {
  it('is of the own institution, in pages that together are the whole', async () => {
    const worker = await hire(door.database, { username: 'loend', roles: ['SOCIAL_WORKER'], serial: 30, institution: '70008440' });
    const call = await signedIn(door.app, worker);
    const opened: string[] = [];
    for (let n = 0; n < 5; n++) opened.push(await proceeding(call));
    const seen: unknown[] = [];
    let after = '';
    do {
      const { body } = await call('GET', `/api/v1/proceedings?limit=2${after}`);
      seen.push(...(body.items ?? []).map(({ id }) => id));
      after = body.next === undefined ? '' : `&after=${body.next}`;
    } while (after !== '');
    expect(seen).toEqual(opened);
  });
});

describe('adoption and victim files', () => {
  it('are not there for colleagues of the same institution who do not work on them (INV-66)', async () => {
    const ska = { institution: '70001975', kind: 'SKA' } as const;
    const { app, database } = door;
    const adoption = await signedIn(app, await hire(database, { username: 'aado', roles: ['SKA_ADOPTION'], serial: 31, ...ska }));
    const children = await signedIn(app, await hire(database, { username: 'laur', roles: ['SKA_CHILD_PROTECTION'], serial: 32, ...ska }));
    const clientId = await client(adoption);
    const { body } = await adoption('POST', '/api/v1/intakes', intake(clientId, { openProceeding: { kind: 'ADOPTION' } }));
    const { id } = body.proceeding as { id: string };
    expect((await adoption('GET', `/api/v1/proceedings/${id}`)).status).toBe(200);
    expect((await children('GET', `/api/v1/proceedings/${id}`)).body).toMatchObject({ code: 'NOT_FOUND' });
    expect((await children('POST', `/api/v1/proceedings/${id}/close`, { reason: 'SOLVED' })).status).toBe(404);
    expect((await children('POST', `/api/v1/proceedings/${id}/actions`, { kind: 'NOTE', text: 'x' })).status).toBe(404);
    expect((await children('GET', '/api/v1/proceedings')).body.items).toEqual([]);
    expect((await adoption('GET', '/api/v1/proceedings')).body.items).toHaveLength(1);
    expect((await children('POST', '/api/v1/intakes', intake(clientId, { openProceeding: { kind: 'VICTIM' } }))).body).toMatchObject({
      code: 'PROCEEDING_KIND_NOT_ALLOWED',
      status: 403,
    });
  });
});

describe('a client file', () => {
  it('is one per person in the whole register, found by personal code and by nobody else’s name search', async () => {
    const code = personalCode(serial++);
    const person = { personalCode: code, firstName: 'Tõnu', lastName: 'Õunapuu' };
    expect((await mari('POST', '/api/v1/clients', person)).body).toMatchObject({ birthDate: '1985-03-14', sex: 'FEMALE' });
    expect((await foreigner('POST', '/api/v1/clients', person)).body).toMatchObject({ code: 'CLIENT_EXISTS', status: 409 });
    expect((await foreigner('POST', '/api/v1/clients/search', { personalCode: code })).body.items).toHaveLength(1);
    expect((await mari('POST', '/api/v1/clients/search', { lastName: 'õuna' })).body.items).toHaveLength(1);
    expect((await foreigner('POST', '/api/v1/clients/search', { lastName: 'õuna' })).body.items).toHaveLength(0);
  });

  it('opens to an institution once it has a proceeding on the person', async () => {
    const id = await client();
    expect((await foreigner('GET', `/api/v1/clients/${id}`)).status).toBe(404);
    await foreigner('POST', '/api/v1/intakes', intake(id));
    expect((await foreigner('GET', `/api/v1/clients/${id}`)).status).toBe(200);
  });

  it('opens to an institution with an intake alone', async () => {
    const id = await client();
    const { openProceeding: _, ...alone } = intake(id);
    const { body } = await foreigner('POST', '/api/v1/intakes', alone);
    expect(body).toMatchObject({ intake: { state: 'REGISTERED' } });
    expect(body).not.toHaveProperty('proceeding');
    expect((await foreigner('GET', `/api/v1/clients/${id}`)).status).toBe(200);
  });

  it('takes birth date and sex from the personal code alone', async () => {
    const person = { personalCode: personalCode(serial++), firstName: 'Kati', lastName: 'Kask' };
    expect((await mari('POST', '/api/v1/clients', { ...person, birthDate: '1999-01-01' })).body).toMatchObject({
      code: 'PERSONAL_CODE_INVALID',
      errors: [{ pointer: '/birthDate', code: 'NOT_OF_THIS_CODE' }],
    });
    expect((await mari('POST', '/api/v1/clients', { ...person, birthDate: '1985-03-14' })).status).toBe(201);
  });

  it('is read and found only with a line in the log', async () => {
    const id = await client();
    await mari('GET', `/api/v1/clients/${id}`);
    const { rows } = await sql<{ action: string }>`select action from audit_event where client_id = ${id} order by id`.execute(
      door.database.db,
    );
    expect(rows.map(({ action }) => action)).toEqual(['CLIENT_ENTERED', 'CLIENT_READ']);
  });

  it('is entered once by many who enter it at once', async () => {
    const person = { personalCode: personalCode(serial++), firstName: 'Kati', lastName: 'Kask' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => mari('POST', '/api/v1/clients', person)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'CLIENT_EXISTS')).toHaveLength(9);
  });

  it('may be of somebody who is not in the population register', async () => {
    const { status, body } = await mari('POST', '/api/v1/clients', {
      notInPopulationRegister: true,
      firstName: 'Aisha',
      lastName: 'Noor',
      birthDate: '1990-05-01',
    });
    expect(status).toBe(201);
    expect(body.internalCode).toMatch(/^S-[0-9A-F]{12}$/);
    expect(body).not.toHaveProperty('personalCode');
  });
});

describe('Idempotency-Key', () => {
  it('gives 64 callers at once one effect and one answer', async () => {
    const body = intake(await client());
    const answers = await Promise.all(
      Array.from({ length: 64 }, () => mari('POST', '/api/v1/intakes', body, { 'idempotency-key': 'once' })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
  });

  it('gives every write of the register one effect under 64 callers, without starving them of connections', async () => {
    const id = await proceeding();
    const note = () => mari('POST', `/api/v1/proceedings/${id}/actions`, { kind: 'NOTE', text: 'üks kord' }, { 'idempotency-key': 'note' });
    const answers = await Promise.all(Array.from({ length: 64 }, note));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect((await mari('GET', `/api/v1/proceedings/${id}/actions`)).body.items).toHaveLength(1);
    const close = () => mari('POST', `/api/v1/proceedings/${id}/close`, { reason: 'SOLVED' }, { 'idempotency-key': 'close' });
    const closed = await Promise.all(Array.from({ length: 64 }, close));
    expect(new Set(closed.map(({ status, body }) => `${status} ${body.state}`))).toEqual(new Set(['200 CLOSED']));
  });

  it('keeps neither the body nor the answer of a request', async () => {
    const code = personalCode(serial++);
    const person = { personalCode: code, firstName: 'Salajane', lastName: 'Isik' };
    await mari('POST', '/api/v1/clients', person, { 'idempotency-key': 'secret' });
    const { rows } = await sql<{ row: string }>`select idempotency_key::text as row from idempotency_key`.execute(door.database.db);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ row }) => row.includes(code) || row.includes('Salajane'))).toEqual([]);
  });

  it('is refused for another request, and free again for another person', async () => {
    const [first, second] = [intake(await client()), intake(await client())];
    await mari('POST', '/api/v1/intakes', first, { 'idempotency-key': 'mine' });
    expect((await mari('POST', '/api/v1/intakes', second, { 'idempotency-key': 'mine' })).body).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
      status: 422,
    });
    expect((await colleague('POST', '/api/v1/intakes', second, { 'idempotency-key': 'mine' })).status).toBe(201);
    expect((await mari('POST', '/api/v1/intakes', second, { 'idempotency-key': 'õ' })).body).toMatchObject({
      code: 'IDEMPOTENCY_KEY_INVALID',
    });
  });

  it('remembers nothing of a request that was refused', async () => {
    const unknown = intake(newId());
    expect((await mari('POST', '/api/v1/intakes', unknown, { 'idempotency-key': 'refused' })).status).toBe(422);
    expect((await mari('POST', '/api/v1/intakes', intake(await client()), { 'idempotency-key': 'refused' })).status).toBe(201);
  });

  it('is forgotten after a day', async () => {
    const body = intake(await client());
    const first = await mari('POST', '/api/v1/intakes', body, { 'idempotency-key': 'daily' });
    door.clock.advance({ hours: 25 });
    mari = await signedIn(door.app, await hire(door.database, { username: 'mari2', roles: ['SOCIAL_WORKER'], serial: 9 }));
    const second = await mari('POST', '/api/v1/intakes', body, { 'idempotency-key': 'daily' });
    expect(second.body).not.toEqual(first.body);
  });
});
