import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { euroCents } from '../../../src/estonia/index.ts';
import { newId, Temporal } from '../../../src/platform/index.ts';
import { classifierRoutes, legalBasisRoutes } from '../../../src/register/classifiers/index.ts';
import { budgetRoutes, checkAmount, checkPayout, findMeasure, measureRoutes } from '../../../src/register/measures/index.ts';
import { type Caller, type Door, openDoor } from '../../api/door.ts';
import { type Describers, hireDescribers, isMunicipalityIn } from '../describing.ts';

let door: Door;
let who: Describers;
let basis: string;
let stateBasis: string;
beforeAll(async () => {
  door = await openDoor({
    rooms: ({ database, clock }) => {
      const ports = { database, clock, isMunicipality: isMunicipalityIn(database) };
      return [...classifierRoutes(ports), ...legalBasisRoutes(ports), ...measureRoutes(ports), ...budgetRoutes(ports)];
    },
  });
  who = await hireDescribers(door);
  const act = { act: 'Näidisvalla kord', title: 'Sotsiaaltoetuste kord', section: '§ 4', wordedOn: '2026-01-01' };
  basis = String((await who.admin('POST', '/api/v1/legal-bases', act)).body.id);
  stateBasis = String((await who.worker('GET', '/api/v1/legal-bases?act=SHS')).body.items?.[0]?.id);
});
afterAll(() => door.close());

const day = Temporal.PlainDate.from;
const benefit = (more: object = {}) => ({
  kind: 'BENEFIT',
  type: 'KOV_NEED',
  name: 'Küttetoetus',
  validFrom: '2026-01-01',
  targetGroups: ['LOW_INCOME'],
  needBased: true,
  entryDuty: 'VOLUNTARY',
  periodicity: 'ONE_OFF',
  priceType: 'FIXED',
  amount: '100.00',
  paymentMethods: ['BANK', 'CASH'],
  legalBasisIds: [basis],
  ...more,
});
const without = (body: object, ...names: readonly string[]) =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));
const service = (more: object = {}) => ({
  ...without(benefit(), 'priceType', 'amount', 'paymentMethods', 'periodicity', 'needBased'),
  kind: 'SERVICE',
  type: 'HOME_SERVICE',
  name: 'Koduteenus',
  ...more,
});
const parcel = (more: object = {}) => ({
  ...without(benefit(), 'type'),
  kind: 'IN_KIND',
  name: 'Jõulupakk',
  amount: '25.00',
  paymentMethods: ['IN_KIND_CARD'],
  ...more,
});
const post = (body: object, call: Caller = who.admin) => call('POST', '/api/v1/measures', body);
const described = async (body: object = benefit(), call: Caller = who.admin) => {
  const answer = await post(body, call);
  expect(answer.status).toBe(201);
  return String(answer.body.id);
};
const find = (measureId: string, on = '2026-11-23', institutionId = who.municipality) =>
  findMeasure(door.database.db, { measureId, institutionId, on: day(on) });
const found = async (measureId: string, on?: string) => {
  const measure = await find(measureId, on);
  return measure.ok ? measure.value : expect.unreachable();
};
const lines = async (id: string) =>
  (await sql<{ action: string }>`select action from audit_event where object_id = ${id} order by id`.execute(door.database.db)).rows.map(
    ({ action }) => action,
  );

