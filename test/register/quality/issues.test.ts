import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { qualityRoutes } from '../../../src/register/quality/index.ts';
import { type Caller, type Door, openDoor, signedIn } from '../../api/door.ts';
import { hire, personalCode, type Worker } from '../../town.ts';

const PATH = '/api/v1/data-quality/issues?owner=me';

let door: Door;
let mari: Worker;
let worker: Caller;
beforeAll(async () => {
  door = await openDoor({ rooms: (ports) => qualityRoutes(ports) });
  mari = await hire(door.database, { username: 'mari', serial: 1, roles: ['SOCIAL_WORKER'] });
  worker = await signedIn(door.app, mari);
});
afterAll(() => door.close());

const issues = async (by: Caller = worker) =>
  (await by('GET', PATH)).body.items as { rule: string; clientId?: string; others?: string[] }[];
const rulesOf = async (clientId: string) => (await issues()).filter((one) => one.clientId === clientId).map(({ rule }) => rule);
const enter = async (person: object) => String((await worker('POST', '/api/v1/clients', person)).body.id);
const open = (clientId: string, openProceeding: object | null = { kind: 'SIMPLE' }) =>
  worker('POST', '/api/v1/intakes', {
    kind: 'APPLICATION_BENEFIT',
    channel: 'PHONE',
    problem: 'Toimetulek',
    actualAddress: { text: 'Näidise 1', country: 'EE', municipalityCode: '0784' },
    subjects: [{ clientId, role: 'MAIN' }],
    ...(openProceeding === null ? {} : { openProceeding }),
  });

describe('data-quality issues (REQ-045)', () => {
  it('tell what is missing from the files of what one has under way, until it is there', async () => {
    const known = await enter({ personalCode: personalCode(71, '1979-02-03'), firstName: 'Näidis', lastName: 'Isik' });
    await open(known);
    expect(await rulesOf(known)).toEqual(['CONTACTS_MISSING', 'ADDRESS_MISSING']);
    expect((await worker('PUT', `/api/v1/clients/${known}/contacts`, { phone: '+3725550000' })).status).toBe(200);
    const address = { text: 'Näidise 1', municipalityCode: '0784' };
    expect((await worker('PUT', `/api/v1/clients/${known}/actual-address`, address)).status).toBe(200);
    expect(await rulesOf(known)).toEqual([]);

    const nameless = await enter({ firstName: 'Tundmatu', lastName: 'Isik', notInPopulationRegister: true });
    await open(nameless);
    expect(await rulesOf(nameless)).toEqual(['PERSONAL_CODE_MISSING', 'BIRTH_DATE_MISSING', 'CONTACTS_MISSING', 'ADDRESS_MISSING']);
  });

  it('tell of two files that may be one person’s', async () => {
    const one = await enter({
      firstName: 'Topelt',
      lastName: 'Isik',
      birthDate: '1960-01-01',
      sex: 'FEMALE',
      notInPopulationRegister: true,
    });
    const other = await enter({
      firstName: 'topelt',
      lastName: 'ISIK',
      birthDate: '1960-01-01',
      sex: 'FEMALE',
      notInPopulationRegister: true,
    });
    await open(one);
    const found = (await issues()).filter(({ rule }) => rule === 'POSSIBLE_DUPLICATE');
    expect(found).toMatchObject([{ clientId: one, others: [other] }]);
  });

  it('tell of what nobody has touched, once the days are over, and of nobody else’s', async () => {
    const client = await enter({ personalCode: personalCode(72, '1979-02-03'), firstName: 'Näidis', lastName: 'Isik' });
    const waiting = await open(client, null);
    expect(waiting.status).toBe(201);
    const stale = async () =>
      (await issues()).filter(({ rule }) => rule === 'INTAKE_WAITING' || rule === 'PROCEEDING_IDLE').map(({ rule }) => rule);
    expect(await stale()).toEqual([]);
    door.clock.advance({ hours: 24 * 10 });
    worker = await signedIn(door.app, mari);
    expect(await stale()).toEqual([]);
    door.clock.advance({ seconds: 1 });
    expect(await stale()).toEqual(['INTAKE_WAITING']);
    door.clock.advance({ hours: 24 * 80 });
    worker = await signedIn(door.app, mari);
    expect(new Set(await stale())).toEqual(new Set(['INTAKE_WAITING', 'PROCEEDING_IDLE']));
    const colleague = await signedIn(door.app, await hire(door.database, { username: 'jaan', serial: 2, roles: ['SOCIAL_WORKER'] }));
    expect(await issues(colleague)).toEqual([]);
    expect((await colleague('GET', '/api/v1/data-quality/issues')).body.code).toBe('VALIDATION_FAILED');
  });
});

