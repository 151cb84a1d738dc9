import { Writable } from 'node:stream';
import { Type } from 'typebox';
import { afterEach, describe, expect, it } from 'vitest';
import { createLog, ok } from '../../src/platform/index.ts';
import { read } from '../../src/register/access/index.ts';
import { hire, personalCode } from '../town.ts';
import { callerWith, type Door, openDoor, signedIn } from './door.ts';

let door: Door;
afterEach(() => door.close());

/** A log that the test can read. */
function listeningLog() {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { lines, log: createLog('trace', destination) };
}

const broken = (fault: () => never) =>
  read({ method: 'GET', path: '/broken', summary: 'Breaks', callers: 'SIGNED_IN', reply: Type.Object({}), show: async () => fault() });

describe('a fault of our own', () => {
  it('is told to the log under the request’s id, and to the caller by that id alone', async () => {
    const { lines, log } = listeningLog();
    const secret = personalCode(77);
    door = await openDoor({
      log,
      more: [
        broken(() => {
          throw new Error(`cannot read the row of ${secret}`);
        }),
      ],
    });
    const mari = await signedIn(door.app, await hire(door.database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1 }));
    const { status, body, headers } = await mari('GET', '/api/v1/broken');
    expect(status).toBe(500);
    expect(Object.keys(body).sort()).toEqual(['code', 'detail', 'instance', 'status', 'title', 'type']);
    expect(body).toMatchObject({ code: 'INTERNAL_ERROR', instance: headers['x-request-id'] });
    const logged = lines.find((line) => line.includes(String(body.instance)));
    expect(logged).toContain('[personal code]');
    expect(lines.join('')).not.toContain(secret);
  });

  it('of a code that no catalogue explains is a fault too, not an empty answer', async () => {
    door = await openDoor({
      more: [
        read({
          method: 'GET',
          path: '/unexplained',
          summary: 'Fails',
          callers: 'ANYONE',
          reply: Type.Object({}),
          show: async () => ({ ok: false, error: { code: 'NEVER_DEFINED' } }),
        }),
      ],
    });
    expect((await callerWith(door.app)('GET', '/api/v1/unexplained')).body).toMatchObject({ code: 'INTERNAL_ERROR' });
  });
});

describe('without the database', () => {
  it.each([
    ['cannot be reached', Object.assign(new Error('connect ECONNREFUSED 10.0.0.5:5432'), { code: 'ECONNREFUSED' })],
    ['was lost in between', new Error('Client has encountered a connection error and is not queryable')],
    ['has no room on its disk', Object.assign(new Error('could not extend file "base/10.0.0.5"'), { code: '53100' })],
    ['cannot write to its disk', Object.assign(new Error('could not write to file "10.0.0.5"'), { code: '58030' })],
  ])('that %s, a call is told to come again, and nothing of why', async (_what, away) => {
    door = await openDoor({
      more: [
        broken(() => {
          throw away;
        }),
      ],
    });
    const mari = await signedIn(door.app, await hire(door.database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1 }));
    const { status, body, headers } = await mari('GET', '/api/v1/broken');
    expect({ status, code: body.code, wait: headers['retry-after'] }).toEqual({ status: 503, code: 'SERVICE_UNAVAILABLE', wait: '5' });
    expect(JSON.stringify(body)).not.toContain('10.0.0.5');
    expect((await mari('GET', '/health/ready')).body).toEqual({ status: 'ok', checks: { database: 'ok' } });
  });

  it('the process lives and says that it is not ready, naming what is missing', async () => {
    door = await openDoor({
      readiness: [
        { name: 'database', check: async () => true },
        { name: 'queue', check: async () => false },
        { name: 'security server', check: () => Promise.reject(new Error('refused')) },
        { name: 'cache', check: () => new Promise(() => undefined) },
      ],
    });
    const anyone = callerWith(door.app);
    expect(await anyone('GET', '/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await anyone('GET', '/health/ready')).toMatchObject({
      status: 503,
      body: {
        status: 'degraded',
        checks: { database: 'ok', queue: 'unavailable', 'security server': 'unavailable', cache: 'unavailable' },
      },
    });
  });
});

describe('the process’s log', () => {
  it('has no personal code, password or token of the calls it served', async () => {
    const { lines, log } = listeningLog();
    door = await openDoor({
      log,
      more: [
        read({
          method: 'GET',
          path: '/fine',
          summary: 'Fine',
          callers: 'ANYONE',
          reply: Type.Object({}),
          show: async () => ok({ body: {} }),
        }),
      ],
    });
    const worker = await hire(door.database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1 });
    const session = await callerWith(door.app)('POST', '/api/v1/sessions', { username: 'mari', password: worker.password });
    const mari = callerWith(door.app, { authorization: `Bearer ${session.body.token}` });
    const code = personalCode(78);
    await mari('POST', '/api/v1/clients', { personalCode: code, firstName: 'Kati', lastName: 'Kask' });
    await mari('POST', '/api/v1/clients/search', { personalCode: code });
    await mari('GET', `/api/v1/clients/${code}`);
    await mari('GET', `/api/v1/clients?personalCode=${code}`);
    const written = lines.join('');
    const called = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request');
    expect(called).toHaveLength(5);
    expect(called[3]).toEqual({
      ...{ level: 20, time: expect.any(String), msg: 'request', door: 'api', requestId: expect.any(String) },
      ...{ method: 'GET', route: '/api/v1/clients/:id', status: 422, durationMs: expect.any(Number) },
    });
    expect(written).not.toContain('dropped');
    for (const secret of [code, worker.password, String(session.body.token)]) expect(written).not.toContain(secret);
  });
});
