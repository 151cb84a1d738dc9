import { Writable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/platform/index.ts';
import { classifierRoutes } from '../../src/register/classifiers/index.ts';
import { organisationRoutes } from '../../src/register/organisations/index.ts';
import { hire, personalCode, type Worker } from '../town.ts';
import { type Caller, callerWith, type Door, openDoor, signedIn } from './door.ts';

let door: Door;
let jaan: Worker;
let riina: Worker;
let admin: Caller;
let manager: Caller;
const logged: string[] = [];
beforeAll(async () => {
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk));
      done();
    },
  });
  door = await openDoor({
    log: createLog('trace', sink),
    rooms: (ports) => [...organisationRoutes(ports), ...classifierRoutes({ ...ports, isMunicipality: async () => true })],
  });
  jaan = await hire(door.database, { username: 'jaan', roles: ['ADMIN'], serial: 1 });
  riina = await hire(door.database, { username: 'riina', roles: ['REGISTRY_MANAGER'], institution: '70001975', kind: 'SKA', serial: 2 });
});
// Some of these tests take months.
beforeEach(async () => {
  [admin, manager] = await Promise.all([signedIn(door.app, jaan), signedIn(door.app, riina)]);
});
afterAll(() => door.close());

const INITIAL = 'Administraatori antud 1';
const OWN = 'Minu enda valitud 1';
const OWN_DATA = { educationLevel: 'MASTER', contacts: { email: 'uus@vald.example', phone: '+372 5555 0002' } };
let serial = 100;

/** A worker whose account an administrator has just made. */
async function newcomer() {
  serial += 1;
  const username = `uus-${serial}`;
  const created = await admin('POST', '/api/v1/admin/users', {
    username,
    password: INITIAL,
    personalCode: personalCode(serial),
    name: 'Uus Töötaja',
    roles: ['SOCIAL_WORKER'],
    dutiesIncludeClientWork: true,
    justification: 'Lapsed ja pered',
  });
  expect(created.status).toBe(201);
  return { username, id: String(created.body.id) };
}

const enter = async (username: string, password: string) => {
  const session = await callerWith(door.app)('POST', '/api/v1/sessions', { username, password });
  return { session, call: callerWith(door.app, { authorization: `Bearer ${session.body.token}` }) };
};

async function settled() {
  const { username, id } = await newcomer();
  const { call } = await enter(username, INITIAL);
  await call('POST', '/api/v1/me/password', { current: INITIAL, password: OWN });
  await call('POST', `/api/v1/me/terms/${(await call('GET', '/api/v1/terms')).body.version}`);
  await call('PUT', '/api/v1/me/profile', OWN_DATA);
  expect((await call('GET', '/api/v1/proceedings')).status).toBe(200);
  return { username, id, call };
}

