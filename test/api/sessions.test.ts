import { sql } from 'kysely';
import { Type } from 'typebox';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../src/platform/index.ts';
import { read } from '../../src/register/access/index.ts';
import { sealAudit } from '../../src/register/audit/index.ts';
import { judgeChain, supervisionRoutes } from '../../src/register/supervision/index.ts';
import { BOUNDLESS } from '../installation.ts';
import { hire, personalCode, type Worker } from '../town.ts';
import { type Caller, callerWith, type Door, openDoor, signedIn } from './door.ts';

let door: Door;
let mari: Worker;
let mine: Caller;
beforeAll(async () => {
  const poll = read({
    method: 'GET',
    path: '/polled',
    summary: 'What a page asks by itself',
    callers: 'SIGNED_IN',
    background: true,
    reply: Type.Object({}),
    show: async () => ok({ body: {} }),
  });
  door = await openDoor({ more: [poll], rooms: supervisionRoutes, trustedProxies: ['127.0.0.1'] });
  mari = await hire(door.database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1 });
});
beforeEach(async () => {
  mine = await signedIn(door.app, mari);
});
afterAll(() => door.close());

const ME = '/api/v1/sessions/current';

/** Signs in as if from the given address. */
async function from(address: string, worker: Worker, device?: string): Promise<Caller> {
  const headers = { 'x-forwarded-for': address, ...(device === undefined ? {} : { 'x-device-id': device }) };
  const { username, password } = worker;
  const session = await callerWith(door.app)('POST', '/api/v1/sessions', { username, password }, headers);
  expect(session.status).toBe(201);
  return callerWith(door.app, { authorization: `Bearer ${session.body.token}`, 'x-forwarded-for': address });
}

