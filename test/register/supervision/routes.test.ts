import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/platform/index.ts';
import { ROLES, ROLES_OF, type Role } from '../../../src/register/access/index.ts';
import { appendAudit, sealAudit } from '../../../src/register/audit/index.ts';
import {
  auditRoutes,
  judgeChain,
  supervisedProceedingRoutes,
  supervisionRoutes,
  usageRoutes,
} from '../../../src/register/supervision/index.ts';
import { type Caller, type Door, openDoor, signedIn } from '../../api/door.ts';
import { BOUNDLESS } from '../../installation.ts';
import { hire, personalCode, type Worker } from '../../town.ts';

let door: Door;
let watcher: Worker;
let supervision: Caller;
let second: Caller;
let admin: Caller;
let mari: Worker;
beforeAll(async () => {
  door = await openDoor({
    rooms: (ports) => [
      ...supervisionRoutes(ports),
      ...auditRoutes(ports),
      ...usageRoutes({ ...ports, key: Buffer.alloc(32) }),
      ...supervisedProceedingRoutes(ports),
    ],
  });
  const ska = { institution: '70001975', kind: 'SKA', roles: ['SKA_SUPERVISION'] } as const;
  watcher = await hire(door.database, { username: 'valvur', serial: 1, ...ska });
  supervision = await signedIn(door.app, watcher);
  second = await signedIn(door.app, await hire(door.database, { username: 'teine-valvur', serial: 2, ...ska }));
  admin = await signedIn(door.app, await hire(door.database, { username: 'admin', serial: 3, roles: ['ADMIN'] }));
  mari = await hire(door.database, { username: 'mari', serial: 4, roles: ['SOCIAL_WORKER'] });
});
afterAll(() => door.close());

/** A worker asks about themselves: the shortest way to a signal. One a day. */
async function raised(worker: Worker, at = door.clock.now()): Promise<string> {
  await appendAudit(door.database.db, {
    action: 'QUERY_REFUSED',
    at,
    actor: { ...worker, roles: ['SOCIAL_WORKER'] },
    object: { type: 'proceeding', id: newId() },
    outcome: 'REFUSED',
    code: 'SELF_LOOKUP_REFUSED',
  });
  await sealAudit(door.database);
  await judgeChain({ database: door.database, quotas: BOUNDLESS });
  const { rows } = await sql<{
    id: string;
  }>`select id from misuse_signal where worker_id = ${worker.userId} and at = ${at.toString()}`.execute(door.database.db);
  return rows[0]?.id ?? '';
}

const lines = async (action: string) =>
  (
    await sql<{
      object_id: string | null;
      details: Record<string, unknown>;
    }>`select * from audit_event where action = ${action} order by id`.execute(door.database.db)
  ).rows;

