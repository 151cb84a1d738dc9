import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/platform/index.ts';
import { changeAccount, deactivate, ROLES, ROLES_OF, type Role } from '../../../src/register/access/index.ts';
import { emergencyRoutes } from '../../../src/register/emergency/index.ts';
import { findInstitutionById } from '../../../src/register/organisations/index.ts';
import { CASE_WORKERS } from '../../../src/register/proceedings/index.ts';
import { type Caller, type Door, openDoor, signedIn } from '../../api/door.ts';
import { hire, personalCode, type Worker } from '../../town.ts';

const REASON = 'Laps on ohus, tema menetlus on teises vallas.';

let door: Door;
let mari: Worker;
let asks: Caller;
let admin: Caller;
let second: Caller;
let supervision: Caller;
let no: string;
let subjectCode: string;
beforeAll(async () => {
  door = await openDoor({ rooms: ({ database, clock }) => emergencyRoutes({ database, clock }) });
  const here = { institution: '70000349' };
  const there = { institution: '70008440' };
  mari = await hire(door.database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1, ...here });
  asks = await signedIn(door.app, mari);
  admin = await signedIn(door.app, await hire(door.database, { username: 'admin', roles: ['ADMIN'], serial: 2, ...here }));
  second = await signedIn(door.app, await hire(door.database, { username: 'teine-admin', roles: ['ADMIN'], serial: 3, ...here }));
  supervision = await signedIn(
    door.app,
    await hire(door.database, { username: 'valvur', roles: ['SKA_SUPERVISION'], institution: '70001975', kind: 'SKA', serial: 4 }),
  );
  subjectCode = personalCode(60);
  const owner = await signedIn(door.app, await hire(door.database, { username: 'omanik', roles: ['SOCIAL_WORKER'], serial: 5, ...there }));
  no = (await opened(owner, subjectCode)).no;
});
afterAll(() => door.close());

async function opened(call: Caller, code: string, kind = 'SIMPLE'): Promise<{ id: string; no: string }> {
  const found = await call('POST', '/api/v1/clients/search', { personalCode: code });
  const known = found.body.items?.[0]?.id;
  const clientId = known ?? (await call('POST', '/api/v1/clients', { personalCode: code, firstName: 'Näidis', lastName: 'Isik' })).body.id;
  const { body } = await call('POST', '/api/v1/intakes', {
    kind: 'APPLICATION_BENEFIT',
    channel: 'PHONE',
    problem: 'Mure',
    subjects: [{ clientId, role: 'MAIN' }],
    openProceeding: { kind },
  });
  return body.proceeding as { id: string; no: string };
}

const ask = (call: Caller = asks, proceedingNo = no) => call('POST', '/api/v1/emergency-access', { proceedingNo, justification: REASON });
const decide = (call: Caller, id: unknown, verb = 'approve') => call('POST', `/api/v1/emergency-access/${id}/${verb}`);
const lines = async (action: string) =>
  (
    await sql<{ object_id: string | null; code: string | null; details: unknown }>`
    select object_id, code, details from audit_event where action = ${action} order by id`.execute(door.database.db)
  ).rows;