describe('a session', () => {
  it('REQ-119: ends where somebody signs in from another address, and supervision is told', async () => {
    const kalle = await hire(door.database, { username: 'kalle', roles: ['SOCIAL_WORKER'], serial: 2 });
    const siim = await hire(door.database, {
      username: 'siim',
      roles: ['SKA_SUPERVISION'],
      institution: '70001975',
      kind: 'SKA',
      serial: 3,
    });
    const signals = async () => {
      while ((await sealAudit(door.database)) > 0);
      while ((await judgeChain({ database: door.database, quotas: BOUNDLESS })) === 'MORE');
      const found = await (await signedIn(door.app, siim))('GET', '/api/v1/supervision/signals?rule=CONCURRENT_SESSIONS');
      return found.body.items ?? [];
    };
    const desk = await from('10.0.0.1', kalle);
    const sameDesk = await from('10.0.0.1', kalle);
    for (const call of [desk, sameDesk]) expect((await call('GET', ME)).status).toBe(200);
    expect(await signals()).toEqual([]);

    const elsewhere = await from('10.0.0.2', kalle);
    for (const call of [desk, sameDesk]) expect((await call('GET', ME)).body).toMatchObject({ code: 'SESSION_MISSING', status: 401 });
    expect((await elsewhere('GET', ME)).status).toBe(200);
    const raised = await signals();
    expect(raised).toHaveLength(2);
    expect(raised).toEqual(
      expect.arrayContaining([expect.objectContaining({ workerId: kalle.userId, institutionId: kalle.institutionId })]),
    );

    // Who went home half an hour ago is not in two places.
    door.clock.advance({ minutes: 30 });
    await from('10.0.0.3', kalle);
    expect(await signals()).toHaveLength(2);
  });

  it('REQ-119: is one of two that are begun at the same moment from different addresses', async () => {
    const both = await hire(door.database, { username: 'kaks-korraga', roles: ['SOCIAL_WORKER'], serial: 4 });
    const calls = await Promise.all(['10.0.0.1', '10.0.0.2'].map((address) => from(address, both)));
    const statuses = await Promise.all(calls.map(async (call) => (await call('GET', ME)).status));
    expect(statuses.sort()).toEqual([200, 401]);
  });

  it('REQ-117: is told to the log with the address and the device that it is begun from', async () => {
    const seen = async (userId: string) => {
      const { rows } = await sql<{ details: object; outcome: string }>`
        select details, outcome from audit_event where action = 'SIGN_IN' and object_id = ${userId} order by id`.execute(door.database.db);
      return rows;
    };
    const peeter = await hire(door.database, { username: 'peeter', roles: ['SOCIAL_WORKER'], serial: 5 });
    await from('10.7.0.1', peeter, 'TOOARVUTI-17');
    await callerWith(door.app)('POST', '/api/v1/sessions', { username: 'peeter', password: 'vale' }, { 'x-forwarded-for': '10.9.9.9' });
    expect(await seen(peeter.userId)).toEqual([
      { outcome: 'DONE', details: { address: '10.7.0.1', device: 'TOOARVUTI-17', method: 'PASSWORD', level: 'SUBSTANTIAL' } },
      { outcome: 'REFUSED', details: { address: '10.9.9.9', device: null, method: 'PASSWORD' } },
    ]);
  });

  it('REQ-120: ends with signing out at once, and goes on behind a locked screen by the password, which says whose it is and no more', async () => {
    expect((await mine('POST', `${ME}/lock`)).status).toBe(204);
    for (const [method, path] of [
      ['GET', '/api/v1/proceedings'],
      ['GET', '/api/v1/me/profile'],
      ['POST', '/api/v1/clients/search'],
      ['GET', '/api/v1/terms'],
    ] as const) {
      const body = method === 'POST' ? { personalCode: mari.personalCode } : undefined;
      expect((await mine(method, path, body)).body).toMatchObject({ code: 'SESSION_LOCKED', status: 401 });
    }
    expect((await mine('POST', `${ME}/lock`)).status).toBe(204);
    expect((await mine('POST', `${ME}/unlock`, { password: 'vale' })).body).toMatchObject({ code: 'SIGN_IN_REFUSED', status: 401 });
    expect((await mine('POST', `${ME}/unlock`, {})).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect((await mine('GET', ME)).body).toMatchObject({ userId: mari.userId, authMethod: 'PASSWORD', limited: 'LOCKED' });
    expect((await mine('POST', `${ME}/unlock`, { password: mari.password })).status).toBe(204);
    expect((await mine('GET', ME)).body.limited).toBeUndefined();
    expect((await mine('DELETE', ME)).status).toBe(204);
    expect((await mine('GET', ME)).body).toMatchObject({ code: 'SESSION_MISSING', status: 401 });
    const { rows } = await sql<{ action: string }>`
      select action from audit_event where user_id = ${mari.userId} and action like 'SCREEN%' order by id`.execute(door.database.db);
    expect(rows.map(({ action }) => action)).toEqual(['SCREEN_LOCKED', 'SCREEN_LOCKED', 'SCREEN_UNLOCKED']);
  });

  it('REQ-120: is not opened by guessing at a locked screen', async () => {
    const lukus = await hire(door.database, { username: 'lukus', roles: ['SOCIAL_WORKER'], serial: 6 });
    const theirs = await signedIn(door.app, lukus);
    await theirs('POST', `${ME}/lock`);
    for (let n = 0; n < 5; n++) await theirs('POST', `${ME}/unlock`, { password: `arvan ${n}` });
    expect((await theirs('POST', `${ME}/unlock`, { password: lukus.password })).status).toBe(401);
    door.clock.advance({ minutes: 15 });
    expect((await theirs('POST', `${ME}/unlock`, { password: lukus.password })).status).toBe(204);
  });

  it('REQ-132: lasts 30 minutes from the last thing that somebody did, which is not what a page asks by itself', async () => {
    door.clock.advance({ minutes: 29, seconds: 59 });
    expect((await mine('GET', ME)).status).toBe(200);
    door.clock.advance({ minutes: 29, seconds: 59 });
    expect((await mine('GET', ME)).status).toBe(200);
    door.clock.advance({ minutes: 15 });
    expect((await mine('GET', '/api/v1/polled')).status).toBe(200);
    door.clock.advance({ minutes: 14, seconds: 59 });
    expect((await mine('GET', '/api/v1/polled')).status).toBe(200);
    door.clock.advance({ seconds: 1 });
    expect((await mine('GET', '/api/v1/polled')).body).toMatchObject({ code: 'SESSION_EXPIRED', status: 401 });
  });

  it('REQ-133: leaves nothing of what was read in any cache, and shows nothing once it has ended', async () => {
    const created = await mine('POST', '/api/v1/clients', { personalCode: personalCode(77), firstName: 'Kati', lastName: 'Kask' });
    const path = `/api/v1/clients/${created.body.id}`;
    const found = await mine('POST', '/api/v1/clients/search', { personalCode: personalCode(77) });
    const file = await mine('GET', path);
    for (const { status, headers } of [created, found, file]) {
      expect(status).toBeLessThan(300);
      expect(headers['cache-control']).toBe('no-store');
    }
    door.clock.advance({ minutes: 30 });
    const late = await mine('GET', path, undefined, { 'if-none-match': String(file.headers.etag ?? '*') });
    expect(late).toMatchObject({ status: 401, headers: { 'cache-control': 'no-store' }, body: { code: 'SESSION_EXPIRED' } });
    expect(JSON.stringify(late.body)).not.toContain('Kask');
  });
});
