import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Temporal } from '../../../src/platform/index.ts';
import { ROLES } from '../../../src/register/access/index.ts';
import { checkCodes, classifierRoutes, legalBasisRoutes, proposalRoutes } from '../../../src/register/classifiers/index.ts';
import { ACTION_KINDS, PROCEEDING_KINDS } from '../../../src/register/proceedings/index.ts';
import { type Caller, type Door, openDoor } from '../../api/door.ts';
import { type Describers, hireDescribers, isMunicipalityIn } from '../describing.ts';

const text = (et: string) => ({ et, en: `${et} (en)`, ru: `${et} (ru)` });
const UNKNOWN = '019ab000-0000-7000-8000-000000000000';

let door: Door;
let who: Describers;
beforeAll(async () => {
  door = await openDoor({
    rooms: ({ database, clock }) => {
      const ports = { database, clock, isMunicipality: isMunicipalityIn(database) };
      return [...classifierRoutes(ports), ...legalBasisRoutes(ports), ...proposalRoutes(ports)];
    },
  });
  who = await hireDescribers(door);
});
afterAll(() => door.close());

const codesOf = async (classifier: string, call: Caller = who.worker, on = '2026-11-23') =>
  (await call('GET', `/api/v1/classifiers/${classifier}/values?on=${on}`)).body.items?.map(({ code }) => code);
const lines = async (action: string) =>
  (await sql<{ details: unknown }>`select details from audit_event where action = ${action} order by id`.execute(door.database.db)).rows;

describe('the first filling', () => {
  it.each([
    ['REQ-060: has classifiers of administration', 'ADMIN', ['PRICE_TYPE', 'ROLE', 'TARGET_GROUP']],
    ['REQ-061: has classifiers of client work', 'CLIENT_WORK', ['ACTION_KIND', 'BENEFIT_TYPE', 'SERVICE_TYPE']],
    ['REQ-062: has classifiers of subsistence benefit', 'TTT', ['HOUSING_COST_KIND', 'INCOME_KIND', 'SOCIAL_STATUS']],
  ])('%s', async (_what, group, some) => {
    const { status, body } = await who.worker('GET', `/api/v1/classifiers?group=${group}`);
    expect(status).toBe(200);
    expect(body.items?.map(({ code }) => code)).toEqual(expect.arrayContaining(some));
    expect(body.items?.every((item) => item.group === group && item.central === true)).toBe(true);
  });

  it('REQ-219: has a price type that is set in the measure decision', async () => {
    const { body } = await who.worker('GET', '/api/v1/classifiers/PRICE_TYPE/values');
    expect(body.items).toContainEqual(
      expect.objectContaining({ code: 'SET_IN_DECISION', label: expect.objectContaining({ et: 'määratud abinõu otsuses' }) }),
    );
  });

  it('REQ-039: has every value in three languages from a day on, and what the law has ended until its last day', async () => {
    const { body } = await who.worker('GET', '/api/v1/classifiers');
    for (const { code } of body.items ?? []) {
      const values = (await who.worker('GET', `/api/v1/classifiers/${code}/values`)).body.items ?? [];
      expect(values.length).toBeGreaterThan(1);
      for (const { validFrom, label } of values) {
        expect(validFrom).toBe('2010-04-01');
        expect(Object.values(label as object).every((word) => String(word).length > 1)).toBe(true);
        expect(label).toMatchObject({ ru: expect.stringMatching(/[а-я]|TEHIK/i) });
      }
    }
    expect(await codesOf('DISCRETION_GROUND', who.worker, '2026-01-08')).toContain('P3');
    expect(await codesOf('DISCRETION_GROUND', who.worker, '2026-01-09')).not.toContain('P3');
  });

  it('REQ-086: has the roles of SKA’s departments, and agrees with the lists that the program itself decides by', async () => {
    expect(await codesOf('ROLE')).toEqual(expect.arrayContaining([...ROLES]));
    expect(await codesOf('PROCEEDING_KIND')).toEqual([...PROCEEDING_KINDS].sort());
    expect(await codesOf('ACTION_KIND')).toEqual([...ACTION_KINDS].sort());
  });
});

