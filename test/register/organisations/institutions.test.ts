import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/platform/index.ts';
import { callerWith } from '../../api/door.ts';
import { type Office, openOffice, registryCode } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

describe('who answers for the register', () => {
  it('REQ-256: was the ministry in 2012 and is the SKA in 2026; whoever asks need not sign in', async () => {
    const anybody = callerWith(office.app);
    const controller = async (on: string) => (await anybody('GET', `/api/v1/about/controllers?on=${on}`)).body.controller;
    expect(await controller('2012-08-28')).toMatchObject({ code: 'SOM' });
    expect(await controller('2019-03-14')).toMatchObject({ code: 'SOM', until: '2019-03-14' });
    expect(await controller('2019-03-15')).toMatchObject({ code: 'SKA', from: '2019-03-15' });
    expect(await controller('2026-01-01')).toMatchObject({ code: 'SKA' });
    expect((await anybody('GET', '/api/v1/about/controllers')).body).toMatchObject({ on: '2026-11-23', controller: { code: 'SKA' } });
    expect((await anybody('GET', '/api/v1/about/controllers?on=2010-03-07')).body).toMatchObject({ code: 'NO_REGISTER_THEN', status: 404 });
    expect((await anybody('GET', '/api/v1/about/controllers?on=2012-02-30')).body).toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('REQ-043: is asked for the kinds of institution that work in the register, or ever did', async () => {
    const codes = async (on: string) =>
      ((await office.worker('GET', `/api/v1/classifiers/INSTITUTION_TYPE/values?on=${on}`)).body.items ?? []).map(({ code }) => code);
    expect(await codes('2026-11-23')).toEqual(['KOV', 'PROVIDER', 'SKA', 'SOM', 'TEHIK']);
    for (const call of [office.admin, office.manager]) {
      expect((await call('GET', '/api/v1/sessions/current')).body.institutionId).toBe(call.worker.institutionId);
    }
  });

  it('REQ-257: had county governments among its processors until the end of 2017', async () => {
    const processors = async (on: string) => {
      const { body } = await callerWith(office.app)('GET', `/api/v1/about/controllers?on=${on}`);
      return (body.processors as { code: string }[]).map(({ code }) => code);
    };
    expect(await processors('2017-12-31')).toEqual(['KOV', 'COUNTY_GOV']);
    expect(await processors('2018-01-01')).toEqual(['KOV']);
    const { items } = (await office.worker('GET', '/api/v1/classifiers/INSTITUTION_TYPE/values')).body;
    expect(items).toContainEqual(expect.objectContaining({ code: 'COUNTY_GOV', validTo: '2017-12-31' }));
    expect(items).toContainEqual(expect.objectContaining({ code: 'KOV' }));
  });
});

describe('the municipalities', () => {
  it('are shown all, each with its institution where it has one', async () => {
    const items = (await office.worker('GET', '/api/v1/municipalities')).body.items ?? [];
    expect(items.length).toBe(79);
    const institutionId = office.admin.worker.institutionId;
    expect(items.filter((item) => item.institutionId === institutionId)).toEqual([
      { code: '0567', name: 'Paide linn', county: 'Järva maakond', institutionId },
    ]);
  });
});

describe('an institution', () => {
  const entry = (more: object = {}) => ({ registryCode: registryCode(), name: 'Näidisamet', kind: 'TEHIK', ...more });

  it('is registered by the registry manager alone, and shown to everybody who is signed in', async () => {
    const body = entry({ kind: 'KOV', municipality: '0653', name: 'Rae Vallavalitsus' });
    expect((await office.admin('POST', '/api/v1/institutions', body)).body).toMatchObject({ code: 'FORBIDDEN' });
    const made = await office.manager('POST', '/api/v1/institutions', body);
    expect(made).toMatchObject({ status: 201, body: { ...body } });
    expect((await office.worker('GET', String(made.headers.location))).body).toEqual(made.body);
    const listed = await office.worker('GET', '/api/v1/institutions?kind=KOV');
    expect(listed.body.items).toContainEqual(made.body);
    expect(listed.body.items?.every(({ kind }) => kind === 'KOV')).toBe(true);
    expect(await office.auditOf('INSTITUTION_REGISTERED')).toBe(1);
  });

  it.each([
    ['a wrong check digit', { registryCode: '12345679' }, 'REGISTRY_CODE_INVALID', '/registryCode'],
    ['a municipality without saying which', { kind: 'KOV' }, 'MUNICIPALITY_INVALID', '/municipality'],
    ['a municipality that there is not', { kind: 'KOV', municipality: '0929' }, 'MUNICIPALITY_INVALID', '/municipality'],
    ['a municipality’s code for another kind', { municipality: '0784' }, 'MUNICIPALITY_INVALID', '/municipality'],
    ['a provider', { kind: 'PROVIDER' }, 'VALIDATION_FAILED', '/kind'],
    ['a blank name', { name: '  ' }, 'VALIDATION_FAILED', '/name'],
    ['an unknown field', { version: 7 }, 'VALIDATION_FAILED', '/version'],
  ])('is not registered with %s', async (_what, more, code, pointer) => {
    const answer = await office.manager('POST', '/api/v1/institutions', entry(more));
    expect(answer).toMatchObject({ status: 422, body: { code } });
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer }));
  });

  it('is one per registry code, and one per municipality', async () => {
    const taken = entry();
    expect((await office.manager('POST', '/api/v1/institutions', taken)).status).toBe(201);
    expect((await office.manager('POST', '/api/v1/institutions', taken)).body).toMatchObject({ code: 'INSTITUTION_EXISTS', status: 409 });
    const second = entry({ kind: 'KOV', municipality: '0567' });
    expect((await office.manager('POST', '/api/v1/institutions', second)).body).toMatchObject({ code: 'INSTITUTION_EXISTS' });
  });

  it('is renamed by who has seen how it is called now', async () => {
    const { body } = await office.manager('POST', '/api/v1/institutions', entry());
    const path = `/api/v1/institutions/${body.id}`;
    const renamed = await office.manager('PUT', path, { name: 'Uus nimi' }, { 'if-match': '"1"' });
    expect(renamed).toMatchObject({ status: 200, body: { name: 'Uus nimi' }, headers: { etag: '"2"' } });
    expect((await office.manager('PUT', path, { name: 'Veel uuem' }, { 'if-match': '"1"' })).body).toMatchObject({
      code: 'PRECONDITION_FAILED',
      status: 412,
    });
    expect((await office.worker('GET', path)).body).toMatchObject({ name: 'Uus nimi' });
    expect((await office.manager('PUT', `/api/v1/institutions/${newId()}`, { name: 'Keegi' })).body).toMatchObject({
      code: 'INSTITUTION_NOT_FOUND',
    });
  });

  it('is listed page by page', async () => {
    const all = (await office.worker('GET', '/api/v1/institutions?limit=200')).body.items?.map(({ id }) => id);
    const seen: unknown[] = [];
    for (let path = '/api/v1/institutions?limit=2'; ; ) {
      const { body } = await office.worker('GET', path);
      seen.push(...(body.items ?? []).map(({ id }) => id));
      if (body.next === undefined) break;
      path = `/api/v1/institutions?limit=2&after=${body.next}`;
    }
    expect(seen).toEqual(all);
    expect(seen.length).toBeGreaterThan(4);
  });
});