describe('the first sign-in', () => {
  it('REQ-100: changes the administrator’s password before anything else', async () => {
    const { username } = await newcomer();
    const { session, call } = await enter(username, INITIAL);
    expect(session).toMatchObject({ status: 201, body: { limited: 'PASSWORD_CHANGE' } });
    expect((await call('GET', '/api/v1/sessions/current')).body).toMatchObject({ limited: 'PASSWORD_CHANGE' });
    for (const route of door.routes) {
      if (route.callers === 'ANYONE' || route.callers === 'CITIZEN' || route.opensTo?.includes('PASSWORD_CHANGE')) continue;
      const path = `/api/v1${route.path.replaceAll(/:\w+/g, '1')}`;
      const { status, body } = await call(route.method, path, route.method === 'GET' ? undefined : {});
      expect(`${route.method} ${path} ${status} ${body.code}`).toBe(`${route.method} ${path} 403 PASSWORD_CHANGE_REQUIRED`);
    }
    for (const [body, status, code] of [
      [{ current: 'vale', password: OWN }, 401, 'SIGN_IN_REFUSED'],
      [{ current: INITIAL, password: INITIAL }, 422, 'PASSWORD_NOT_NEW'],
      [{ current: INITIAL, password: 'lühike' }, 422, 'VALIDATION_FAILED'],
      [{ password: OWN }, 422, 'VALIDATION_FAILED'],
    ] as const) {
      expect(await call('POST', '/api/v1/me/password', body)).toMatchObject({ status, body: { code } });
    }
    expect((await call('GET', '/api/v1/proceedings')).body).toMatchObject({ code: 'PASSWORD_CHANGE_REQUIRED' });
    expect((await call('POST', '/api/v1/me/password', { current: INITIAL, password: OWN })).status).toBe(200);
    expect((await call('GET', '/api/v1/proceedings')).body).not.toMatchObject({ code: 'PASSWORD_CHANGE_REQUIRED' });
    expect((await enter(username, INITIAL)).session.status).toBe(401);
  });

  it('REQ-101, REQ-255: reads and accepts the terms of use, which name the minister’s order, and does so again when they change', async () => {
    const { username, id } = await newcomer();
    const { call } = await enter(username, INITIAL);
    await call('POST', '/api/v1/me/password', { current: INITIAL, password: OWN });
    expect((await call('GET', '/api/v1/proceedings')).body).toMatchObject({ code: 'TERMS_NOT_ACCEPTED', status: 403 });
    const { version } = (await call('GET', '/api/v1/terms')).body;
    expect((await call('POST', `/api/v1/me/terms/${Number(version) + 1}`)).body).toMatchObject({ code: 'TERMS_NOT_CURRENT', status: 409 });
    expect((await call('POST', '/api/v1/me/terms/uus')).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect((await call('GET', '/api/v1/proceedings')).status).toBe(403);
    expect((await call('POST', `/api/v1/me/terms/${version}`)).status).toBe(200);
    await call('PUT', '/api/v1/me/profile', OWN_DATA);
    expect((await call('GET', '/api/v1/proceedings')).status).toBe(200);

    const text = { et: 'Uued tingimused', en: 'New terms', ru: 'Новые условия' };
    const order = { title: 'Volitatud töötlejate juhised', number: '73', date: '2026-11-20' };
    expect((await admin('POST', '/api/v1/terms', { text, order })).status).toBe(403);
    const { title, number } = order;
    for (const [body, pointer] of [
      [{ text }, '/order'],
      [{ text, order: { title, number } }, '/order/date'],
      [{ text, order: { title, date: order.date } }, '/order/number'],
    ] as const) {
      expect(await manager('POST', '/api/v1/terms', body)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer, code: 'REQUIRED' }] },
      });
    }
    const published = await manager('POST', '/api/v1/terms', { text, order });
    expect(published).toMatchObject({ status: 201, body: { version: Number(version) + 1, text, order } });
    expect((await call('GET', '/api/v1/terms')).body).toMatchObject({ order });
    expect((await call('GET', '/api/v1/proceedings')).body).toMatchObject({ code: 'TERMS_NOT_ACCEPTED' });
    expect((await enter(username, OWN)).session.body).toMatchObject({ limited: 'TERMS' });
    expect((await call('POST', `/api/v1/me/terms/${version}`)).body).toMatchObject({ code: 'TERMS_NOT_CURRENT' });
    expect((await call('POST', `/api/v1/me/terms/${Number(version) + 1}`)).status).toBe(200);
    expect((await call('GET', '/api/v1/proceedings')).status).toBe(200);
    const { rows } = await sql<{ version: number; title: string; number: string | null; accepted: boolean }>`
      select version, order_title as title, order_number as number, accepted_at is not null as accepted
      from terms_acceptance join terms_of_use using (version) where user_id = ${id} order by version`.execute(door.database.db);
    expect(rows).toEqual([
      { version, title: expect.stringContaining('volitatud töötlejate juhised'), number: null, accepted: true },
      { version: Number(version) + 1, title, number, accepted: true },
    ]);
    for (const call of [admin, manager]) await call('POST', `/api/v1/me/terms/${Number(version) + 1}`);
  });

  it('REQ-102: fills in the worker’s own data once the terms are accepted, and is let nowhere else until they are whole', async () => {
    const { username } = await newcomer();
    const { call } = await enter(username, INITIAL);
    await call('POST', '/api/v1/me/password', { current: INITIAL, password: OWN });
    expect((await call('PUT', '/api/v1/me/profile', OWN_DATA)).body).toMatchObject({ code: 'TERMS_NOT_ACCEPTED' });
    await call('POST', `/api/v1/me/terms/${(await call('GET', '/api/v1/terms')).body.version}`);
    for (const route of door.routes) {
      if (route.callers === 'ANYONE' || route.callers === 'CITIZEN' || route.opensTo?.includes('PROFILE')) continue;
      const path = `/api/v1${route.path.replaceAll(/:\w+/g, '1')}`;
      const { status, body } = await call(route.method, path, route.method === 'GET' ? undefined : {});
      expect(`${route.method} ${path} ${status} ${body.code}`).toBe(`${route.method} ${path} 403 PROFILE_INCOMPLETE`);
    }
    expect((await enter(username, OWN)).session.body).toMatchObject({ limited: 'PROFILE' });
    const { items = [] } = (await call('GET', '/api/v1/classifiers/EDUCATION_LEVEL/values')).body;
    expect(items.map(({ code }) => code)).toContain(OWN_DATA.educationLevel);
    expect((await call('PUT', '/api/v1/me/profile', { contacts: OWN_DATA.contacts })).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect((await call('GET', '/api/v1/proceedings')).body).toMatchObject({ code: 'PROFILE_INCOMPLETE', status: 403 });
    expect((await call('PUT', '/api/v1/me/profile', OWN_DATA)).status).toBe(200);
    expect((await call('GET', '/api/v1/proceedings')).status).toBe(200);
    expect((await enter(username, OWN)).session.body.limited).toBeUndefined();
  });

  it('REQ-116: takes upon itself not to use STAR over an unsecured Wi-Fi, in the first terms there are', async () => {
    const { rows } = await sql<{ text: Record<string, string> }>`select text from terms_of_use where version = 1`.execute(door.database.db);
    expect(rows[0]?.text.et).toContain('turvamata WiFi');
    expect(rows[0]?.text.en).toContain('unsecured Wi-Fi');
    expect(rows[0]?.text.ru).toContain('Wi-Fi');
  });
});