describe('a central classifier', () => {
  it('REQ-141: is extended by the registry manager alone; others send a justified proposal', async () => {
    const value = { code: 'WIDOW', label: text('leseks jäänu'), validFrom: '2026-12-01' };
    expect(await who.admin('POST', '/api/v1/classifiers/TARGET_GROUP/values', value)).toMatchObject({
      status: 403,
      body: { code: 'CLASSIFIER_IS_CENTRAL' },
    });
    expect(await who.worker('POST', '/api/v1/classifiers/TARGET_GROUP/values', value)).toMatchObject({ status: 403 });
    const proposal = { type: 'CLASSIFIER', classifier: 'TARGET_GROUP', proposal: 'Lisada lesed', justification: 'Meil on neile toetus.' };
    const proposed = await who.admin('POST', '/api/v1/support/proposals', proposal);
    expect(proposed).toMatchObject({ status: 201, body: { state: 'SUBMITTED', classifier: 'TARGET_GROUP' } });
    expect(await who.manager('POST', '/api/v1/classifiers/TARGET_GROUP/values', value)).toMatchObject({ status: 201 });
    expect(await codesOf('TARGET_GROUP', who.worker, '2026-11-30')).not.toContain('WIDOW');
    expect(await codesOf('TARGET_GROUP', who.worker, '2026-12-01')).toContain('WIDOW');
    expect(await lines('CLASSIFIER_VALUE_ENTERED')).toContainEqual({ details: { code: 'TARGET_GROUP', value: 'WIDOW' } });
  });

  it('keeps what a value was called', async () => {
    const renamed = { code: 'ALL', label: text('igaüks'), validFrom: '2027-01-01' };
    expect((await who.manager('POST', '/api/v1/classifiers/TARGET_GROUP/values', renamed)).status).toBe(201);
    const { body } = await who.worker('GET', '/api/v1/classifiers/TARGET_GROUP/values');
    expect(body.items?.filter(({ code }) => code === 'ALL')).toMatchObject([
      { label: { et: 'kõik elanikud' }, validFrom: '2010-04-01', validTo: '2026-12-31' },
      { label: { et: 'igaüks' }, validFrom: '2027-01-01' },
    ]);
    expect(await who.manager('POST', '/api/v1/classifiers/TARGET_GROUP/values', renamed)).toMatchObject({
      status: 409,
      body: { code: 'CLASSIFIER_VALUE_OVERLAPS' },
    });
  });

  it('is changed against the version that was seen', async () => {
    const seen = String((await who.manager('GET', '/api/v1/classifiers/PERIODICITY/values')).headers.etag);
    const value = (code: string) => ({ code, label: text('uus'), validFrom: '2027-01-01' });
    const change = (code: string) => who.manager('POST', '/api/v1/classifiers/PERIODICITY/values', value(code), { 'if-match': seen });
    expect(await change('WEEKLY')).toMatchObject({ status: 201 });
    expect(await change('DAILY')).toMatchObject({ status: 412, body: { code: 'PRECONDITION_FAILED' } });
    expect(await codesOf('PERIODICITY', who.worker, '2027-01-01')).not.toContain('DAILY');
  });

  it('ends a value once', async () => {
    const end = (value: string, validTo = '2026-12-31') =>
      who.manager('POST', `/api/v1/classifiers/REPEAT_REASON/values/${value}/end`, { validTo });
    expect(await end('PAYEE_CHANGE', '2009-12-31')).toMatchObject({ status: 422, body: { code: 'PERIOD_INVALID' } });
    expect(await end('PAYEE_CHANGE')).toMatchObject({ status: 200 });
    expect(await end('PAYEE_CHANGE')).toMatchObject({ status: 409, body: { code: 'CLASSIFIER_VALUE_NOT_OPEN' } });
    expect(await end('NO_SUCH')).toMatchObject({ status: 404, body: { code: 'CLASSIFIER_VALUE_NOT_FOUND' } });
    expect(await codesOf('REPEAT_REASON', who.worker, '2027-01-01')).not.toContain('PAYEE_CHANGE');
  });

  it('takes one of two changes of a value that come at once', async () => {
    const change = (et: string) =>
      who.manager('POST', '/api/v1/classifiers/BATCH_KIND/values', { code: 'ESD', label: text(et), validFrom: '2027-01-01' });
    const statuses = (await Promise.all(['üks', 'kaks', 'kolm'].map(change))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409, 409]);
  });
});