describe('signals', () => {
  it('are found by supervision, in their order and page by page, without a name or a code', async () => {
    for (let day = 0; day < 3; day++) await raised(mari, door.clock.now().subtract({ hours: 24 * day }));
    const first = await supervision('GET', '/api/v1/supervision/signals?limit=2&rule=SELF_LOOKUP&state=OPEN');
    expect(first.body.items).toMatchObject([
      { rule: 'SELF_LOOKUP', workerId: mari.userId, institutionId: mari.institutionId, state: 'OPEN', review: null, score: 90 },
      { rule: 'SELF_LOOKUP' },
    ]);
    const rest = await supervision('GET', `/api/v1/supervision/signals?limit=2&rule=SELF_LOOKUP&after=${first.body.next}`);
    expect(rest.body.items).toHaveLength(1);
    expect(JSON.stringify([first.body, rest.body])).not.toMatch(/(?<![\da-f-])[1-8]\d{10}(?![\da-f-])|Maasikas/);
    expect((await supervision('GET', `/api/v1/supervision/signals?institution=${newId()}`)).body.items).toEqual([]);
  });

  it('are read into the log', async () => {
    const before = (await lines('SIGNALS_READ')).length;
    const { body } = await supervision('GET', '/api/v1/supervision/signals');
    const id = String(body.items?.[0]?.id);
    await supervision('GET', `/api/v1/supervision/signals/${id}`);
    expect((await lines('SIGNALS_READ')).slice(before)).toMatchObject([{ details: { read: body.items?.length, rule: null } }]);
    expect((await lines('SIGNAL_READ')).at(-1)).toMatchObject({ object_id: id });
  });

  it('are reviewed once, with a note', async () => {
    const id = await raised(mari, door.clock.now().subtract({ hours: 24 * 10 }));
    const review = (call: Caller, note: string) => call('POST', `/api/v1/supervision/signals/${id}/review`, { note });
    expect((await review(supervision, 'lühike')).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    const answers = await Promise.all([
      review(supervision, 'Vaadatud: proovis juhendi järgi.'),
      review(second, 'Vaadatud: minu arvates ka.'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'SIGNAL_REVIEWED' });
    const { body } = await supervision('GET', `/api/v1/supervision/signals/${id}`);
    expect(body).toMatchObject({ state: 'REVIEWED', review: { note: expect.stringContaining('Vaadatud') } });
    expect(await lines('SIGNAL_REVIEWED')).toMatchObject([{ object_id: id, details: { rule: 'SELF_LOOKUP' } }]);
  });

  it('about oneself are not there', async () => {
    const id = await raised(watcher);
    const listed = await supervision('GET', '/api/v1/supervision/signals?limit=200');
    expect(listed.body.items?.map((one) => one.id)).not.toContain(id);
    expect((await supervision('GET', `/api/v1/supervision/signals/${id}`)).body).toMatchObject({ code: 'SIGNAL_NOT_FOUND', status: 404 });
    const own = await supervision('POST', `/api/v1/supervision/signals/${id}/review`, { note: 'Minu enda asi, kõik korras.' });
    expect(own.body).toMatchObject({ code: 'SIGNAL_NOT_FOUND' });
    expect((await second('GET', `/api/v1/supervision/signals/${id}`)).status).toBe(200);
  });

  it('are numbers to the administrator of the institution, and of no other', async () => {
    const { body } = await admin('GET', '/api/v1/supervision/signal-counts');
    expect(body.items).toEqual([{ month: '2026-11', rule: 'SELF_LOOKUP', count: 4 }]);
    const other = await signedIn(
      door.app,
      await hire(door.database, { username: 'muu', serial: 9, roles: ['ADMIN'], institution: '70008440' }),
    );
    expect((await other('GET', '/api/v1/supervision/signal-counts')).body.items).toEqual([]);
    expect(await lines('SIGNAL_COUNTS_READ')).toHaveLength(2);
  });
});

describe('who may call what', () => {
  const both: readonly Role[] = ['SKA_SUPERVISION', 'REGISTRY_MANAGER'];
  const expected: Readonly<Record<string, readonly Role[]>> = {
    'GET /supervision/signals': ['SKA_SUPERVISION'],
    'GET /supervision/signals/:id': ['SKA_SUPERVISION'],
    'POST /supervision/signals/:id/review': ['SKA_SUPERVISION'],
    'GET /supervision/signal-counts': ['ADMIN'],
    'GET /supervision/proceedings': ['SKA_SUPERVISION'],
    'GET /supervision/proceedings/:id': ['SKA_SUPERVISION'],
    'POST /supervision/audit/search': both,
    'POST /supervision/usage-reports': both,
  };
  const reason = 'Järelevalve küsimus';
  const period = { from: '2026-11-01T00:00:00Z', until: '2026-12-01T00:00:00Z' };
  const bodies: Readonly<Record<string, object>> = {
    '/supervision/signals/:id/review': { note: 'Vaadatud, kõik korras.' },
    '/supervision/audit/search': { ...period, userId: newId(), reason },
    '/supervision/usage-reports': { personalCode: personalCode(5), reason },
  };

  it.each(ROLES)('is right for %s', async (role) => {
    const kind = (['KOV', 'SKA', 'PROVIDER', 'TEHIK'] as const).find((one) => (ROLES_OF[one] as readonly Role[]).includes(role)) ?? 'KOV';
    const institution = { KOV: '70000349', SKA: '70001975', PROVIDER: '70000740', TEHIK: '70009770' }[kind];
    const worker = await hire(door.database, {
      username: `as-${role}`,
      roles: [role],
      institution,
      kind,
      serial: 100 + ROLES.indexOf(role),
    });
    const call = await signedIn(door.app, worker);
    const routes = door.routes.filter(({ path }) => path.startsWith('/supervision'));
    expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(expected).sort());
    for (const { method, path } of routes) {
      const { status } = await call(method as 'GET' | 'POST', `/api/v1${path.replace(':id', newId())}`, bodies[path]);
      const own = expected[`${method} ${path}`]?.includes(role) === true;
      expect(`${method} ${path} ${status}`).toBe(`${method} ${path} ${own ? (path.includes(':id') ? 404 : 200) : 403}`);
    }
  });
});