describe('a measure', () => {
  it('REQ-134: is described before it can be determined', async () => {
    const notDescribed = { error: { code: 'MEASURE_NOT_DESCRIBED' } };
    expect(await find(newId())).toMatchObject(notDescribed);
    const answer = await post(benefit({ validFrom: '2026-03-01', validTo: '2026-12-31' }));
    expect(answer.status).toBe(201);
    const id = String(answer.body.id);
    expect(await find(id, '2026-02-28')).toMatchObject(notDescribed);
    expect(await find(id, '2026-03-01')).toMatchObject({ ok: true, value: { version: { no: 1, name: 'Küttetoetus' } } });
    expect(await find(id, '2027-01-01')).toMatchObject(notDescribed);
    expect(await find(id, '2026-03-01', who.neighbouring)).toMatchObject(notDescribed);
    expect(await lines(id)).toEqual(['MEASURE_DESCRIBED']);
  });

  it('REQ-248: is a service or a benefit', async () => {
    expect((await post(service())).status).toBe(201);
    expect((await post(benefit())).status).toBe(201);
  });

  it.each([
    'validFrom',
    'name',
    'targetGroups',
    'periodicity',
    'priceType',
    'amount',
    'entryDuty',
    'needBased',
    'paymentMethods',
    'type',
    'legalBasisIds',
  ])('REQ-135: of kind BENEFIT is not described without %s', async (name) => {
    const answer = await post(without(benefit(), name));
    expect(answer).toMatchObject({ status: 422, body: { code: 'MEASURE_INCOMPLETE' } });
    const faults = name === 'priceType' ? [{ pointer: '/priceType', code: 'REQUIRED' }] : [{ pointer: `/${name}`, code: 'REQUIRED' }];
    expect(answer.body.errors).toEqual(faults);
  });

  it('REQ-135: names every field that is missing at once; a service may leave its price open', async () => {
    const bare = await post({ kind: 'BENEFIT' });
    expect((bare.body.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/validFrom', '/name', '/targetGroups', '/periodicity', '/priceType', '/amount']),
    );
    expect((await post(service())).status).toBe(201);
    expect((await post(without(service(), 'name'))).body).toMatchObject({ code: 'MEASURE_INCOMPLETE', errors: [{ pointer: '/name' }] });
  });

  it.each([
    [{ priceType: 'PER_UNIT' }, '/unit', 'REQUIRED'],
    [{ priceType: 'FIXED', unit: 'tund' }, '/unit', 'NOT_OF_THIS_PRICE_TYPE'],
    [{ priceType: 'CALCULATED' }, '/amount', 'NOT_OF_THIS_PRICE_TYPE'],
    [{ priceType: 'FIXED', percent: 50 }, '/percent', 'NOT_OF_THIS_PRICE_TYPE'],
  ])('%j is no price', async (more, pointer, code) => {
    expect((await post(benefit(more))).body).toMatchObject({ code: 'MEASURE_INCOMPLETE', errors: [{ pointer, code }] });
  });

  it.each([
    [{ priceType: 'PER_UNIT', unit: 'tund' }],
    [{ priceType: 'UP_TO' }],
    [{ priceType: 'SET_IN_DECISION' }],
    [{ priceType: 'SET_IN_DECISION', amount: undefined }],
    [{ priceType: 'CALCULATED', amount: undefined }],
    [{ priceType: 'PERCENT', amount: undefined, percent: 85 }],
  ])('%j is one, and is shown as it was described', async (more) => {
    const answer = await post(benefit(more));
    expect(answer.status).toBe(201);
    const [version] = answer.body.versions as Record<string, unknown>[];
    const price = ({ priceType, amount, unit, percent }: Record<string, unknown>) => ({ priceType, amount, unit, percent });
    expect(price(version ?? {})).toEqual(price(benefit(more)));
  });

  it('REQ-137: is an allotment in kind, paid by payment card', async () => {
    const { version } = await found(await described(parcel()));
    expect(checkPayout(version, { amount: euroCents(2_500), method: 'IN_KIND_CARD' })).toMatchObject({ ok: true });
    expect(checkPayout(version, { amount: euroCents(2_500), method: 'BANK' })).toMatchObject({
      error: { code: 'PAYMENT_METHOD_NOT_DESCRIBED' },
    });
  });

  it('REQ-138: has as an allotment the price as its value, and its payment method by name', async () => {
    const id = await described(parcel());
    expect((await found(id)).version.price).toEqual({ type: 'FIXED', amount: 2_500 });
    expect((await who.worker('GET', `/api/v1/measures/${id}/decision-template`)).body).toMatchObject({
      amount: '25.00',
      paymentMethods: ['IN_KIND_CARD'],
    });
    const methods = (await who.worker('GET', '/api/v1/classifiers/PAYMENT_METHOD/values')).body.items;
    expect(methods).toContainEqual(
      expect.objectContaining({ code: 'IN_KIND_CARD', label: expect.objectContaining({ et: 'eraldisena, maksekaardiga' }) }),
    );
  });

  it('REQ-139: of no value is handed over in cash alone', async () => {
    for (const paymentMethods of [['IN_KIND_CARD'], ['BANK'], ['CASH', 'BANK']]) {
      expect(await post(parcel({ amount: '0.00', paymentMethods }))).toMatchObject({
        status: 422,
        body: { code: 'ZERO_VALUE_ONLY_CASH', errors: [{ pointer: '/paymentMethods' }] },
      });
    }
    const { version } = await found(await described(parcel({ amount: '0.00', paymentMethods: ['CASH'] })));
    expect(checkPayout(version, { amount: euroCents(0), method: 'CASH' })).toMatchObject({ ok: true });
    expect(checkPayout(version, { amount: euroCents(0), method: 'BANK' })).toMatchObject({ error: { code: 'ZERO_VALUE_ONLY_CASH' } });
  });

  it('REQ-238: regardless of income needs no calculation of it', async () => {
    const id = await described(benefit({ type: 'KOV_UNIVERSAL', needBased: false, entryDuty: 'VOLUNTARY' }));
    const decision = await who.worker('GET', `/api/v1/measures/${id}/decision-template`);
    expect(decision.body).toMatchObject({ incomeNeeded: false });
    const needed = await described();
    expect((await who.worker('GET', `/api/v1/measures/${needed}/decision-template`)).body).toMatchObject({ incomeNeeded: true });
  });

  it('REQ-136: is what an application and a decision on it start from', async () => {
    const id = await described(benefit({ description: 'Talveks', priceType: 'SET_IN_DECISION', amount: '60.00' }));
    const {
      validFrom,
      validTo,
      id: measureVersionId,
      no,
      needBased,
      entryDuty,
      ...same
    } = ((await who.admin('GET', `/api/v1/measures/${id}`)).body.versions as Record<string, unknown>[])[0] ?? {};
    const starts = { measureId: id, measureVersionId, kind: 'BENEFIT', ...same, incomeNeeded: needBased };
    expect((await who.worker('GET', `/api/v1/measures/${id}/application-template`)).body).toEqual(starts);
    expect((await who.worker('GET', `/api/v1/measures/${id}/decision-template`)).body).toEqual({
      ...starts,
      amountInDecision: true,
      validTo: null,
    });
    expect((await who.neighbour('GET', `/api/v1/measures/${id}/decision-template`)).body).toMatchObject({ code: 'MEASURE_NOT_DESCRIBED' });
  });

  it('leaves an amount to the decision only where its price type says so', async () => {
    const amount = euroCents(6_000);
    const code = (price: Parameters<typeof checkAmount>[0]) => {
      const checked = checkAmount(price, amount);
      return checked.ok ? 'OK' : checked.error.code;
    };
    expect(code({ type: 'SET_IN_DECISION', amount: euroCents(5_000) })).toBe('OK');
    expect(code({ type: 'FIXED', amount: euroCents(5_000) })).toBe('AMOUNT_NOT_AS_DESCRIBED');
    expect(code({ type: 'FIXED', amount })).toBe('OK');
    expect(code({ type: 'UP_TO', amount: euroCents(5_999) })).toBe('AMOUNT_NOT_AS_DESCRIBED');
    expect(code({ type: 'UP_TO', amount })).toBe('OK');
    expect(code({ type: 'CALCULATED' })).toBe('OK');
    expect(checkAmount(undefined, euroCents(-1)).ok).toBe(false);
  });
});

describe('a description', () => {
  it('is replaced from a day ahead on, and what was determined keeps its version', async () => {
    const id = await described();
    const before = await found(id);
    const anew = without(benefit({ amount: '120.00', validFrom: '2026-12-01' }), 'kind');
    const etag = String((await who.admin('GET', `/api/v1/measures/${id}`)).headers.etag);
    const change = (body: object, headers = {}) => who.admin('POST', `/api/v1/measures/${id}/versions`, body, headers);
    expect(await change({ ...anew, validFrom: '2026-11-23' })).toMatchObject({ status: 422, body: { code: 'MEASURE_CHANGE_TOO_EARLY' } });
    expect(await change(anew, { 'if-match': etag })).toMatchObject({ status: 201, headers: { etag: '"2"' } });
    expect(await change({ ...anew, validFrom: '2027-01-01' }, { 'if-match': etag })).toMatchObject({
      status: 412,
      body: { code: 'PRECONDITION_FAILED' },
    });
    expect((await found(id, '2026-11-30')).version).toMatchObject({ id: before.version.id, price: { amount: 10_000 } });
    expect((await found(id, '2026-12-01')).version).toMatchObject({ no: 2, price: { amount: 12_000 } });
    expect(await lines(id)).toEqual(['MEASURE_DESCRIBED', 'MEASURE_DESCRIBED_ANEW']);
  });

  it('is replaced by one of those who do so at once, of what they have all seen', async () => {
    const id = await described();
    const anew = without(benefit({ validFrom: '2026-12-01' }), 'kind');
    const answers = await Promise.all(
      [1, 2, 3].map(() => who.admin('POST', `/api/v1/measures/${id}/versions`, anew, { 'if-match': '"1"' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412, 412]);
  });

  it('that has not begun is taken back by another for its days, and leaves alone what holds on none of them', async () => {
    const id = await described();
    const change = async (validFrom: string, validTo?: string) => {
      const body = without(benefit({ validFrom, ...(validTo === undefined ? {} : { validTo }) }), 'kind');
      const { versions } = (await who.admin('POST', `/api/v1/measures/${id}/versions`, body)).body;
      return (versions as Record<string, unknown>[]).map((one) => `${one.no}: ${one.validFrom} to ${one.validTo ?? '-'}`);
    };
    const first = '1: 2026-01-01 to 2026-11-30';
    expect(await change('2026-12-01')).toEqual([first, '2: 2026-12-01 to -']);
    expect(await change('2026-12-01')).toEqual([first, '3: 2026-12-01 to -']);
    expect(await change('2027-06-01')).toEqual([first, '3: 2026-12-01 to 2027-05-31', '4: 2027-06-01 to -']);
    expect(await change('2027-01-01', '2027-03-31')).toEqual([
      first,
      '3: 2026-12-01 to 2026-12-31',
      '5: 2027-01-01 to 2027-03-31',
      '4: 2027-06-01 to -',
    ]);
  });

  it('ends today at the earliest, and what was to follow is taken back', async () => {
    const id = await described();
    const end = (validTo: string) => who.admin('POST', `/api/v1/measures/${id}/end`, { validTo });
    await who.admin('POST', `/api/v1/measures/${id}/versions`, without(benefit({ validFrom: '2026-12-01' }), 'kind'));
    expect(await end('2026-11-22')).toMatchObject({ status: 422, body: { code: 'MEASURE_CHANGE_TOO_EARLY' } });
    expect(await end('2026-11-23')).toMatchObject({ status: 200, body: { versions: [{ no: 1, validTo: '2026-11-23' }] } });
    expect(await end('2026-11-24')).toMatchObject({ status: 409, body: { code: 'MEASURE_ENDED' } });
    expect(await find(id, '2026-11-23')).toMatchObject({ ok: true });
    expect(await find(id, '2026-11-24')).toMatchObject({ error: { code: 'MEASURE_NOT_DESCRIBED' } });
    const ahead = await described(benefit({ validFrom: '2027-01-01' }));
    expect((await who.admin('POST', `/api/v1/measures/${ahead}/end`, { validTo: '2026-12-31' })).body).toMatchObject({ versions: [] });
  });

  it.each([
    ['REQ-039: a target group in free text', { targetGroups: ['VANAD_INIMESED'] }, 'CLASSIFIER_VALUE_UNKNOWN', '/targetGroups/0'],
    ['REQ-039: a type of another classifier', { type: 'HOME_SERVICE' }, 'CLASSIFIER_VALUE_UNKNOWN', '/type'],
    ['REQ-039: a periodicity that is none', { periodicity: 'SOMETIMES' }, 'CLASSIFIER_VALUE_UNKNOWN', '/periodicity'],
    ['a benefit that is not granted any more', { type: 'VPT' }, 'CLASSIFIER_VALUE_UNKNOWN', '/type'],
    ['a price type that is none', { priceType: 'FREE' }, 'VALIDATION_FAILED', '/priceType'],
    ['an amount in cents', { amount: 10_000 }, 'VALIDATION_FAILED', '/amount'],
    ['an amount below zero', { amount: '-1.00' }, 'VALIDATION_FAILED', '/amount'],
    ['a budget of nobody', { budgetId: '019ab000-0000-7000-8000-000000000000' }, 'BUDGET_UNKNOWN', '/budgetId'],
    [
      'a legal basis that is not there',
      { legalBasisIds: ['019ab000-0000-7000-8000-000000000000'] },
      'LEGAL_BASIS_UNKNOWN',
      '/legalBasisIds',
    ],
    ['days that end before they begin', { validTo: '2025-12-31' }, 'PERIOD_INVALID', '/validTo'],
    ['what a description does not have', { institutionId: '019ab000-0000-7000-8000-000000000000' }, 'VALIDATION_FAILED', '/institutionId'],
  ])('is refused with %s', async (_what, more, code, pointer) => {
    const { rows: before } = await sql`select id from measure`.execute(door.database.db);
    const answer = await post(benefit(more));
    expect(answer).toMatchObject({ status: 422, body: { code } });
    expect((answer.body.errors as { pointer: string }[]).map((fault) => fault.pointer)).toContain(pointer);
    expect((await sql`select id from measure`.execute(door.database.db)).rows).toHaveLength(before.length);
  });

  it('is its keeper’s: the registry manager’s of the state, an administrator’s of their municipality', async () => {
    const state = await described(
      benefit({ type: 'TTT', name: 'Toimetulekutoetus', priceType: 'CALCULATED', amount: undefined, legalBasisIds: [stateBasis] }),
      who.manager,
    );
    expect(await find(state)).toMatchObject({ ok: true });
    expect(await find(state, '2026-11-23', who.neighbouring)).toMatchObject({ ok: true });
    const end = (id: string, call: Caller) => call('POST', `/api/v1/measures/${id}/end`, { validTo: '2026-12-31' });
    expect(await end(state, who.admin)).toMatchObject({ status: 403, body: { code: 'MEASURE_IS_STATE' } });
    const own = await described();
    for (const call of [who.neighbour, who.manager])
      expect(await end(own, call)).toMatchObject({ status: 404, body: { code: 'MEASURE_NOT_FOUND' } });
    expect(await end(newId(), who.admin)).toMatchObject({ status: 404 });
    expect(await post(benefit(), who.provider)).toMatchObject({ status: 403, body: { code: 'MUNICIPALITY_ONLY' } });
    expect(await post(benefit(), who.worker)).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    expect(await post(benefit(), who.neighbour)).toMatchObject({ status: 422, body: { code: 'LEGAL_BASIS_UNKNOWN' } });
  });
});

describe('the catalogue', () => {
  it('REQ-240: has the measures of every municipality, with what is public of them', async () => {
    const budget = await who.admin('POST', '/api/v1/budgets', {
      name: '2026',
      amount: '1000.00',
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
    });
    const ours = await described(service({ type: 'SHELTER', budgetId: budget.body.id }));
    const theirs = await described(service({ type: 'SHELTER', legalBasisIds: [stateBasis] }), who.neighbour);
    const any = (call: Caller) => call('GET', '/api/v1/measures?institution=any&type=SHELTER');
    expect((await any(who.neighbour)).body.items).toMatchObject([
      { id: ours, institutionId: who.municipality, described: { name: 'Koduteenus', targetGroups: ['LOW_INCOME'] } },
      { id: theirs, institutionId: who.neighbouring },
    ]);
    expect(JSON.stringify((await any(who.neighbour)).body)).not.toContain('budgetId');
    expect(JSON.stringify((await any(who.worker)).body)).toContain('budgetId');
    const idsOf = async (query: string) =>
      (await who.worker('GET', `/api/v1/measures?type=SHELTER${query}`)).body.items?.map(({ id }) => id);
    expect(await idsOf('')).toEqual([ours]);
    expect(await idsOf(`&institution=${who.neighbouring}`)).toEqual([theirs]);
    expect(await idsOf('&institution=state')).toEqual([]);
    expect(await idsOf('&institution=any&on=2025-12-31')).toEqual([]);
    expect(await idsOf('&institution=any&kind=BENEFIT')).toEqual([]);
    expect(await idsOf('&institution=any&targetGroup=CHILD')).toEqual([]);
  });

  it('is read page by page', async () => {
    const ids: unknown[] = [];
    let after = '';
    do {
      const { body } = await who.worker('GET', `/api/v1/measures?institution=any&limit=3${after}`);
      ids.push(...(body.items ?? []).map(({ id }) => id));
      after = body.next === undefined ? '' : `&after=${body.next}`;
    } while (after !== '');
    const { rows } = await sql<{ id: string }>`select measure_id as id from measure_version
      where valid_from <= '2026-11-23' and (valid_to is null or valid_to >= '2026-11-23') order by measure_id`.execute(door.database.db);
    expect(ids).toEqual(rows.map(({ id }) => id));
    expect((await who.worker('GET', '/api/v1/measures?institution=everybody')).status).toBe(422);
  });
});
