import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/platform/index.ts';
import { type Office, openOffice, registryCode } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const contacts = { email: 'mari@paide.example', phone: '+372 5555 1234' };
const post = (more: object = {}) => ({ position: 'Lastekaitsespetsialist', validFrom: '2025-02-01', ...more });

describe('an employee', () => {
  it('REQ-250: is kept by the institution’s administrator: as what, where and since when they work; what stood before stays', async () => {
    const mari = await office.work({ roles: ['SOCIAL_WORKER'], ...office.paide });
    const departments = `/api/v1/institutions/${office.admin.worker.institutionId}/departments`;
    const departmentId = (await office.admin('POST', departments, { name: 'Sotsiaaltöö' })).body.id;
    const path = `/api/v1/admin/employees/${mari.worker.userId}`;
    const first = await office.admin('PUT', path, post(), { 'if-match': '"0"' });
    expect(first).toMatchObject({
      status: 200,
      body: { userId: mari.worker.userId, post: post(), active: true },
      headers: { etag: '"1"' },
    });
    const second = await office.admin('PUT', path, post({ departmentId, validTo: '2026-12-31' }), { 'if-match': '"1"' });
    expect(second.body).toMatchObject({ post: { departmentId, validTo: '2026-12-31' }, posts: [{ departmentId }, post()] });
    await mari('PUT', '/api/v1/me/profile', { educationLevel: 'MASTER', contacts });
    expect((await office.admin('GET', path)).body).toMatchObject({
      profile: { educationLevel: 'MASTER', contacts },
      profiles: [{ contacts }],
    });
    expect(await office.auditOf('EMPLOYEE_CHANGED')).toBe(2);
    expect(await office.auditOf('EMPLOYEE_READ')).toBe(3);
  });

  it('is refused with one code for each thing that is wrong', async () => {
    const mari = await office.work({ roles: ['SOCIAL_WORKER'], ...office.paide });
    const path = `/api/v1/admin/employees/${mari.worker.userId}`;
    const foreign = `/api/v1/institutions/${office.neighbour.worker.institutionId}/departments`;
    const theirs = (await office.neighbour('POST', foreign, { name: 'Võõras' })).body.id;
    const own = `/api/v1/institutions/${office.admin.worker.institutionId}/departments`;
    const closed = (await office.admin('POST', own, { name: 'Suletud' })).body.id;
    await office.admin('PUT', `/api/v1/departments/${closed}`, { name: 'Suletud', closed: true });
    for (const [more, code] of [
      [{ position: ' ' }, 'VALIDATION_FAILED'],
      [{ validFrom: '2025-02-30' }, 'VALIDATION_FAILED'],
      [{ validFrom: undefined }, 'VALIDATION_FAILED'],
      [{ salary: 2000 }, 'VALIDATION_FAILED'],
      [{ validTo: '2025-01-31' }, 'PERIOD_INVALID'],
      [{ departmentId: newId() }, 'DEPARTMENT_NOT_FOUND'],
      [{ departmentId: theirs }, 'DEPARTMENT_NOT_FOUND'],
      [{ departmentId: closed }, 'DEPARTMENT_NOT_FOUND'],
    ] as const) {
      expect((await office.admin('PUT', path, post(more))).body).toMatchObject({ code });
    }
    expect((await office.admin('PUT', path, post(), { 'if-match': '"1"' })).body).toMatchObject({
      code: 'PRECONDITION_FAILED',
      status: 412,
    });
    expect((await office.admin('GET', path)).body).toMatchObject({ posts: [] });
    for (const call of [office.worker, office.manager]) {
      expect((await call('PUT', path, post())).body).toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('is changed by several at once one after the other, where nobody says what they have seen', async () => {
    const mari = await office.work({ roles: ['SOCIAL_WORKER'], ...office.paide });
    const path = `/api/v1/admin/employees/${mari.worker.userId}`;
    const days = [1, 2, 3, 4, 5].map((day) => `2025-02-0${day}`);
    const kept = await Promise.all(days.map((validFrom) => office.admin('PUT', path, post({ validFrom }))));
    const said = await Promise.all(days.map(() => mari('PUT', '/api/v1/me/profile', { educationLevel: 'MASTER', contacts })));
    expect([...kept, ...said].map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    const { posts, profiles } = (await office.admin('GET', path)).body as { posts: { validFrom: string }[]; profiles: object[] };
    expect(posts.map(({ validFrom }) => validFrom).sort()).toEqual(days);
    expect(profiles.length).toBe(5);
  });

  it('is not there for another institution’s administrator', async () => {
    const path = `/api/v1/admin/employees/${office.worker.worker.userId}`;
    expect((await office.neighbour('GET', path)).body).toMatchObject({ code: 'EMPLOYEE_NOT_FOUND', status: 404 });
    expect((await office.neighbour('PUT', path, post())).body).toMatchObject({ code: 'EMPLOYEE_NOT_FOUND' });
    expect((await office.neighbour('GET', '/api/v1/admin/employees')).body.items?.map(({ userId }) => userId)).toEqual([
      office.neighbour.worker.userId,
    ]);
  });

  it('REQ-103: is listed when nobody has looked at their data for a year', async () => {
    const town = { institution: registryCode(), municipality: '0899' };
    const admin = await office.work({ roles: ['ADMIN'], ...town });
    const staff = [];
    for (const roles of [['SOCIAL_WORKER'], ['SETTLEMENT'], ['SOCIAL_WORKER']] as const) staff.push(await office.work({ roles, ...town }));
    const [mari, liis, never] = staff;
    const stale = async () => (await admin('GET', '/api/v1/admin/employees?profileOlderThan=12m')).body.items?.map(({ userId }) => userId);
    const say = (call: typeof mari) => call?.('PUT', '/api/v1/me/profile', { educationLevel: 'MASTER', contacts });
    await say(admin);
    await say(mari);
    await say(liis);
    expect(await stale()).toEqual([never?.worker.userId]);
    office.clock.set('2027-11-23T07:59:59Z');
    const [adminAgain, marisAgain] = [await office.again(admin), await office.again(mari ?? admin)];
    const staleNow = async () =>
      (await adminAgain('GET', '/api/v1/admin/employees?profileOlderThan=12m')).body.items?.map(({ userId }) => userId);
    expect(await staleNow()).toEqual([never?.worker.userId]);
    office.clock.set('2027-11-23T08:00:00Z');
    await marisAgain('PUT', '/api/v1/me/profile', { educationLevel: 'MASTER', contacts });
    expect(await staleNow()).toEqual([admin.worker.userId, liis?.worker.userId, never?.worker.userId].sort());
    expect((await adminAgain('GET', '/api/v1/admin/employees?profileOlderThan=1y')).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    const { body } = await adminAgain('GET', '/api/v1/admin/employees?limit=3');
    expect(body.items?.length).toBe(3);
    expect((await adminAgain('GET', `/api/v1/admin/employees?limit=3&after=${body.next}`)).body.items?.length).toBe(1);
  });
});

describe('the personnel of social work', () => {
  it('REQ-241: is counted by education level and institution; who is too few is not told', async () => {
    const town = { institution: registryCode(), municipality: '0171' };
    const people = [];
    for (let index = 0; index < 6; index += 1) people.push(await office.work({ roles: ['SOCIAL_WORKER'], ...town }));
    for (const [index, call] of people.entries()) {
      await call('PUT', '/api/v1/me/profile', { educationLevel: index < 5 ? 'DOCTOR' : 'BASIC', contacts });
    }
    const reader = await office.again(office.worker);
    const { status, body } = await reader('GET', '/api/v1/stats/personnel');
    expect(status).toBe(200);
    expect(body.everywhere).toContainEqual({ educationLevel: 'DOCTOR', people: 5 });
    expect(body.institutions).toContainEqual({
      institutionId: people[0]?.worker.institutionId,
      name: 'Näidisvald',
      kind: 'KOV',
      counts: [{ educationLevel: 'DOCTOR', people: 5 }, { educationLevel: 'BASIC' }],
    });
    expect(JSON.stringify(body)).not.toContain(contacts.email);
    const representative = await office.work({ roles: ['PROVIDER_REP'], institution: registryCode(), kind: 'PROVIDER' });
    expect((await representative('GET', '/api/v1/stats/personnel')).body).toMatchObject({ code: 'FORBIDDEN' });
  });
});
