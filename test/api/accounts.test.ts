import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hire, personalCode, type Worker } from '../town.ts';
import { type Caller, callerWith, type Door, openDoor, signedIn } from './door.ts';

let door: Door;
let jaan: Worker;
let rein: Worker;
let peeter: Worker;
let mari: Worker;
/** The municipality's administrator, another municipality's, a provider's, and a social worker. */
let admin: Caller;
let other: Caller;
let provider: Caller;
let worker: Caller;
beforeAll(async () => {
  door = await openDoor();
  jaan = await hire(door.database, { username: 'jaan', roles: ['ADMIN'], serial: 1 });
  rein = await hire(door.database, { username: 'rein', roles: ['ADMIN'], institution: '70008440', serial: 2 });
  peeter = await hire(door.database, { username: 'peeter', roles: ['ADMIN'], institution: '70000740', kind: 'PROVIDER', serial: 3 });
  mari = await hire(door.database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 4 });
});
// Some of these tests take a year.
beforeEach(async () => {
  admin = await signedIn(door.app, jaan);
  other = await signedIn(door.app, rein);
  provider = await signedIn(door.app, peeter);
  worker = await signedIn(door.app, mari);
});
afterAll(() => door.close());

let serial = 100;
const USERS = '/api/v1/admin/users';
const PASSWORD = 'Esmane parool 1';
const someone = (more: object = {}) => {
  serial += 1;
  return {
    username: `tootaja-${serial}`,
    password: PASSWORD,
    personalCode: personalCode(serial),
    name: 'Näidis Töötaja',
    roles: ['SETTLEMENT'],
    ...more,
  };
};
const clientWork = { dutiesIncludeClientWork: true, justification: 'Lapsed ja pered' };
const made = async (more: object = {}, by = admin) => {
  const body = someone(more);
  const answer = await by('POST', USERS, body);
  expect(answer.status).toBe(201);
  return { ...body, id: String(answer.body.id) };
};
const signInAs = (username: string, password: string, headers = {}) =>
  callerWith(door.app)('POST', '/api/v1/sessions', { username, password }, headers);
const audited = async (id: string) => {
  const { rows } = await sql<{ action: string; outcome: string; code: string | null; user_id: string | null }>`
    select action, outcome, code, user_id from audit_event where object_type = 'user' and object_id = ${id} order by id`.execute(
    door.database.db,
  );
  return rows;
};