describe('what nobody has in hand (REQ-045)', () => {
  const planned = async (by: Caller) => ((await by('GET', '/api/v1/me/actions')).body.items as { id: string }[]).map(({ id }) => id).sort();

  it('is told to every worker of the institution whose work it is: what a leaver has left, and what has come by itself and waits', async () => {
    const { database, clock } = door;
    const nobodys = async (by: Caller) =>
      (await by('GET', '/api/v1/data-quality/issues?owner=nobody')).body.items as {
        rule: string;
        proceedingId?: string;
        intakeId?: string;
      }[];
    worker = await signedIn(door.app, mari);
    expect(await nobodys(worker)).toEqual([]);
    const leaver = await hire(database, { username: 'lahkuja', serial: 3, roles: ['SOCIAL_WORKER'] });
    const theirs = await signedIn(door.app, leaver);
    const client = await enter({ personalCode: personalCode(73, '1979-02-03'), firstName: 'Näidis', lastName: 'Isik' });
    await open(client);
    const of = async (body: object) => (await theirs('POST', '/api/v1/intakes', body)).body;
    const intake = {
      kind: 'OTHER',
      channel: 'PHONE',
      problem: 'Abi kodus',
      actualAddress: { text: 'Turu 1', country: 'EE', municipalityCode: '0784' },
    };
    const subjects = [{ clientId: client, role: 'MAIN' }];
    const left = await of({ ...intake, subjects, openProceeding: { kind: 'CASE' } });
    const { id: proceedingId } = left.proceeding as { id: string };
    const visit = { kind: 'HOME_VISIT', text: 'Käia kodus', dueInWorkingDays: 5 };
    const { id: actionId } = (await theirs('POST', `/api/v1/proceedings/${proceedingId}/actions`, visit)).body;
    const { intake: waiting } = (await of({ ...intake, subjects })) as unknown as { intake: { id: string } };
    expect(await nobodys(worker)).toEqual([]);
    await sql`update membership set active = false, ended_at = ${clock.now().toString()} where user_id = ${leaver.userId}`.execute(
      database.db,
    );
    expect(await nobodys(worker)).toEqual([{ rule: 'PROCEEDING_OF_NOBODY', proceedingId }]);
    const elsewhere = await hire(database, { username: 'naaber', serial: 4, institution: '70000740', roles: ['SOCIAL_WORKER'] });
    expect(await nobodys(await signedIn(door.app, elsewhere))).toEqual([]);

    clock.advance({ hours: 24 * 10 + 1 });
    worker = await signedIn(door.app, mari);
    expect(await nobodys(worker)).toEqual([
      { rule: 'INTAKE_WAITING', intakeId: waiting.id },
      { rule: 'PROCEEDING_OF_NOBODY', proceedingId },
    ]);
    expect((await worker('GET', '/api/v1/me/actions')).body.items).toEqual([]);
    await worker('POST', `/api/v1/proceedings/${proceedingId}/assign`, { workerId: mari.userId });
    expect(await nobodys(worker)).toEqual([{ rule: 'INTAKE_WAITING', intakeId: waiting.id }]);
    expect(await planned(worker)).toEqual([actionId]);
  });

  it('and what a leaver had still planned in a colleague’s proceeding, until somebody takes it up', async () => {
    const { database, clock } = door;
    worker = await signedIn(door.app, mari);
    const helper = await hire(database, { username: 'abiline', serial: 5, roles: ['SOCIAL_WORKER'] });
    const successor = await hire(database, { username: 'jargmine', serial: 6, roles: ['SOCIAL_WORKER'] });
    const client = await enter({ personalCode: personalCode(74, '1979-02-03'), firstName: 'Näidis', lastName: 'Isik' });
    const { id: proceedingId } = (await open(client)).body.proceeding as { id: string };
    const plan = async (assigneeId: string) =>
      String(
        (
          await worker('POST', `/api/v1/proceedings/${proceedingId}/actions`, {
            kind: 'HOME_VISIT',
            text: 'Käia kodus',
            dueInWorkingDays: 5,
            assigneeId,
          })
        ).body.id,
      );
    const [own, left, also] = [await plan(mari.userId), await plan(helper.userId), await plan(helper.userId)];
    const kept = await plan(successor.userId);
    const told = async () =>
      (
        (await worker('GET', '/api/v1/data-quality/issues?owner=nobody')).body.items as {
          rule: string;
          proceedingId?: string;
          actionId?: string;
        }[]
      ).filter(({ rule }) => rule === 'ACTION_OF_NOBODY');
    expect(await told()).toEqual([]);
    await sql`update membership set active = false, ended_at = ${clock.now().toString()} where user_id = ${helper.userId}`.execute(
      database.db,
    );
    expect(await told()).toEqual([left, also].map((actionId) => ({ rule: 'ACTION_OF_NOBODY', proceedingId, actionId })));
    const taken = await worker('PATCH', `/api/v1/proceedings/${proceedingId}/actions/${also}`, { assigneeId: mari.userId });
    expect(taken.status).toBe(200);
    expect(await told()).toEqual([{ rule: 'ACTION_OF_NOBODY', proceedingId, actionId: left }]);
    const third = await hire(database, { username: 'kolmas', serial: 7, roles: ['SOCIAL_WORKER'] });
    await worker('POST', `/api/v1/proceedings/${proceedingId}/assign`, { workerId: third.userId });
    expect(await told()).toEqual([]);
    expect(await planned(await signedIn(door.app, third))).toEqual([own, left, also]);
    expect(await planned(await signedIn(door.app, successor))).toEqual([kept]);
  });
});