describe('a request', () => {
  it('names the proceeding by its number, gives a reason, and waits for a second person', async () => {
    const asked = await ask();
    expect(asked).toMatchObject({
      status: 201,
      body: { state: 'REQUESTED', proceedingNo: no, workerId: mari.userId, justification: REASON },
    });
    expect(asked.body).not.toHaveProperty('proceedingId');
    expect((await lines('EMERGENCY_ACCESS_ASKED')).at(-1)).toMatchObject({ object_id: asked.body.id });
  });

  it('says of what is closed, of adoptions and victims, and of a number that never was, the same', async () => {
    const owner = await signedIn(
      door.app,
      await hire(door.database, {
        username: 'lapsendaja',
        roles: ['SKA_ADOPTION', 'SKA_VICTIM_SUPPORT', 'SKA_CHILD_PROTECTION'],
        institution: '70001975',
        kind: 'SKA',
        serial: 6,
      }),
    );
    const closed = await opened(owner, personalCode(61));
    await owner('POST', `/api/v1/proceedings/${closed.id}/close`, { reason: 'SOLVED' });
    const numbers = [
      closed.no,
      (await opened(owner, personalCode(62), 'ADOPTION')).no,
      (await opened(owner, personalCode(63), 'VICTIM')).no,
      '2026/999999',
    ];
    for (const number of numbers)
      expect(await ask(asks, number)).toMatchObject({ status: 404, body: { code: 'EMERGENCY_PROCEEDING_NOT_FOUND' } });
    expect((await lines('EMERGENCY_ACCESS_DENIED')).map(({ code }) => code)).toEqual(numbers.map(() => 'EMERGENCY_PROCEEDING_NOT_FOUND'));
  });

  it('is refused about one’s own matter, and not needed for one’s own institution’s', async () => {
    const self = await signedIn(
      door.app,
      await hire(door.database, { username: 'ise', roles: ['SOCIAL_WORKER'], serial: 7, personalCode: personalCode(60) }),
    );
    expect((await ask(self)).body).toMatchObject({ code: 'EMERGENCY_ACCESS_TO_OWN_FILE' });
    expect((await ask(asks, (await opened(asks, personalCode(64))).no)).body).toMatchObject({ code: 'EMERGENCY_ACCESS_NOT_NEEDED' });
    expect((await asks('POST', '/api/v1/emergency-access', { proceedingNo: no, justification: 'kiire' })).body).toMatchObject({
      code: 'VALIDATION_FAILED',
    });
  });

  it('is over after an hour without a decision', async () => {
    const { body } = await ask();
    const before = door.clock.now();
    door.clock.advance({ minutes: 59, seconds: 59 });
    const late = await signedIn(door.app, await hire(door.database, { username: 'hiline', roles: ['ADMIN'], serial: 8 }));
    expect((await late('GET', `/api/v1/emergency-access/${body.id}`)).body).toMatchObject({ state: 'REQUESTED' });
    door.clock.advance({ seconds: 1 });
    expect((await late('GET', `/api/v1/emergency-access/${body.id}`)).body).toMatchObject({ state: 'EXPIRED' });
    expect((await decide(late, body.id)).body).toMatchObject({ code: 'EMERGENCY_ACCESS_EXPIRED' });
    door.clock.set(before.toString());
  });
});

