import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerWith } from '../../api/door.ts';
import { initialUser, type Office, openOffice, provider } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const register = (more: object = {}) => office.manager('POST', '/api/v1/providers', provider(more));
const without = (name: string) => Object.fromEntries(Object.entries(provider()).filter(([member]) => member !== name));
const count = async (table: string) => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(office.database.db);
  return Number(rows[0]?.count);
};

describe('a provider', () => {
  it('REQ-011: is registered by the registry manager, with registry code, address and services', async () => {
    for (const missing of ['registryCode', 'serviceAddress', 'services']) {
      const refused = await office.manager('POST', '/api/v1/providers', without(missing));
      expect(refused).toMatchObject({
        status: 422,
        body: { code: 'VALIDATION_FAILED', errors: [{ pointer: `/${missing}`, code: 'REQUIRED' }] },
      });
    }
    expect((await register({ services: [] })).body).toMatchObject({ status: 422, errors: [{ pointer: '/services' }] });
    const entry = provider();
    for (const other of [office.admin, office.worker, office.neighbour]) {
      expect((await other('POST', '/api/v1/providers', entry)).body).toMatchObject({ code: 'FORBIDDEN', status: 403 });
    }
    const made = await office.manager('POST', '/api/v1/providers', entry);
    expect(made).toMatchObject({
      status: 201,
      body: {
        registryCode: entry.registryCode,
        places: [{ address: entry.serviceAddress, services: entry.services, validFrom: '2026-11-23' }],
      },
    });
    expect((await office.worker('GET', String(made.headers.location))).body).toMatchObject({
      id: made.body.id,
      name: 'Näidishooldekodu OÜ',
      requestDocumentId: '7-1/26/44',
      registeredAt: '2026-11-23T08:00:00Z',
    });
  });

  it('REQ-012: is registered with somebody who works in it', async () => {
    expect((await register({ initialUsers: [] })).body).toMatchObject({ code: 'INITIAL_USER_REQUIRED', status: 422 });
    const user = initialUser({ roles: ['ADMIN', 'PROVIDER_REP'] });
    expect((await register({ initialUsers: [user] })).status).toBe(201);
    const { username, password } = user;
    const session = await callerWith(office.app)('POST', '/api/v1/sessions', { username, password });
    const call = callerWith(office.app, { authorization: `Bearer ${session.body.token}` });
    const refused = async () => (await call('GET', '/api/v1/contracts')).body.code;
    expect(await refused()).toBe('PASSWORD_CHANGE_REQUIRED');
    await call('POST', '/api/v1/me/password', { current: password, password: 'Hooldaja enda valitud 1' });
    expect(await refused()).toBe('TERMS_NOT_ACCEPTED');
    await call('POST', `/api/v1/me/terms/${(await call('GET', '/api/v1/terms')).body.version}`);
    expect(await refused()).toBe('PROFILE_INCOMPLETE');
    const { contacts } = (await call('GET', '/api/v1/me/profile')).body;
    expect(contacts).toEqual(user.contacts);
    await call('PUT', '/api/v1/me/profile', { educationLevel: 'VOCATIONAL', contacts });
    expect((await call('GET', '/api/v1/contracts')).status).toBe(200);
  });

  it('is registered with somebody who works elsewhere already, and goes on with the password they have', async () => {
    const known = office.admin.worker;
    const { body } = await register({ initialUsers: [initialUser({ personalCode: known.personalCode })] });
    const credentials = { username: known.username, password: known.password };
    const session = await callerWith(office.app)('POST', '/api/v1/sessions', credentials, { 'x-institution': String(body.id) });
    expect(session.status).toBe(201);
  });

  it('REQ-087: can offer each of the services, substitute care, after-care and social transport among them', async () => {
    const { items = [] } = (await office.worker('GET', '/api/v1/classifiers/SERVICE_TYPE/values')).body;
    const services = items.map(({ code }) => String(code));
    expect(services).toEqual(expect.arrayContaining(['SUBSTITUTE_CARE', 'AFTERCARE', 'SOCIAL_TRANSPORT']));
    for (const service of services) {
      const { status, body } = await register({ services: [service] });
      expect({ status, services: (body.places as { services: string[] }[])[0]?.services }).toEqual({ status: 201, services: [service] });
    }
  });

  it('is registered whole, or not at all', async () => {
    const known = initialUser();
    expect((await register({ initialUsers: [known] })).status).toBe(201);
    const before = [await count('institution'), await count('app_user'), await count('service_place'), await count('audit_event')];
    const refusals = [
      [{ registryCode: '12345679' }, 'REGISTRY_CODE_INVALID'],
      [{ serviceAddress: { municipality: '0929', text: 'Pärnu tn 5' } }, 'MUNICIPALITY_INVALID'],
      [{ initialUsers: [initialUser(), initialUser({ personalCode: '38211020380' })] }, 'PERSONAL_CODE_INVALID'],
      [{ initialUsers: [initialUser(), initialUser({ username: known.username })] }, 'USER_EXISTS'],
      [{ initialUsers: [initialUser({ roles: ['SOCIAL_WORKER'] })] }, 'VALIDATION_FAILED'],
      [{ initialUsers: [initialUser({ password: 'lühike' })] }, 'VALIDATION_FAILED'],
      [{ services: ['GARDENING'] }, 'CLASSIFIER_VALUE_UNKNOWN'],
      [{ services: ['SHELTER', 'SHELTER'] }, 'VALIDATION_FAILED'],
      [{ requestDocumentId: undefined }, 'VALIDATION_FAILED'],
      [{ registryCode: office.paide.institution }, 'INSTITUTION_EXISTS'],
    ] as const;
    for (const [more, code] of refusals) expect((await register(more)).body).toMatchObject({ code });
    expect([await count('institution'), await count('app_user'), await count('service_place'), await count('audit_event')]).toEqual(before);
  });

  it('is registered once, however often the same request is sent', async () => {
    const entry = provider();
    const send = () => office.manager('POST', '/api/v1/providers', entry, { 'idempotency-key': 'provider-once' });
    const [first, again] = await Promise.all([send(), send()]);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(JSON.stringify(first.body)).not.toContain(entry.initialUsers[0]?.password);
  });
});

