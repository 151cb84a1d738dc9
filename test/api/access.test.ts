import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUser, deactivate, forgetEndedSessions, type NewUser, ROLES, signIn } from '../../src/register/access/index.ts';
import { hire, personalCode, type Worker } from '../town.ts';
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

  it('is over at the thirtieth idle minute exactly, counted from the last call', async () => {
    const mine = await signedIn(door.app, mari);
    door.clock.advance({ seconds: 30 });
    await mine('GET', '/api/v1/sessions/current');
    door.clock.advance({ minutes: 29, seconds: 59 });
    expect((await mine('GET', '/api/v1/sessions/current')).status).toBe(200);
    door.clock.advance({ minutes: 30 });
    expect((await mine('GET', '/api/v1/sessions/current')).body).toMatchObject({ code: 'SESSION_EXPIRED', status: 401 });
  });

  it('is over after twelve hours, however busy', async () => {
    const mine = await signedIn(door.app, mari);
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      door.clock.advance({ minutes: 20 });
      expect((await mine('GET', '/api/v1/sessions/current')).status).toBe(200);
    }
    door.clock.advance({ minutes: 20 });
    expect((await mine('GET', '/api/v1/sessions/current')).body).toMatchObject({ code: 'SESSION_EXPIRED' });
  });

  it('never takes over a token that the caller brought along', async () => {
    const planted = 'x'.repeat(43);
    const call = callerWith(door.app, { cookie: `star_session=${planted}`, 'sec-fetch-site': 'same-origin' });
    const { body } = await call('POST', '/api/v1/sessions', { username: 'mari', password: mari.password });
    expect(body.token).not.toBe(planted);
    expect((await call('GET', '/api/v1/sessions/current')).body).toMatchObject({ code: 'SESSION_MISSING' });
    const again = await callerWith(door.app)('POST', '/api/v1/sessions', { username: 'mari', password: mari.password });
    expect(again.body.token).not.toBe(body.token);
  });

  it('keeps no token that could be read out of the database', async () => {
    const { body } = await callerWith(door.app)('POST', '/api/v1/sessions', { username: 'mari', password: mari.password });
    const { rows } = await sql<{ row: string }>`select session::text as row from session`.execute(door.database.db);
    expect(rows.length).toBeGreaterThan(0);
    expect(
      rows.filter(({ row }) => row.includes(String(body.token)) || row.includes(Buffer.from(String(body.token)).toString('hex'))),
    ).toEqual([]);
    const { rows: users } = await sql<{ password_hash: string }>`select password_hash from app_user`.execute(door.database.db);
    expect(users.every(({ password_hash }) => password_hash.startsWith('$argon2id$v=19$m=19456,t=2,p=1$'))).toBe(true);
  });

  it('lets a hundred guesses at once through no more than five in a row', async () => {
    const kalle = await hire(door.database, { username: 'kalle', roles: ['SOCIAL_WORKER'], serial: 3 });
    const guesses = Array.from({ length: 20 }, (_, index) => (index === 15 ? kalle.password : `guess ${index}`));
    const place = { address: '10.0.0.1', device: undefined };
    const answers = await Promise.all(
      guesses.map((password) => signIn(door, { username: 'kalle', password, institutionId: undefined, place })),
    );
    const { rows } = await sql<{ code: string | null; count: number }>`
      select code, count(*) from audit_event where object_id = ${kalle.userId} group by code`.execute(door.database.db);
    const looked = rows.filter(({ code }) => code !== 'LOCKED').reduce((sum, { count }) => sum + Number(count), 0);
    expect(looked).toBeLessThanOrEqual(5);
    expect(answers.filter((answer) => answer.ok).length).toBeLessThanOrEqual(1);
    door.clock.advance({ minutes: 15 });
    await signedIn(door.app, kalle);
  });

  it('is in one of the person’s institutions, which they choose', async () => {
    const riina = await hire(door.database, { username: 'riina', roles: ['SOCIAL_WORKER'], serial: 4 });
    const other = await hire(door.database, { username: 'riina-ka', roles: ['ADMIN'], institution: '70008440', serial: 4 });
    expect(other.userId).toBe(riina.userId);
    const anyone = callerWith(door.app);
    const credentials = { username: 'riina', password: riina.password };
    expect((await anyone('POST', '/api/v1/sessions', credentials)).body).toMatchObject({ code: 'INSTITUTION_REQUIRED', status: 422 });
    const foreign = { 'x-institution': '019ab000-0000-7000-8000-000000000000' };
    expect((await anyone('POST', '/api/v1/sessions', credentials, foreign)).body).toMatchObject({ code: 'INSTITUTION_REQUIRED' });
    const { body } = await anyone('POST', '/api/v1/sessions', credentials, { 'x-institution': other.institutionId });
    const mine = callerWith(door.app, { authorization: `Bearer ${body.token}` });
    expect((await mine('GET', '/api/v1/sessions/current')).body).toMatchObject({ institutionId: other.institutionId, roles: ['ADMIN'] });
  });

  it('ends with the person’s account, at the next call', async () => {
    const lahkuja = await hire(door.database, { username: 'lahkuja', roles: ['SOCIAL_WORKER'], serial: 6 });
    const theirs = await signedIn(door.app, lahkuja);
    const by = { actor: { ...mari, roles: ['ADMIN'] }, institutionId: mari.institutionId };
    const leaver = { userId: lahkuja.userId, ifMatch: undefined };
    expect(await door.database.transaction((tx) => deactivate(door, tx, by, leaver))).toMatchObject({ ok: true });
    expect((await theirs('GET', '/api/v1/sessions/current')).status).toBe(401);
    const again = await callerWith(door.app)('POST', '/api/v1/sessions', { username: 'lahkuja', password: lahkuja.password });
    expect(again.body).toMatchObject({ code: 'SIGN_IN_REFUSED' });
  });

  it('is thrown away once it is over', async () => {
    const mine = await signedIn(door.app, mari);
    door.clock.advance({ minutes: 10 });
    await forgetEndedSessions(door.database.db, door.clock);
    expect((await mine('GET', '/api/v1/sessions/current')).status).toBe(200);
    door.clock.advance({ minutes: 30 });
    await forgetEndedSessions(door.database.db, door.clock);
    expect((await sql`select id from session`.execute(door.database.db)).rows).toEqual([]);
  });

  it('is told to the audit log, refused or not', async () => {
    const { rows } = await sql<{ code: string | null }>`
      select distinct code from audit_event where action = 'SIGN_IN' order by code nulls first`.execute(door.database.db);
    expect(rows.map(({ code }) => code)).toEqual([null, 'INACTIVE', 'LOCKED', 'UNKNOWN_USER', 'WRONG_PASSWORD']);
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
    const forged = callerWith(door.app, { cookie, 'sec-fetch-site': 'same-site' });
    expect((await forged('DELETE', '/api/v1/sessions/current')).body).toMatchObject({ code: 'CROSS_SITE_REFUSED' });
    const ours = callerWith(door.app, { cookie, origin: 'http://localhost:80', host: 'localhost:80' });
    expect((await ours('POST', '/api/v1/clients', {})).body).toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});

