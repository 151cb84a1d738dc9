import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiErrors, renderErrorsPage } from '../../src/api/index.ts';
import { errorCatalogues } from '../../src/gateway.ts';
import type { ErrorDefinition } from '../../src/platform/index.ts';
import { accessErrors } from '../../src/register/access/index.ts';
import { hire, personalCode } from '../town.ts';
import { type Caller, callerWith, type Door, openDoor, signedIn } from './door.ts';

let door: Door;
let mari: Caller;
let token: string;
beforeAll(async () => {
  door = await openDoor();
  const worker = await hire(door.database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1 });
  mari = await signedIn(door.app, worker);
  const session = await callerWith(door.app)('POST', '/api/v1/sessions', { username: 'mari', password: worker.password });
  token = String(session.body.token);
});
afterAll(() => door.close());

const person = { firstName: 'Kati', lastName: 'Kask' };

describe('bad input', () => {
  it.each([
    ['an unknown field', { ...person, personalCode: personalCode(5), isAdmin: true }, 'VALIDATION_FAILED'],
    ['a missing field', { personalCode: personalCode(5) }, 'VALIDATION_FAILED'],
    ['a wrong check digit', { ...person, personalCode: '38211020380' }, 'PERSONAL_CODE_INVALID'],
    ['no code and no reason', person, 'PERSONAL_CODE_REQUIRED'],
    [
      'a code of somebody not in the register',
      { ...person, personalCode: personalCode(5), notInPopulationRegister: true },
      'PERSONAL_CODE_INVALID',
    ],
    ['a blank name', { ...person, lastName: '   ', personalCode: personalCode(5) }, 'VALIDATION_FAILED'],
  ])('%s is refused with its code and the field', async (_what, body, code) => {
    const answer = await mari('POST', '/api/v1/clients', body);
    expect(answer).toMatchObject({ status: 422, body: { code, status: 422 } });
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body.errors).toBeInstanceOf(Array);
    // The request's id aside: any of its hexadecimal digits may be decimal ones.
    expect(JSON.stringify({ ...answer.body, instance: '' })).not.toMatch(/\d{11}/);
  });

  it('malformed JSON, another content type, and too much of it', async () => {
    const send = (payload: string, type = 'application/json') =>
      door.app.inject({
        method: 'POST',
        url: '/api/v1/clients',
        payload,
        headers: { 'content-type': type, authorization: `Bearer ${token}` },
      });
    expect((await send('{"firstName":')).json()).toMatchObject({ code: 'MALFORMED_JSON' });
    expect((await send('firstName=Kati', 'application/x-www-form-urlencoded')).json()).toMatchObject({
      code: 'UNSUPPORTED_MEDIA_TYPE',
      status: 415,
    });
    expect((await send(JSON.stringify({ firstName: 'x'.repeat(1_100_000) }))).json()).toMatchObject({
      code: 'BODY_TOO_LARGE',
      status: 413,
    });
  });

  it('names each field at fault by JSON pointer and rule', async () => {
    const answer = await mari('POST', '/api/v1/intakes', {
      kind: 'APPLICATION',
      channel: 'PHONE',
      subjects: [{ clientId: 'x', role: 'MAIN', 'a/b~c': 1 }],
      ownerId: '019ab000-0000-7000-8000-000000000000',
    });
    expect(answer.body.code).toBe('VALIDATION_FAILED');
    expect(new Set((answer.body.errors as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`))).toEqual(
      new Set([
        '/problem REQUIRED',
        '/ownerId UNKNOWN_FIELD',
        '/kind ENUM',
        '/subjects/0/clientId FORMAT',
        '/subjects/0/a~1b~0c UNKNOWN_FIELD',
      ]),
    );
  });

  it.each([
    ['POST', '/api/v1/clients', { ...person, personalCode: personalCode(6), id: '019ab000-0000-7000-8000-000000000000' }, '/id'],
    [
      'POST',
      '/api/v1/clients',
      { ...person, personalCode: personalCode(6), registeredBy: '019ab000-0000-7000-8000-000000000000' },
      '/registeredBy',
    ],
    ['POST', '/api/v1/proceedings/019ab000-0000-7000-8000-000000000000/close', { reason: 'SOLVED', state: 'OPENED' }, '/state'],
    [
      'POST',
      '/api/v1/proceedings/019ab000-0000-7000-8000-000000000000/actions',
      { kind: 'NOTE', text: 'x', origin: 'AUTOMATIC' },
      '/origin',
    ],
    ['POST', '/api/v1/sessions', { username: 'mari', password: 'x', roles: ['ADMIN'] }, '/roles'],
  ] as const)('%s %s takes nothing beside what it asks for', async (method, path, body, pointer) => {
    expect((await mari(method, path, body)).body).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ pointer, code: 'UNKNOWN_FIELD' }],
    });
  });

  it('repeats no personal code that stands where a field’s name should', async () => {
    const answers = [
      await mari('POST', '/api/v1/clients', { '47101010033': 1 }),
      await mari('POST', '/api/v1/clients', { firstName: { '47101010033': '\0' } }),
      await mari('POST', '/api/v1/sessions/current/lock', { '47101010033': 1 }),
      await mari('GET', '/api/v1/proceedings?47101010033=1'),
    ];
    for (const { body } of answers) {
      expect(body).toMatchObject({
        code: 'VALIDATION_FAILED',
        errors: expect.arrayContaining([{ pointer: expect.stringContaining('/…'), code: expect.any(String) }]),
      });
      expect(JSON.stringify(body)).not.toContain('47101010033');
    }
  });

  it('what a stack cannot walk or the database cannot store', async () => {
    const send = async (payload: string) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      return (await door.app.inject({ method: 'POST', url: '/api/v1/clients', payload, headers })).json();
    };
    const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    expect(await send(nested(32))).toMatchObject({ errors: expect.arrayContaining([{ pointer: '/a', code: 'UNKNOWN_FIELD' }]) });
    expect(await send(nested(33))).toMatchObject({ errors: [{ pointer: '', code: 'TOO_DEEP' }] });
    expect(await send('['.repeat(200_000) + ']'.repeat(200_000))).toMatchObject({ status: 422 });
    const nul = { ...person, firstName: 'Ka\0ti', personalCode: personalCode(7) };
    expect(await send(JSON.stringify(nul))).toMatchObject({ errors: [{ pointer: '/firstName', code: 'NUL_CHARACTER' }] });
    const unborn = { ...person, notInPopulationRegister: true, birthDate: '0000-01-01' };
    expect(await send(JSON.stringify(unborn))).toMatchObject({ status: 422, errors: [{ pointer: '/birthDate', code: 'NO_SUCH_YEAR' }] });
    const half = { ...person, firstName: 'Ka\ud800ti', personalCode: personalCode(7) };
    expect(await send(JSON.stringify(half))).toMatchObject({ status: 422, errors: [{ pointer: '/firstName', code: 'HALF_A_CHARACTER' }] });
    expect(await send('{"__proto__":{"isAdmin":true},"firstName":"Kati"}')).toMatchObject({ code: 'MALFORMED_JSON' });
    expect(await send('{"constructor":{"prototype":{"isAdmin":true}}}')).toMatchObject({ status: 400 });
    for (const other of ['null', '[]', '"text"', '1', 'true']) expect(await send(other)).toMatchObject({ status: 422 });
    expect(await send('')).toMatchObject({ status: 400 });
  });

  it('a date that is not in the calendar', async () => {
    const stranger = { ...person, notInPopulationRegister: true, birthDate: '2026-02-30' };
    expect((await mari('POST', '/api/v1/clients', stranger)).body).toMatchObject({ errors: [{ pointer: '/birthDate', code: 'FORMAT' }] });
  });

  it('every answer says who may keep it and what a browser may do with it', async () => {
    for (const path of ['/api/v1/proceedings', '/api/v1/clients/not-an-id', '/api/v1/nowhere']) {
      const { headers } = await mari('GET', path);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining("default-src 'self'"),
        'strict-transport-security': expect.any(String),
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      expect(headers).not.toHaveProperty('x-powered-by');
    }
    const unreadable = await mari('GET', '/api/v1/38211020380%zz');
    expect(unreadable).toMatchObject({ status: 404, headers: { 'x-content-type-options': 'nosniff' }, body: { code: 'ROUTE_NOT_FOUND' } });
    expect(JSON.stringify({ ...unreadable.body, instance: '' })).not.toContain('382');
  });

  it('an address that is none', async () => {
    expect((await mari('GET', '/api/v1/nowhere')).body).toMatchObject({ code: 'ROUTE_NOT_FOUND' });
    expect((await mari('GET', '/api/v1/clients/not-an-id')).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect((await mari('GET', '/api/v1/proceedings?limit=1000')).body).toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('speaks Estonian, English and Russian', async () => {
    const titles = await Promise.all(
      ['et', 'en-GB,et;q=0.5', 'fi, ru;q=0.8, en;q=0.5', 'fr'].map(
        async (language) => (await mari('GET', '/api/v1/nowhere', undefined, { 'accept-language': language })).body.title,
      ),
    );
    expect(titles).toEqual(['Aadressi ei ole', 'No such address', 'Нет такого адреса', 'Aadressi ei ole']);
  });

  it('describes itself as OpenAPI 3.1', async () => {
    const { body } = await callerWith(door.app)('GET', '/api/openapi.json');
    expect(body).toMatchObject({ openapi: '3.1.0' });
    expect(Object.keys(body.paths as object)).toContain('/api/v1/proceedings/{id}/close');
    for (const [path, operations] of Object.entries(body.paths as Record<string, Record<string, unknown>>)) {
      expect(`${path} ${JSON.stringify(operations)}`).not.toMatch(/"in":"(path|query)","name":"(personalCode|name|firstName|lastName)"/);
      for (const operation of Object.values(operations)) expect(operation).toHaveProperty('summary');
    }
    const close = (body.paths as Record<string, Record<string, unknown>>)['/api/v1/proceedings/{id}/close']?.post;
    expect(close).toMatchObject({
      tags: ['proceedings'],
      security: [{ session: [] }, { bearer: [] }],
      parameters: expect.arrayContaining([expect.objectContaining({ in: 'header', name: 'idempotency-key', required: false })]),
      responses: { '4XX': { content: { 'application/problem+json': {} } } },
    });
    const docs = await door.app.inject({ url: '/api/docs' });
    expect([200, 302]).toContain(docs.statusCode);
  });

  it('explains every error code that any of its rooms can give', async () => {
    const { payload } = await door.app.inject({ url: '/api/errors' });
    const catalogues = [apiErrors, accessErrors, ...errorCatalogues];
    const used = new Set<string>();
    for (const file of globSync('src/{api,register}/**/*.ts')) {
      for (const [, code = ''] of readFileSync(file, 'utf8').matchAll(/failure\(\s*'([A-Z_]+)'/g)) used.add(code);
    }
    expect(used.size).toBeGreaterThan(15);
    for (const code of used) expect(payload).toContain(`## ${code}\n`);
    for (const [code, { status, title, detail }] of catalogues.flatMap((catalogue) => Object.entries<ErrorDefinition>(catalogue))) {
      expect(`${code} ${status}`).toMatch(/^[A-Z_]+ [45]\d\d$/);
      for (const text of [title, detail]) expect(Object.values(text).every((sentence) => sentence.length > 3)).toBe(true);
      expect(title.ru).toMatch(/[а-я]/i);
    }
    expect(payload).toBe(renderErrorsPage(catalogues));
  });
});