describe('a department', () => {
  it('is opened, renamed and closed by the institution’s administrator', async () => {
    const skaAdmin = await office.work({ roles: ['ADMIN'], ...office.ska });
    const path = `/api/v1/institutions/${skaAdmin.worker.institutionId}/departments`;
    const opened = await skaAdmin('POST', path, { name: 'Lastekaitse' });
    expect(opened).toMatchObject({ status: 201, body: { name: 'Lastekaitse', closed: false } });
    const department = `/api/v1/departments/${opened.body.id}`;
    const changed = await skaAdmin('PUT', department, { name: 'Lastekaitse osakond', closed: true }, { 'if-match': '"1"' });
    expect(changed).toMatchObject({ status: 200, body: { name: 'Lastekaitse osakond', closed: true } });
    expect((await skaAdmin('PUT', department, { name: 'Muu', closed: false }, { 'if-match': '"1"' })).body).toMatchObject({
      code: 'PRECONDITION_FAILED',
    });
    expect((await office.worker('GET', path)).body.items).toEqual([changed.body]);
  });

  it('has a name of its own within its institution, closed or not', async () => {
    const path = `/api/v1/institutions/${office.admin.worker.institutionId}/departments`;
    const first = await office.admin('POST', path, { name: 'Hoolekanne' });
    const second = await office.admin('POST', path, { name: 'Õigusabi' });
    expect((await office.admin('POST', path, { name: 'HOOLEKANNE' })).body).toMatchObject({ code: 'DEPARTMENT_EXISTS', status: 409 });
    const rename = { name: 'hoolekanne', closed: false };
    expect((await office.admin('PUT', `/api/v1/departments/${second.body.id}`, rename)).body).toMatchObject({ code: 'DEPARTMENT_EXISTS' });
    expect((await office.admin('PUT', `/api/v1/departments/${first.body.id}`, rename)).body).toMatchObject({ name: 'hoolekanne' });
  });

  it('is not there for another institution’s administrator', async () => {
    const path = `/api/v1/institutions/${office.admin.worker.institutionId}/departments`;
    const { body } = await office.manager('POST', path, { name: 'Arveldus' });
    expect((await office.neighbour('POST', path, { name: 'Võõras' })).body).toMatchObject({ code: 'INSTITUTION_NOT_FOUND', status: 404 });
    expect((await office.neighbour('PUT', `/api/v1/departments/${body.id}`, { name: 'Võõras', closed: true })).body).toMatchObject({
      code: 'DEPARTMENT_NOT_FOUND',
      status: 404,
    });
    expect((await office.worker('POST', path, { name: 'Minu' })).body).toMatchObject({ code: 'FORBIDDEN' });
  });
});
