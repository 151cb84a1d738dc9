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
