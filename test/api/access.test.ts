import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '../../src/register/access/index.ts';
import { hire, type Worker } from '../town.ts';
import { callerWith, type Door, openDoor, signedIn } from './door.ts';

let door: Door;
let mari: Worker;
beforeAll(async () => {
  door = await openDoor();
  mari = await hire(door.database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1 });
});
afterAll(() => door.close());

describe('signing in', () => {
  it('gives a session by bearer token and by cookie', async () => {
    const mine = await signedIn(door.app, mari);
    expect((await mine('GET', '/api/v1/sessions/current')).body).toMatchObject({ userId: mari.userId, roles: ['SOCIAL_WORKER'] });

    const session = await callerWith(door.app)('POST', '/api/v1/sessions', { username: 'mari', password: mari.password });
    const cookie = String(session.headers['set-cookie']);
    expect(cookie).toMatch(/^star_session=.+; Path=\/; HttpOnly; SameSite=Strict$/);
    const byCookie = callerWith(door.app, { cookie: cookie.split(';')[0] ?? '' });
    expect((await byCookie('GET', '/api/v1/sessions/current')).status).toBe(200);
  });

  it('says the same to a wrong password, an unknown user and a locked account', async () => {
    const anyone = callerWith(door.app);
    const liis = await hire(door.database, { username: 'liis', roles: ['SETTLEMENT'], serial: 2 });
    for (let failure = 0; failure < 5; failure++) {
      expect((await anyone('POST', '/api/v1/sessions', { username: 'liis', password: 'wrong' })).body).toMatchObject({
        code: 'SIGN_IN_REFUSED',
      });
    }
    expect((await anyone('POST', '/api/v1/sessions', { username: 'nobody', password: 'x' })).body).toMatchObject({
      code: 'SIGN_IN_REFUSED',
    });
    expect((await anyone('POST', '/api/v1/sessions', { username: 'liis', password: liis.password })).body).toMatchObject({
      code: 'SIGN_IN_REFUSED',
    });
    door.clock.advance({ minutes: 16 });
    await signedIn(door.app, liis);
  });

  it('ends after 30 idle minutes, and not before', async () => {
    const mine = await signedIn(door.app, mari);
    door.clock.advance({ minutes: 29 });
    expect((await mine('GET', '/api/v1/sessions/current')).status).toBe(200);
    door.clock.advance({ minutes: 29 });
    expect((await mine('GET', '/api/v1/sessions/current')).status).toBe(200);
    door.clock.advance({ minutes: 31 });
    expect((await mine('GET', '/api/v1/sessions/current')).body).toMatchObject({ code: 'SESSION_EXPIRED' });
  });

  it('ends by signing out', async () => {
    const mine = await signedIn(door.app, mari);
    expect((await mine('DELETE', '/api/v1/sessions/current')).status).toBe(204);
    expect((await mine('GET', '/api/v1/sessions/current')).body).toMatchObject({ code: 'SESSION_MISSING' });
  });

  it('refuses a change that another site sends with our cookie', async () => {
    const session = await callerWith(door.app)('POST', '/api/v1/sessions', { username: 'mari', password: mari.password });
    const cookie = String(session.headers['set-cookie']).split(';')[0] ?? '';
    const foreign = callerWith(door.app, { cookie, origin: 'https://elsewhere.example' });
    expect((await foreign('POST', '/api/v1/clients', {})).body).toMatchObject({ code: 'CROSS_SITE_REFUSED' });
  });
});

describe('who may call what', () => {
  it('lets in whom the route names, and nobody else', async () => {
    const { app, routes, database } = door;
    for (const [index, role] of ROLES.entries()) {
      const kind =
        role === 'TEHIK_OPS'
          ? 'TEHIK'
          : role === 'PROVIDER_REP'
            ? 'PROVIDER'
            : ['ADMIN', 'SOCIAL_WORKER', 'SETTLEMENT'].includes(role)
              ? 'KOV'
              : 'SKA';
      const institution = { KOV: '70000349', SKA: '70001975', PROVIDER: '70000740', TEHIK: '70009770' }[kind];
      const worker = await hire(database, { username: `as-${role}`, roles: [role], institution, kind, serial: 100 + index });
      const call = await signedIn(app, worker);
      for (const route of routes) {
        const path = `/api/v1${route.path.replace(':id', '019ab000-0000-7000-8000-000000000000')}`;
        const { status } = await call(route.method as 'GET' | 'POST', path, route.method === 'POST' ? {} : undefined);
        const named = route.callers === 'SIGNED_IN' || route.callers === 'ANYONE' || route.callers.includes(role);
        expect(`${role} ${route.method} ${route.path} ${status === 403 ? 'refused' : 'let in'}`).toBe(
          `${role} ${route.method} ${route.path} ${named ? 'let in' : 'refused'}`,
        );
      }
    }
  });

  it('asks everybody else to sign in', async () => {
    for (const route of door.routes) {
      const path = `/api/v1${route.path.replace(':id', '019ab000-0000-7000-8000-000000000000')}`;
      expect((await callerWith(door.app)(route.method as 'GET' | 'POST', path)).status).toBe(401);
    }
  });
});