describe('a decision', () => {
  it('lets in for an hour, and shows the proceeding to whom it lets in', async () => {
    const { body } = await ask();
    expect(await decide(admin, body.id)).toMatchObject({
      status: 200,
      body: { state: 'OPEN', endsAt: door.clock.now().add({ minutes: 60 }).toString() },
    });
    expect((await asks('GET', `/api/v1/emergency-access/${body.id}`)).body).toMatchObject({
      state: 'OPEN',
      proceedingId: expect.any(String),
    });
    expect((await lines('EMERGENCY_ACCESS_APPROVED')).at(-1)).toMatchObject({ object_id: body.id, details: { worker: mari.userId } });
    const { rows } = await sql<{
      n: string;
    }>`select count(*) as n from action where kind = 'NOTICE' and text like 'Hädajuurdepääs%'`.execute(door.database.db);
    expect(Number(rows[0]?.n)).toBe(1);
  });

  it('refuses, and then nobody is let in', async () => {
    const { body } = await ask();
    expect((await decide(admin, body.id, 'refuse')).body).toMatchObject({ state: 'REFUSED' });
    expect((await decide(second, body.id)).body).toMatchObject({ code: 'EMERGENCY_ACCESS_DECIDED' });
  });

  it('is made once, however many decide at once', async () => {
    const { body } = await ask();
    const answers = await Promise.all(
      [admin, second, admin, second].map((call, n) => decide(call, body.id, n % 2 === 0 ? 'approve' : 'refuse')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const { rows } = await sql<{
      n: string;
    }>`select count(*) as n from audit_event where action in ('EMERGENCY_ACCESS_APPROVED', 'EMERGENCY_ACCESS_REFUSED') and object_id = ${body.id}`.execute(
      door.database.db,
    );
    expect(Number(rows[0]?.n)).toBe(1);
  });

  it('is never one’s own, in whatever role, and not by the database either', async () => {
    const both = await hire(door.database, { username: 'molemad', roles: ['SOCIAL_WORKER', 'ADMIN'], serial: 9 });
    const call = await signedIn(door.app, both);
    const { body } = await ask(call);
    expect((await decide(call, body.id)).body).toMatchObject({ code: 'EMERGENCY_ACCESS_BY_ONESELF', status: 403 });
    expect((await decide(call, body.id, 'refuse')).body).toMatchObject({ code: 'EMERGENCY_ACCESS_BY_ONESELF' });
    const forced = sql`update emergency_access set state = 'APPROVED', decided_by = ${both.userId}, decided_at = now(), ends_at = now() where id = ${body.id}`;
    await expect(forced.execute(door.database.db)).rejects.toThrow('violates check constraint');
    expect((await decide(admin, body.id)).status).toBe(200);
  });

  it('is the asker’s own institution’s: another’s administrator does not find it', async () => {
    const { body } = await ask();
    const other = await signedIn(
      door.app,
      await hire(door.database, { username: 'muu-admin', roles: ['ADMIN'], institution: '70008440', serial: 10 }),
    );
    expect((await decide(other, body.id)).body).toMatchObject({ code: 'EMERGENCY_ACCESS_NOT_FOUND', status: 404 });
    expect((await other('GET', `/api/v1/emergency-access/${body.id}`)).status).toBe(404);
  });

  it('is nobody’s who is being deactivated, or loses the role, at this moment', async () => {
    const leaver = await hire(door.database, { username: 'lahkuja', roles: ['ADMIN'], serial: 11 });
    const call = await signedIn(door.app, leaver);
    const { body } = await ask();
    const by = { actor: { ...mari, roles: ['ADMIN'] }, institutionId: mari.institutionId };
    let decided: Promise<{ status: number }> | undefined;
    // Signed in still when they call; their account is closed by a transaction that is open while they decide.
    await door.database.transaction(async (tx) => {
      await deactivate(door, tx, by, { userId: leaver.userId, ifMatch: undefined });
      decided = decide(call, body.id);
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    expect((await decided)?.status).toBeOneOf([401, 404]);
    const demoted = await hire(door.database, { username: 'alandatu', roles: ['ADMIN'], serial: 12 });
    const theirs = await signedIn(door.app, demoted);
    const rightsOf = () => ({ roles: ['SETTLEMENT'], clientWork: undefined }) as const;
    await door.database.transaction((tx) =>
      changeAccount(
        { ...door, findInstitution: findInstitutionById },
        tx,
        by,
        { userId: demoted.userId, ifMatch: undefined },
        { rightsOf },
      ),
    );
    expect((await decide(theirs, body.id)).status).toBe(403);
    expect((await asks('GET', `/api/v1/emergency-access/${body.id}`)).body).toMatchObject({ state: 'REQUESTED' });
  });

  it('can be ended before its time by whoever has it, their administrator and supervision', async () => {
    for (const by of [asks, admin, supervision]) {
      const { body } = await ask();
      await decide(second, body.id);
      expect((await by('POST', `/api/v1/emergency-access/${body.id}/end`)).body).toMatchObject({ state: 'ENDED' });
      expect((await by('POST', `/api/v1/emergency-access/${body.id}/end`)).body).toMatchObject({ code: 'EMERGENCY_ACCESS_NOT_OPEN' });
    }
  });
});

describe('the list', () => {
  it('shows a worker their own, an administrator the institution’s, supervision all, and says in the log who looked', async () => {
    const of = async (call: Caller) => ((await call('GET', '/api/v1/emergency-access')).body.items ?? []).map((one) => one.workerId);
    expect(new Set(await of(asks))).toEqual(new Set([mari.userId]));
    expect((await of(admin)).length).toBeGreaterThan((await of(asks)).length);
    const stranger = await signedIn(
      door.app,
      await hire(door.database, { username: 'voor', roles: ['SOCIAL_WORKER'], institution: '70008440', serial: 13 }),
    );
    expect(await of(stranger)).toEqual([]);
    const before = (await lines('EMERGENCY_ACCESS_READ')).length;
    expect(await of(supervision)).toEqual(await of(admin));
    expect((await lines('EMERGENCY_ACCESS_READ')).length).toBe(before + 2);
    expect(JSON.stringify((await supervision('GET', '/api/v1/emergency-access')).body)).not.toContain(subjectCode);
  });
});

describe('who may call what', () => {
  const viewers: readonly Role[] = [...CASE_WORKERS, 'ADMIN', 'SKA_SUPERVISION'];
  const expected: Readonly<Record<string, readonly Role[]>> = {
    'POST /emergency-access': CASE_WORKERS,
    'GET /emergency-access': viewers,
    'GET /emergency-access/:id': viewers,
    'POST /emergency-access/:id/approve': ['ADMIN'],
    'POST /emergency-access/:id/refuse': ['ADMIN'],
    'POST /emergency-access/:id/end': viewers,
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
    const routes = door.routes.filter(({ path }) => path.startsWith('/emergency-access'));
    expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(expected).sort());
    for (const { method, path } of routes) {
      const body = path === '/emergency-access' && method === 'POST' ? { proceedingNo: '2026/999999', justification: REASON } : undefined;
      const { status } = await call(method as 'GET' | 'POST', `/api/v1${path.replace(':id', newId())}`, body);
      const allowed = expected[`${method} ${path}`]?.includes(role) === true;
      expect(`${method} ${path} ${status}`).toBe(
        `${method} ${path} ${allowed ? (path === '/emergency-access' && method === 'GET' ? 200 : 404) : 403}`,
      );
    }
  });
});
