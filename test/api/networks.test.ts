import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hire, type Worker } from '../town.ts';
import { type Caller, callerWith, type Door, openDoor, signedIn } from './door.ts';

let door: Door;
let mari: Worker;
let admin: Caller;
let other: Caller;
let manager: Caller;
let path: string;
beforeAll(async () => {
  door = await openDoor({ trustedProxies: ['127.0.0.1'] });
  mari = await hire(door.database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1 });
  admin = await signedIn(door.app, await hire(door.database, { username: 'jaan', roles: ['ADMIN'], serial: 2 }));
  other = await signedIn(door.app, await hire(door.database, { username: 'rein', roles: ['ADMIN'], institution: '70008440', serial: 3 }));
  const riina = await hire(door.database, {
    username: 'riina',
    roles: ['REGISTRY_MANAGER'],
    institution: '70001975',
    kind: 'SKA',
    serial: 4,
  });
  manager = await signedIn(door.app, riina);
  path = `/api/v1/admin/institutions/${mari.institutionId}/networks`;
});
afterAll(() => door.close());

const signIn = (address: string, password = mari.password) =>
  callerWith(door.app)('POST', '/api/v1/sessions', { username: 'mari', password }, { 'x-forwarded-for': address });

describe('an institution’s networks', () => {
  it.each(['REQ-116', 'REQ-117'])('%s: let its workers sign in from nowhere else, and from anywhere where none is named', async () => {
    await admin('PUT', path, { networks: [] });
    expect((await signIn('198.51.100.7')).status).toBe(201);
    const networks = ['192.0.2.0/25', '2001:db8:7::/48'];
    expect(await admin('PUT', path, { networks })).toMatchObject({ status: 200, body: { networks } });
    for (const inside of ['192.0.2.0', '192.0.2.127', '2001:db8:7::1', '::ffff:192.0.2.5']) expect((await signIn(inside)).status).toBe(201);
    for (const outside of ['192.0.2.128', '198.51.100.7', '2001:db8:8::1', '::1']) {
      expect(await signIn(outside)).toMatchObject({ status: 403, body: { code: 'NETWORK_NOT_ALLOWED' } });
    }
    // Who does not know the password does not get to know the networks either.
    expect((await signIn('198.51.100.7', 'vale')).body).toMatchObject({ code: 'SIGN_IN_REFUSED' });
    const { rows } = await sql<{ details: object }>`
      select details from audit_event where code = 'NETWORK_NOT_ALLOWED' and object_id = ${mari.userId} order by id desc limit 1`.execute(
      door.database.db,
    );
    expect(rows).toEqual([{ details: { address: '::1', device: null, method: 'PASSWORD' } }]);
  });

  it('are its own administrator’s to name, and the registry manager’s where that has shut everybody out', async () => {
    expect((await other('GET', path)).body).toMatchObject({ code: 'INSTITUTION_NOT_FOUND', status: 404 });
    expect((await other('PUT', path, { networks: [] })).body).toMatchObject({ code: 'INSTITUTION_NOT_FOUND' });
    for (const networks of [['192.0.2.0'], ['192.0.2.0/33'], ['2001:db8::/129'], ['kontor/24'], ['300.1.1.1/8']]) {
      const refused = await admin('PUT', path, { networks: ['192.0.2.0/24', ...networks] });
      expect(refused.body).toMatchObject({ code: 'NETWORK_INVALID', status: 422, errors: [{ pointer: '/networks/1', code: 'INVALID' }] });
    }
    expect((await admin('PUT', path, {})).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    const seen = await admin('GET', path);
    await manager('PUT', path, { networks: ['203.0.113.0/24'] });
    const stale = await admin('PUT', path, { networks: [] }, { 'if-match': String(seen.headers.etag) });
    expect(stale.body).toMatchObject({ code: 'PRECONDITION_FAILED', status: 412 });
    expect((await admin('GET', path)).body).toEqual({ networks: ['203.0.113.0/24'] });
    expect((await signIn('203.0.113.9')).status).toBe(201);
  });
});