describe('an account', () => {
  it('has only roles of its kind of institution, and there is one per person', async () => {
    const user = {
      username: 'vale',
      password: 'parool',
      personalCode: personalCode(50),
      name: 'Vale',
      institution: { id: mari.institutionId, kind: 'KOV' },
      roles: ['PROVIDER_REP'],
      clientWork: undefined,
      settledSince: undefined,
    } as const;
    const make = (more: Partial<NewUser>) => door.database.transaction((tx) => createUser(tx, { ...user, ...more }));
    expect(await make({})).toMatchObject({ error: { code: 'ROLE_NOT_ALLOWED_FOR_INSTITUTION_TYPE' } });
    expect(await make({ roles: [] })).toMatchObject({ error: { code: 'ROLE_NOT_ALLOWED_FOR_INSTITUTION_TYPE' } });
    expect(await make({ roles: ['ADMIN'], personalCode: mari.personalCode })).toMatchObject({ error: { code: 'USER_EXISTS' } });
    expect(await make({ roles: ['ADMIN'], username: 'mari' })).toMatchObject({ error: { code: 'USER_EXISTS' } });
    expect(await make({ roles: ['ADMIN'] })).toMatchObject({ ok: true });
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
        const { body } = await call(route.method as 'GET' | 'POST', path, route.method === 'POST' ? {} : undefined);
        const named = route.callers === 'SIGNED_IN' || route.callers === 'ANYONE' || route.callers.includes(role);
        // A worker's session is none of a citizen's.
        const refused = body.code === (route.callers === 'CITIZEN' ? 'SESSION_MISSING' : 'FORBIDDEN');
        expect(`${role} ${route.method} ${route.path} ${refused ? 'refused' : 'let in'}`).toBe(
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