describe('a local classifier', () => {
  const local = { code: 'LOCAL_PARCEL', group: 'CLIENT_WORK', name: text('pakk') };

  it('is a municipality’s own: its administrator’s to change, and nobody else’s to see', async () => {
    expect((await who.admin('POST', '/api/v1/classifiers', local)).status).toBe(201);
    expect(await who.admin('POST', '/api/v1/classifiers', local)).toMatchObject({ status: 409, body: { code: 'CLASSIFIER_EXISTS' } });
    expect((await who.neighbour('POST', '/api/v1/classifiers', local)).status).toBe(201);
    const value = { code: 'FOOD', label: text('toidupakk'), validFrom: '2026-01-01' };
    expect((await who.admin('POST', '/api/v1/classifiers/LOCAL_PARCEL/values', value)).status).toBe(201);
    expect(await codesOf('LOCAL_PARCEL')).toEqual(['FOOD']);
    expect(await codesOf('LOCAL_PARCEL', who.neighbour)).toEqual([]);
    expect(await who.manager('POST', '/api/v1/classifiers/LOCAL_PARCEL/values', value)).toMatchObject({
      status: 404,
      body: { code: 'CLASSIFIER_NOT_FOUND' },
    });
  });

  it('says by its code whose it is', async () => {
    const refused = { status: 422, body: { code: 'CLASSIFIER_CODE_INVALID', errors: [{ pointer: '/code' }] } };
    expect(await who.admin('POST', '/api/v1/classifiers', { ...local, code: 'PARCEL' })).toMatchObject(refused);
    expect(await who.manager('POST', '/api/v1/classifiers', local)).toMatchObject(refused);
    expect(await who.provider('POST', '/api/v1/classifiers', local)).toMatchObject({ status: 403, body: { code: 'MUNICIPALITY_ONLY' } });
  });
});

describe('bad input', () => {
  it.each([
    ['POST', '/api/v1/classifiers', { code: 'lower', group: 'ADMIN', name: text('x') }, '/code', 'PATTERN'],
    ['POST', '/api/v1/classifiers', { code: 'NEW', group: 'OTHER', name: text('x') }, '/group', 'ENUM'],
    ['POST', '/api/v1/classifiers', { code: 'NEW', group: 'ADMIN', name: { et: 'x', en: 'x' } }, '/name/ru', 'REQUIRED'],
    ['POST', '/api/v1/classifiers/ROLE/values', { code: 'NEW', label: text('x') }, '/validFrom', 'REQUIRED'],
    ['POST', '/api/v1/classifiers/ROLE/values', { code: 'NEW', label: text('x'), validFrom: '2026-02-30' }, '/validFrom', 'FORMAT'],
    ['POST', '/api/v1/classifiers/ROLE/values', { code: 'NEW', label: 'x', validFrom: '2026-02-01' }, '/label', 'TYPE'],
    // REQ-128: a proposal without a justification is none.
    ['POST', '/api/v1/support/proposals', { type: 'CLASSIFIER', classifier: 'ROLE', proposal: 'x' }, '/justification', 'REQUIRED'],
    ['POST', '/api/v1/legal-bases', { act: 'SHS', title: 'x', section: '§ 1', wordedOn: 'eile' }, '/wordedOn', 'FORMAT'],
  ] as const)('%s %s %j names the field', async (method, path, body, pointer, code) => {
    const answer = await who.manager(method, path, body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'VALIDATION_FAILED' } });
    expect(answer.body.errors).toContainEqual({ pointer, code });
  });

  it('a value that ends before it begins, an unknown classifier', async () => {
    const backwards = { code: 'NEW', label: text('x'), validFrom: '2026-02-02', validTo: '2026-02-01' };
    expect(await who.manager('POST', '/api/v1/classifiers/ROLE/values', backwards)).toMatchObject({
      status: 422,
      body: { code: 'PERIOD_INVALID' },
    });
    expect(await who.worker('GET', '/api/v1/classifiers/NOWHERE/values')).toMatchObject({ status: 404 });
    expect(await codesOf('ROLE', who.worker, '2026-02-01')).not.toContain('NEW');
  });

  it('REQ-039: free text where there is a classifier', async () => {
    const use = (code: string) => [{ classifier: 'TARGET_GROUP', code, pointer: '/targetGroups/0' }];
    const at = { institutionId: who.municipality, on: Temporal.PlainDate.from('2026-11-23') };
    expect(await checkCodes(door.database.db, use('ELDERLY'), at)).toMatchObject({ ok: true });
    expect(await checkCodes(door.database.db, use('vanainimesed'), at)).toMatchObject({
      error: { code: 'CLASSIFIER_VALUE_UNKNOWN', fields: [{ pointer: '/targetGroups/0', code: 'NOT_IN_TARGET_GROUP' }] },
    });
  });
});

