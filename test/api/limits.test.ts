import { afterEach, describe, expect, it } from 'vitest';
import { hire } from '../town.ts';
import { callerWith, type Door, openDoor, signedIn } from './door.ts';

let door: Door;
afterEach(() => door.close());

const statuses = async (times: number, call: () => Promise<{ status: number }>) => {
  const seen: number[] = [];
  for (let n = 0; n < times; n++) seen.push((await call()).status);
  return seen;
};

describe('too many calls from one address', () => {
  it('are refused with the time to wait, before they reach the audit log', async () => {
    door = await openDoor({ callsPerMinute: 3 });
    const anyone = callerWith(door.app);
    expect(await statuses(5, () => anyone('GET', '/api/v1/proceedings'))).toEqual([401, 401, 401, 429, 429]);
    const refused = await anyone('GET', '/api/v1/nowhere');
    expect(refused.body).toMatchObject({ code: 'RATE_LIMITED', status: 429 });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const { rows } = await door.database.db
      .withTables<{ audit_event: { action: string } }>()
      .selectFrom('audit_event')
      .selectAll()
      .execute()
      .then((rows) => ({ rows }));
    expect(rows).toHaveLength(3);
  });

  it('to sign in have a limit of their own', async () => {
    door = await openDoor({ signInsPerMinute: 2 });
    const anyone = callerWith(door.app);
    const guess = () => anyone('POST', '/api/v1/sessions', { username: 'nobody', password: 'guess' });
    expect(await statuses(4, guess)).toEqual([401, 401, 429, 429]);
    expect((await anyone('GET', '/health/live')).status).toBe(200);
  });
});

describe('the largest body', () => {
  it('is 1 MiB, to the byte', async () => {
    door = await openDoor();
    const token = { authorization: '' };
    const mari = await hire(door.database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1 });
    const session = await callerWith(door.app)('POST', '/api/v1/sessions', { username: 'mari', password: mari.password });
    token.authorization = `Bearer ${session.body.token}`;
    const codeOf = async (bytes: number) => {
      const payload = JSON.stringify({ firstName: '' }).replace('""', `"${'x'.repeat(bytes - 16)}"`);
      expect(Buffer.byteLength(payload)).toBe(bytes);
      const headers = { 'content-type': 'application/json', ...token };
      return (await door.app.inject({ method: 'POST', url: '/api/v1/clients', payload, headers })).json().code;
    };
    expect(await codeOf(1_048_575)).toBe('VALIDATION_FAILED');
    expect(await codeOf(1_048_576)).toBe('VALIDATION_FAILED');
    expect(await codeOf(1_048_577)).toBe('BODY_TOO_LARGE');
  });
});

describe('a page of a list', () => {
  it('has at most 200 items', async () => {
    door = await openDoor();
    const mari = await signedIn(door.app, await hire(door.database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1 }));
    expect((await mari('GET', '/api/v1/proceedings?limit=199')).status).toBe(200);
    expect((await mari('GET', '/api/v1/proceedings?limit=200')).status).toBe(200);
    for (const limit of ['201', '0', '-1', '1.5', 'x', '', '5&limit=6']) {
      expect((await mari('GET', `/api/v1/proceedings?limit=${limit}`)).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    }
  });
});
