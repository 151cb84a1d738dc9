import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  });
});