describe('a proposal', () => {
  const proposal = {
    type: 'CLASSIFIER',
    classifier: 'SERVICE_TYPE',
    proposal: 'Lisada pesupesemine',
    justification: 'Osutame seda teenust.',
  };

  it('REQ-128: is analysed, then accepted or rejected with a reason, and its institution reads what became of it', async () => {
    const { id } = (await who.worker('POST', '/api/v1/support/proposals', proposal)).body;
    const answer = (body: object, headers = {}) => who.manager('POST', `/api/v1/support/proposals/${id}/answer`, body, headers);
    expect(await answer({ state: 'ACCEPTED', reason: 'Lisame.' })).toMatchObject({ status: 409, body: { code: 'PROPOSAL_STATE' } });
    expect(await answer({ state: 'ANALYSED', reason: 'vara' })).toMatchObject({ status: 422, body: { code: 'PROPOSAL_REASON_REQUIRED' } });
    expect(await answer({ state: 'ANALYSED' }, { 'if-match': '"1"' })).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    expect(await answer({ state: 'REJECTED' })).toMatchObject({ status: 422, body: { code: 'PROPOSAL_REASON_REQUIRED' } });
    expect(await answer({ state: 'REJECTED', reason: 'On koduteenus.' }, { 'if-match': '"1"' })).toMatchObject({ status: 412 });
    expect(await answer({ state: 'REJECTED', reason: 'On koduteenus.' })).toMatchObject({ body: { state: 'REJECTED' } });
    expect((await who.admin('GET', `/api/v1/support/proposals/${id}`)).body).toMatchObject({ reason: 'On koduteenus.' });
    expect((await who.admin('GET', '/api/v1/support/proposals')).body.items).toContainEqual(expect.objectContaining({ id }));
    expect((await who.neighbour('GET', '/api/v1/support/proposals')).body.items).toEqual([]);
    expect((await who.neighbour('GET', `/api/v1/support/proposals/${id}`)).status).toBe(404);
    expect((await who.admin('POST', `/api/v1/support/proposals/${id}/answer`, { state: 'ANALYSED' })).status).toBe(403);
    expect((await who.manager('POST', `/api/v1/support/proposals/${UNKNOWN}/answer`, { state: 'ANALYSED' })).status).toBe(404);
  });

  it('is about a central classifier that there is', async () => {
    for (const classifier of ['NO_SUCH', 'LOCAL_PARCEL']) {
      expect(await who.admin('POST', '/api/v1/support/proposals', { ...proposal, classifier })).toMatchObject({
        status: 404,
        body: { code: 'CLASSIFIER_NOT_FOUND' },
      });
    }
  });
});

describe('legal bases', () => {
  it('REQ-053: resolve to an act, a section and the day of its wording', async () => {
    const { body } = await who.worker('GET', '/api/v1/legal-bases?act=SHS');
    const limit = body.items?.find(({ section }) => section === '§ 131 lg 3');
    expect(limit).toMatchObject({ act: 'SHS', title: 'sotsiaalhoolekande seadus', wordedOn: '2026-01-09' });
    expect((await who.worker('GET', `/api/v1/legal-bases/${limit?.id}`)).body).toEqual(limit);
    expect((await who.worker('GET', `/api/v1/legal-bases/${UNKNOWN}`)).body).toMatchObject({ code: 'LEGAL_BASIS_NOT_FOUND' });
  });

  it('are entered by the registry manager for the state, by an administrator for their municipality', async () => {
    const act = { act: 'Näidisvalla kord', title: 'Sotsiaaltoetuste kord', section: '§ 4', wordedOn: '2026-01-01' };
    const own = await who.admin('POST', '/api/v1/legal-bases', act);
    expect(own).toMatchObject({ status: 201, body: { institutionId: who.municipality } });
    expect(await who.admin('POST', '/api/v1/legal-bases', act)).toMatchObject({ status: 409, body: { code: 'LEGAL_BASIS_EXISTS' } });
    const state = await who.manager('POST', '/api/v1/legal-bases', { ...act, act: 'SHS', section: '§ 140' });
    expect(state.status).toBe(201);
    expect(state.body).not.toHaveProperty('institutionId');
    expect((await who.provider('POST', '/api/v1/legal-bases', act)).body).toMatchObject({ code: 'MUNICIPALITY_ONLY' });
  });
});