describe('a place where a provider serves', () => {
  const place = (more: object = {}) => ({
    address: { municipality: '0834', text: 'Viljandi tn 1, Türi', adsOid: 'ME00655132' },
    services: ['SHELTER'],
    validFrom: '2026-12-01',
    ...more,
  });

  it('is entered and changed by the provider’s own administrator', async () => {
    const { id, admin } = await office.provider();
    const opened = await admin('POST', `/api/v1/providers/${id}/places`, place());
    expect(opened).toMatchObject({ status: 201, body: place() });
    const path = `/api/v1/service-places/${opened.body.id}`;
    const closed = await admin('PUT', path, place({ validTo: '2027-06-30' }), { 'if-match': '"1"' });
    expect(closed).toMatchObject({ status: 200, body: { validTo: '2027-06-30' } });
    expect((await admin('PUT', path, place(), { 'if-match': '"1"' })).body).toMatchObject({ code: 'PRECONDITION_FAILED', status: 412 });
    const { body } = await office.worker('GET', `/api/v1/providers/${id}`);
    expect(body.places).toContainEqual(closed.body);
  });

  it('is refused where it ends before it begins, lies nowhere, or serves nothing', async () => {
    const { id, admin } = await office.provider();
    const enter = (more: object) => admin('POST', `/api/v1/providers/${id}/places`, place(more));
    expect((await enter({ validTo: '2026-11-30' })).body).toMatchObject({ code: 'PERIOD_INVALID', errors: [{ pointer: '/validTo' }] });
    expect((await enter({ address: { municipality: '0000', text: 'Kuskil' } })).body).toMatchObject({
      code: 'MUNICIPALITY_INVALID',
      errors: [{ pointer: '/address/municipality', code: 'UNKNOWN' }],
    });
    expect((await enter({ services: [] })).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect((await enter({ services: ['SHELTER', 'GARDENING'] })).body).toMatchObject({
      code: 'CLASSIFIER_VALUE_UNKNOWN',
      errors: [{ pointer: '/services/1' }],
    });
  });

  it('is not there for another provider’s administrator', async () => {
    const [mine, theirs] = [await office.provider(), await office.provider()];
    const { body } = await mine.admin('POST', `/api/v1/providers/${mine.id}/places`, place());
    expect((await theirs.admin('POST', `/api/v1/providers/${mine.id}/places`, place())).body).toMatchObject({ code: 'PROVIDER_NOT_FOUND' });
    expect((await theirs.admin('PUT', `/api/v1/service-places/${body.id}`, place())).body).toMatchObject({
      code: 'SERVICE_PLACE_NOT_FOUND',
      status: 404,
    });
    expect((await office.admin('POST', `/api/v1/providers/${office.admin.worker.institutionId}/places`, place())).body).toMatchObject({
      code: 'PROVIDER_NOT_FOUND',
    });
    expect((await mine.representative('POST', `/api/v1/providers/${mine.id}/places`, place())).body).toMatchObject({ code: 'FORBIDDEN' });
  });
});