describe('an account', () => {
  it('REQ-003: is created by the administrator of the worker’s own institution, and by nobody else', async () => {
    const created = await admin('POST', USERS, someone({ institutionId: jaan.institutionId }));
    expect(created).toMatchObject({ status: 201, body: { active: true, mustChangePassword: true, institutionId: jaan.institutionId } });
    expect(await audited(String(created.body.id))).toEqual([{ action: 'USER_CREATED', outcome: 'DONE', code: null, user_id: jaan.userId }]);
    expect(await worker('POST', USERS, someone())).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    const foreign = someone({ institutionId: jaan.institutionId });
    expect(await other('POST', USERS, foreign)).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    expect((await signInAs(foreign.username, PASSWORD)).status).toBe(401);
  });

  it('REQ-005: of a municipality’s worker is an administrator’s, a social worker’s, a settlement officer’s', async () => {
    for (const roles of [['ADMIN'], ['SETTLEMENT']]) expect((await admin('POST', USERS, someone({ roles }))).status).toBe(201);
    expect((await admin('POST', USERS, someone({ roles: ['SOCIAL_WORKER'], ...clientWork }))).status).toBe(201);
    for (const role of ['PROVIDER_REP', 'SUPPORT', 'REGISTRY_MANAGER', 'TEHIK_OPS', 'SKA_SUPERVISION', 'SKA_CHILD_PROTECTION']) {
      const answer = await admin('POST', USERS, someone({ roles: ['ADMIN', role] }));
      expect(answer).toMatchObject({ status: 422, body: { code: 'ROLE_NOT_ALLOWED_FOR_INSTITUTION_TYPE' } });
    }
  });

  it('REQ-006: of a provider’s worker is created by the provider’s own administrator', async () => {
    const roles = ['PROVIDER_REP'];
    expect((await provider('POST', USERS, someone({ roles, institutionId: peeter.institutionId }))).status).toBe(201);
    const foreign = await provider('POST', USERS, someone({ institutionId: rein.institutionId }));
    expect(foreign).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
  });

  it('REQ-007: of a provider’s worker is an administrator’s or a representative’s', async () => {
    for (const roles of [['PROVIDER_REP'], ['ADMIN'], ['ADMIN', 'PROVIDER_REP']]) {
      expect((await provider('POST', USERS, someone({ roles }))).status).toBe(201);
    }
    for (const role of ['SOCIAL_WORKER', 'SETTLEMENT']) {
      const answer = await provider('POST', USERS, someone({ roles: [role], ...clientWork }));
      expect(answer).toMatchObject({ status: 422, body: { code: 'ROLE_NOT_ALLOWED_FOR_INSTITUTION_TYPE' } });
    }
  });

  it('REQ-098: is one for a person, with a record in each institution, of which the session chooses one', async () => {
    const anu = await made({ roles: ['SETTLEMENT'] });
    const elsewhere = await other('POST', USERS, { ...someone({ roles: ['ADMIN'] }), personalCode: anu.personalCode });
    expect(elsewhere).toMatchObject({ status: 201, body: { id: anu.id, username: anu.username, roles: ['ADMIN'] } });
    expect((await signInAs(anu.username, PASSWORD)).body).toMatchObject({ code: 'INSTITUTION_REQUIRED' });
    for (const [institutionId, role] of [
      [jaan.institutionId, 'SETTLEMENT'],
      [rein.institutionId, 'ADMIN'],
    ] as const) {
      const { body } = await signInAs(anu.username, PASSWORD, { 'x-institution': institutionId });
      const theirs = callerWith(door.app, { authorization: `Bearer ${body.token}` });
      expect((await theirs('GET', '/api/v1/sessions/current')).body).toMatchObject({ institutionId, roles: [role] });
    }
    // What is the person's in both is nobody's alone to change.
    const reset = await admin('POST', `${USERS}/${anu.id}/password-reset`, { password: 'Kolmas parool 3' });
    expect(reset).toMatchObject({ status: 409, body: { code: 'USER_WORKS_ELSEWHERE' } });
    expect((await admin('PATCH', `${USERS}/${anu.id}`, { name: 'Keegi Teine' })).body).toMatchObject({ code: 'USER_WORKS_ELSEWHERE' });
    // Who leaves one goes on in the other.
    expect((await other('POST', `${USERS}/${anu.id}/deactivate`)).status).toBe(200);
    expect((await signInAs(anu.username, PASSWORD)).status).toBe(201);
    expect((await admin('POST', `${USERS}/${anu.id}/password-reset`, { password: 'Kolmas parool 3' })).status).toBe(200);
  });

  it('REQ-098: is entered once by two administrators at the same moment', async () => {
    const one = someone();
    const answers = await Promise.all([admin('POST', USERS, one), other('POST', USERS, { ...someone(), personalCode: one.personalCode })]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0]?.body.id).toBe(answers[1]?.body.id);
  });

  it('REQ-009: shows its administrator whether it works, and what it may do', async () => {
    const { id, username } = await made();
    expect((await admin('GET', `${USERS}/${id}`)).body).toEqual({
      id,
      institutionId: jaan.institutionId,
      username,
      name: 'Näidis Töötaja',
      active: true,
      roles: ['SETTLEMENT'],
      dutiesIncludeClientWork: false,
      mustChangePassword: true,
    });
    await signInAs(username, PASSWORD);
    for (let n = 0; n < 5; n++) await signInAs(username, 'vale');
    const locked = (await admin('GET', `${USERS}/${id}`)).body;
    expect(locked).toMatchObject({ active: true, lastLoginAt: door.clock.now().toString(), lockedReason: 'TOO_MANY_ATTEMPTS' });
    door.clock.advance({ minutes: 15 });
    expect((await admin('GET', `${USERS}/${id}`)).body).not.toHaveProperty('lockedReason');
    expect((await audited(id)).map(({ action }) => action)).toContain('USER_READ');
    for (const call of [other, provider])
      expect((await call('GET', `${USERS}/${id}`)).body).toMatchObject({ code: 'USER_NOT_FOUND', status: 404 });
    expect((await worker('GET', `${USERS}/${id}`)).status).toBe(403);
  });

  it('stands in the list of its institution and of no other', async () => {
    const { id } = await made();
    const ids = async (call: Caller) => {
      const found: unknown[] = [];
      let after = '';
      for (;;) {
        const { body } = await call('GET', `${USERS}?limit=2${after}`);
        found.push(...(body.items ?? []).map((item) => item.id));
        if (body.next === undefined) return found;
        after = `&after=${body.next}`;
      }
    };
    const mine = await ids(admin);
    expect(mine).toContain(id);
    expect(new Set(mine).size).toBe(mine.length);
    expect(await ids(other)).not.toContain(id);
  });

  it('REQ-111: may carry all roles of a small municipality, and then has the rights of each', async () => {
    const roles = ['ADMIN', 'SOCIAL_WORKER', 'SETTLEMENT'] as const;
    const all = await signedIn(door.app, await hire(door.database, { username: 'koik-rollid', roles, serial: 10 }));
    expect((await all('GET', USERS)).status).toBe(200);
    expect((await all('GET', '/api/v1/proceedings')).status).toBe(200);
    expect((await worker('GET', USERS)).status).toBe(403);
    expect((await admin('GET', '/api/v1/proceedings')).status).toBe(403);
  });

  it('REQ-112: is a social worker’s only where the duties include client work, and why', async () => {
    const roles = ['SOCIAL_WORKER'];
    for (const given of [
      {},
      { dutiesIncludeClientWork: true },
      { dutiesIncludeClientWork: false, justification: 'Lapsed' },
      { justification: 'Lapsed' },
    ]) {
      const refused = await admin('POST', USERS, someone({ roles, ...given }));
      expect(refused).toMatchObject({ status: 422, body: { code: 'CLIENT_WORK_NOT_JUSTIFIED' } });
    }
    const { id } = await made({ roles: ['SETTLEMENT'] });
    expect((await admin('PATCH', `${USERS}/${id}`, { roles })).body).toMatchObject({ code: 'CLIENT_WORK_NOT_JUSTIFIED' });
    const given = await admin('PATCH', `${USERS}/${id}`, { roles: ['SOCIAL_WORKER', 'SETTLEMENT'], ...clientWork });
    expect(given).toMatchObject({ status: 200, body: { dutiesIncludeClientWork: true, justification: 'Lapsed ja pered' } });
    const taken = await admin('PATCH', `${USERS}/${id}`, { roles: ['SETTLEMENT'] });
    expect(taken.body).toMatchObject({ roles: ['SETTLEMENT'], dutiesIncludeClientWork: false });
    expect((await admin('PATCH', `${USERS}/${id}`, { roles })).body).toMatchObject({ code: 'CLIENT_WORK_NOT_JUSTIFIED' });
  });

  it('loses a right with its next call', async () => {
    const leaver = await hire(door.database, { username: 'endine', roles: ['SOCIAL_WORKER'], serial: 11 });
    const theirs = await signedIn(door.app, leaver);
    expect((await theirs('GET', '/api/v1/proceedings')).status).toBe(200);
    await admin('PATCH', `${USERS}/${leaver.userId}`, { roles: ['SETTLEMENT'] });
    expect((await theirs('GET', '/api/v1/proceedings')).status).toBe(403);
  });
});