describe('a password', () => {
  it('REQ-115: is renewed in time, of which its owner is told from two weeks before, and as often as they like', async () => {
    const { username, call } = await settled();
    const change = (current: string, password: string, by: Caller) => by('POST', '/api/v1/me/password', { current, password });
    expect((await change(OWN, 'Vahetan ise varem', call)).status).toBe(200);
    expect((await change('Vahetan ise varem', OWN, call)).status).toBe(200);
    const daysLeft = async () => {
      const { session, call: now } = await enter(username, OWN);
      const { body } = await now('GET', '/api/v1/sessions/current');
      return [session.headers['password-days-left'], body.passwordDaysLeft, session.body.limited];
    };
    expect(await daysLeft()).toEqual([undefined, undefined, undefined]);
    door.clock.advance({ hours: 24 * 75 });
    expect(await daysLeft()).toEqual([undefined, undefined, undefined]);
    door.clock.advance({ hours: 24 });
    expect(await daysLeft()).toEqual(['14', 14, undefined]);
    door.clock.advance({ hours: 24 * 14 - 1, minutes: 59, seconds: 59 });
    expect(await daysLeft()).toEqual(['1', 1, undefined]);
    const { call: late } = await enter(username, OWN);
    expect((await late('GET', '/api/v1/proceedings')).status).toBe(200);
    door.clock.advance({ seconds: 1 });
    expect(await daysLeft()).toEqual(['0', 0, 'PASSWORD_CHANGE']);
    expect((await late('GET', '/api/v1/proceedings')).body).toMatchObject({ code: 'PASSWORD_CHANGE_REQUIRED' });
    expect((await change(OWN, 'Järgmine parool 1', late)).status).toBe(200);
    expect((await late('GET', '/api/v1/proceedings')).status).toBe(200);
  });

  it('ends every other session when it changes', async () => {
    const { username, call } = await settled();
    const { call: another } = await enter(username, OWN);
    expect((await another('GET', '/api/v1/proceedings')).status).toBe(200);
    await call('POST', '/api/v1/me/password', { current: OWN, password: 'Hoopis teine parool' });
    expect((await another('GET', '/api/v1/proceedings')).status).toBe(401);
    expect((await call('GET', '/api/v1/proceedings')).status).toBe(200);
  });

  it('cannot be guessed by who has found a session', async () => {
    const { username, call } = await settled();
    for (let n = 0; n < 5; n++) await call('POST', '/api/v1/me/password', { current: `arvan ${n}`, password: 'Varga uus parool' });
    expect((await call('POST', '/api/v1/me/password', { current: OWN, password: 'Varga uus parool' })).status).toBe(401);
    expect((await enter(username, OWN)).session.status).toBe(401);
    door.clock.advance({ minutes: 15 });
    expect((await enter(username, OWN)).session.status).toBe(201);
  });

  it('REQ-118: is kept as a hash alone, and stands in no answer, no log and no audit line', async () => {
    const { username, id, call } = await settled();
    const shown = [
      await admin('GET', `/api/v1/admin/users/${id}`),
      await admin('GET', '/api/v1/admin/users?limit=200'),
      await call('GET', '/api/v1/sessions/current'),
      await call('POST', '/api/v1/me/password', { current: OWN, password: 'Kolmas parool 33' }),
      await admin('POST', `/api/v1/admin/users/${id}/password-reset`, { password: 'Neljas parool 44' }),
      (await enter(username, 'Neljas parool 44')).session,
      (await enter(username, 'Viies parool 55')).session,
    ];
    const { rows } = await sql<{ row: string }>`
      select audit_event::text as row from audit_event union all select app_user::text from app_user
      union all select idempotency_key::text from idempotency_key`.execute(door.database.db);
    const everything = JSON.stringify([shown, rows, logged]);
    expect(logged.length).toBeGreaterThan(20);
    for (const secret of [INITIAL, OWN, 'Kolmas parool', 'Neljas parool', 'Viies parool']) expect(everything).not.toContain(secret);
    const { rows: hashes } = await sql<{ password_hash: string }>`select password_hash from app_user`.execute(door.database.db);
    expect(hashes.every(({ password_hash }) => password_hash.startsWith('$argon2id$v=19$'))).toBe(true);
  });
});
