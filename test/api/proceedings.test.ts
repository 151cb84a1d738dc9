import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/index.ts';
import { hire, personalCode } from '../town.ts';
import { type Caller, type Door, openDoor, signedIn } from './door.ts';

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