describe('the end of access', () => {
  it('REQ-106: comes at once, and the record is kept', async () => {
    const leaver = await hire(door.database, { username: 'lahkuja', roles: ['SOCIAL_WORKER'], serial: 12 });
    const theirs = await signedIn(door.app, leaver);
    expect((await theirs('GET', '/api/v1/sessions/current')).status).toBe(200);
    const ended = await admin('POST', `${USERS}/${leaver.userId}/deactivate`);
    expect(ended).toMatchObject({ status: 200, body: { active: false } });
    expect((await theirs('GET', '/api/v1/sessions/current')).status).toBe(401);
    expect((await signInAs('lahkuja', leaver.password)).body).toMatchObject({ code: 'SIGN_IN_REFUSED' });
    const gone = await admin('DELETE', `${USERS}/${leaver.userId}`);
    expect(gone).toMatchObject({ status: 405, headers: { allow: 'GET, PATCH' }, body: { code: 'USER_IS_KEPT' } });
    expect((await admin('GET', `${USERS}/${leaver.userId}`)).body).toMatchObject({ id: leaver.userId, active: false });
    expect((await audited(leaver.userId)).map(({ action }) => action)).toContain('USER_DEACTIVATED');
  });

  it('is undone for a reason alone, and no session comes back', async () => {
    const leaver = await hire(door.database, { username: 'naaseja', roles: ['SOCIAL_WORKER'], serial: 13 });
    const theirs = await signedIn(door.app, leaver);
    const path = `${USERS}/${leaver.userId}`;
    expect((await admin('POST', `${path}/reactivate`, { reason: 'RETURNED' })).body).toMatchObject({ code: 'USER_ACTIVE', status: 409 });
    await admin('POST', `${path}/deactivate`);
    for (const [verb, body] of [
      ['/deactivate', undefined],
      ['/password-reset', { password: PASSWORD }],
    ] as const) {
      expect((await admin('POST', `${path}${verb}`, body)).body).toMatchObject({ code: 'USER_INACTIVE', status: 409 });
    }
    expect((await admin('PATCH', path, { name: 'Uus' })).body).toMatchObject({ code: 'USER_INACTIVE' });
    expect((await admin('POST', `${path}/reactivate`, {})).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect((await admin('POST', `${path}/reactivate`, { reason: 'RETURNED' })).body).toMatchObject({ active: true });
    expect((await theirs('GET', '/api/v1/sessions/current')).status).toBe(401);
    await signedIn(door.app, leaver);
  });
});

describe('the yearly look through who has access', () => {
  const REVIEW = '/api/v1/admin/access-review';

  it('REQ-105: lists all active accounts with their last sign-in, and is confirmed in the log', async () => {
    const leaver = await made();
    await admin('POST', `${USERS}/${leaver.id}/deactivate`);
    const before = await admin('GET', REVIEW);
    expect(before.body).toMatchObject({ overdue: true });
    const ids = (before.body.items ?? []).map(({ id }) => id);
    expect(ids).toContain(jaan.userId);
    expect(ids).not.toContain(leaver.id);
    expect(before.body.items?.find(({ id }) => id === jaan.userId)).toMatchObject({ roles: ['ADMIN'], lastLoginAt: expect.any(String) });
    expect(await admin('POST', `${REVIEW}/confirm`)).toMatchObject({
      status: 201,
      body: { overdue: false, confirmedBy: jaan.userId, confirmedAt: door.clock.now().toString() },
    });
    const { rows } = await sql<{ details: object; institution_id: string }>`
      select details, institution_id from audit_event where action = 'ACCESS_REVIEWED'`.execute(door.database.db);
    expect(rows).toEqual([{ details: { records: ids.length }, institution_id: jaan.institutionId }]);
    expect((await other('GET', REVIEW)).body).toMatchObject({ overdue: true });
    for (const [method, path] of [
      ['GET', REVIEW],
      ['POST', `${REVIEW}/confirm`],
    ] as const) {
      expect((await worker(method, path)).status).toBe(403);
    }
  });

  it('REQ-112: shows why somebody is a social worker', async () => {
    const social = await made({ roles: ['SOCIAL_WORKER'], ...clientWork });
    const { items = [] } = (await admin('GET', REVIEW)).body;
    expect(items.find(({ id }) => id === social.id)).toMatchObject({ dutiesIncludeClientWork: true, justification: 'Lapsed ja pered' });
  });

  it('REQ-105: confirms nothing that has changed since it was looked at', async () => {
    const seen = await admin('GET', REVIEW);
    const ifMatch = { 'if-match': String(seen.headers.etag) };
    await made();
    expect((await admin('POST', `${REVIEW}/confirm`, undefined, ifMatch)).body).toMatchObject({ code: 'PRECONDITION_FAILED', status: 412 });
    const now = await admin('GET', REVIEW);
    expect((await admin('POST', `${REVIEW}/confirm`, undefined, { 'if-match': String(now.headers.etag) })).status).toBe(201);
  });

  it('REQ-105: is due again after a year', async () => {
    await admin('POST', `${REVIEW}/confirm`);
    const again = async () => (await (await signedIn(door.app, jaan))('GET', REVIEW)).body;
    door.clock.advance({ hours: 24 * 364 });
    expect(await again()).toMatchObject({ overdue: false });
    door.clock.advance({ hours: 24 });
    expect(await again()).toMatchObject({ overdue: true });
  });
});

describe('bad input about an account', () => {
  it('is refused with one code each, and changes nothing', async () => {
    const taken = await made();
    const nobody = `${USERS}/019ab000-0000-7000-8000-000000000000`;
    for (const [body, code] of [
      [{ ...someone(), personalCode: '38211020380' }, 'PERSONAL_CODE_INVALID'],
      [{ ...someone(), username: taken.username }, 'USER_EXISTS'],
      [{ ...someone(), personalCode: taken.personalCode }, 'USER_EXISTS'],
      [{ ...someone(), roles: [] }, 'VALIDATION_FAILED'],
      [{ ...someone(), roles: ['ADMIN', 'ADMIN'] }, 'VALIDATION_FAILED'],
      [{ ...someone(), roles: 'ADMIN' }, 'VALIDATION_FAILED'],
      [{ ...someone(), password: 'lühike' }, 'VALIDATION_FAILED'],
      [{ ...someone(), username: 'Suur Algus' }, 'VALIDATION_FAILED'],
      [{ ...someone(), name: '  ' }, 'VALIDATION_FAILED'],
      [{ ...someone(), active: true }, 'VALIDATION_FAILED'],
      [{ ...someone(), password: undefined }, 'VALIDATION_FAILED'],
    ] as const) {
      expect((await admin('POST', USERS, body)).body).toMatchObject({ code });
    }
    for (const [verb, body] of [
      ['', { name: 'Uus Nimi' }],
      ['/password-reset', { password: PASSWORD }],
      ['/deactivate', undefined],
      ['/reactivate', { reason: 'RETURNED' }],
    ] as const) {
      const method = verb === '' ? 'PATCH' : 'POST';
      expect((await admin(method, `${nobody}${verb}`, body)).body).toMatchObject({ code: 'USER_NOT_FOUND' });
      expect((await other(method, `${USERS}/${taken.id}${verb}`, body)).body).toMatchObject({ code: 'USER_NOT_FOUND' });
      expect((await admin(method, `${USERS}/${taken.id}${verb}`, body, { 'if-match': '"7"' })).body).toMatchObject({
        code: 'PRECONDITION_FAILED',
      });
    }
    expect((await admin('PATCH', `${USERS}/${taken.id}`, {})).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    const seen = await admin('GET', `${USERS}/${taken.id}`);
    expect(seen.headers.etag).toBe('"1"');
    expect(seen.body).toMatchObject({ name: 'Näidis Töötaja', active: true });
    expect(new Set((await audited(taken.id)).filter(({ outcome }) => outcome === 'REFUSED').map(({ code }) => code))).toEqual(
      new Set(['USER_NOT_FOUND', 'PRECONDITION_FAILED']),
    );
    const changed = await admin('PATCH', `${USERS}/${taken.id}`, { name: 'Uus Nimi' }, { 'if-match': '"1"' });
    expect(changed).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: { name: 'Uus Nimi' } });
  });
});

describe('a password', () => {
  it('REQ-056: is reset by the institution’s own administrator, for one sign-in', async () => {
    const forgetful = await hire(door.database, { username: 'unustaja', roles: ['SETTLEMENT'], serial: 14 });
    const theirs = await signedIn(door.app, forgetful);
    for (let n = 0; n < 5; n++) await signInAs('unustaja', 'vale');
    const path = `${USERS}/${forgetful.userId}/password-reset`;
    expect((await worker('POST', path, { password: 'Uus parool 123' })).status).toBe(403);
    const reset = await admin('POST', path, { password: 'Uus parool 123' });
    expect(reset).toMatchObject({ status: 200, body: { mustChangePassword: true } });
    expect(JSON.stringify(reset.body)).not.toContain('Uus parool');
    expect((await theirs('GET', '/api/v1/sessions/current')).status).toBe(401);
    expect((await signInAs('unustaja', forgetful.password)).status).toBe(401);
    expect((await signInAs('unustaja', 'Uus parool 123')).body).toMatchObject({ limited: 'PASSWORD_CHANGE' });
  });
});
