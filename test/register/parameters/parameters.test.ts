import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { euroCents } from '../../../src/estonia/index.ts';
import { newId, Temporal } from '../../../src/platform/index.ts';
import { legalBasisRoutes } from '../../../src/register/classifiers/index.ts';
import { askParameters, capRoutes, findCapFor, parameterRoutes, parseArea } from '../../../src/register/parameters/index.ts';
import { type Caller, type Door, openDoor } from '../../api/door.ts';
import { type Describers, hireDescribers, isMunicipalityIn } from '../describing.ts';

let door: Door;
let who: Describers;
beforeAll(async () => {
  door = await openDoor({
    rooms: ({ database, clock }) => {
      const ports = { database, clock, isMunicipality: isMunicipalityIn(database) };
      return [...legalBasisRoutes(ports), ...parameterRoutes(ports), ...capRoutes(ports)];
    },
  });
  who = await hireDescribers(door);
});
afterAll(() => door.close());

const day = Temporal.PlainDate.from;
const ask = (on: string, group = 'TTT', call: Caller = who.worker) => call('GET', `/api/v1/parameters?group=${group}&on=${on}`);
const counting = async (code: string, on: string, call: Caller = who.worker) =>
  (await ask(on, 'TTT', call)).body.items?.find((item) => item.code === code)?.value;
const enter = (code: string, body: object, call: Caller = who.manager) => call('POST', `/api/v1/parameters/${code}/values`, body);
const drafts = async (code: string, call: Caller = who.manager) =>
  ((await call('GET', `/api/v1/parameters/${code}/values`)).body.items ?? []).filter(({ confirmed }) => confirmed === false);
const lines = async (action: string) =>
  (await sql<{ details: unknown }>`select details from audit_event where action = ${action} order by id`.execute(door.database.db)).rows;

describe('the first filling', () => {
  it('REQ-062: has what subsistence benefit is determined with on 01.01.2026', async () => {
    const { status, body } = await ask('2026-01-01');
    expect(status).toBe(200);
    const values = Object.fromEntries((body.items ?? []).map(({ code, value }) => [code, value]));
    expect(values).toMatchObject({
      TTT_LIMIT_FIRST: '220.00',
      TTT_WEIGHT_ADULT: '0.8',
      TTT_WEIGHT_CHILD: '1.2',
      NORM_PER_MEMBER_M2: '18',
      NORM_PER_FAMILY_M2: '15',
      NORM_SINGLE_PENSIONER_MAX_M2: '51',
      TTT_SUPPLEMENT: '15.00',
      TTT_APPLY_DAY: 'LAST_WORKING_DAY',
    });
    for (const item of body.items ?? []) expect(item).toMatchObject({ legalBasisId: expect.any(String), sourceAct: expect.any(String) });
  });

  it.each([
    ['2011-01-01', '76.70', '0.8'],
    ['2014-06-30', '90.00', '0.8'],
    ['2015-01-01', '90.00', '1.0'],
    ['2017-12-31', '130.00', '1.0'],
    ['2018-01-01', '140.00', '1.2'],
    ['2022-05-31', '150.00', '1.2'],
    ['2022-06-01', '200.00', '1.2'],
    ['2025-12-31', '200.00', '1.2'],
  ])('knows the limit and a child’s weight of %s', async (on, limit, child) => {
    expect([await counting('TTT_LIMIT_FIRST', on), await counting('TTT_WEIGHT_CHILD', on)]).toEqual([limit, child]);
  });

  it('refers to a legal basis that there is', async () => {
    const { rows } = await sql`select parameter.code from parameter left join legal_basis on legal_basis.id = legal_basis_id
      where legal_basis.id is null`.execute(door.database.db);
    expect(rows).toEqual([]);
  });
});

describe('a day that nobody has confirmed', () => {
  it('is refused to whoever asks for it, and named', async () => {
    expect(await ask('2027-01-01')).toMatchObject({
      status: 409,
      body: { code: 'PARAMETER_NOT_CONFIRMED', errors: [{ pointer: '/TTT_LIMIT_FIRST', code: '2027-01-01' }] },
    });
    const askedFor = { on: day('2027-01-01'), institutionId: who.municipality };
    expect(await askParameters(door.database.db, ['TTT_LIMIT_FIRST', 'TTT_SUPPLEMENT'], askedFor)).toMatchObject({
      error: { code: 'PARAMETER_NOT_CONFIRMED' },
    });
    expect(await askParameters(door.database.db, ['TTT_SUPPLEMENT'], askedFor)).toMatchObject({ ok: true });
    expect((await ask('2026-06-01', 'CARE')).body).toMatchObject({ code: 'PARAMETER_NOT_CONFIRMED' });
    expect((await ask('2024-06-01', 'CARE')).body.items).toMatchObject([{ code: 'SOCIAL_TAX_BASE', value: '725.00' }]);
  });

  it('is another thing than one on which the law has no such quantity', async () => {
    expect((await ask('2026-06-01', 'VPT')).body.items).toEqual([]);
    const askedFor = { on: day('2026-06-01'), institutionId: who.municipality };
    expect(await askParameters(door.database.db, ['VPT_LIMIT_FIRST'], askedFor)).toMatchObject({
      error: { code: 'PARAMETER_NOT_IN_FORCE' },
    });
    expect(await askParameters(door.database.db, ['NO_SUCH'], askedFor)).toMatchObject({ error: { code: 'PARAMETER_NOT_FOUND' } });
    expect(await counting('TTT_HOME_LOAN_MAX_MONTHS', '2022-06-30')).toBeUndefined();
    expect(await counting('TTT_HOME_LOAN_MAX_MONTHS', '2022-07-01')).toBe('6');
  });

  it('counts from when the registry manager confirms it', async () => {
    const limit = { value: '230.00', sourceAct: 'riigieelarve 2027 § 2', validFrom: '2027-01-01', validTo: '2027-12-31' };
    expect((await enter('TTT_LIMIT_FIRST', limit)).status).toBe(201);
    expect((await ask('2027-01-01')).status).toBe(409);
    const [draft] = await drafts('TTT_LIMIT_FIRST');
    const confirm = () => who.manager('POST', `/api/v1/parameters/TTT_LIMIT_FIRST/values/${draft?.id}/confirm`);
    expect((await confirm()).status).toBe(200);
    expect(await counting('TTT_LIMIT_FIRST', '2027-01-01')).toBe('230.00');
    expect(await confirm()).toMatchObject({ status: 409, body: { code: 'PARAMETER_VALUE_CONFIRMED' } });
    expect(await who.manager('DELETE', `/api/v1/parameters/TTT_LIMIT_FIRST/values/${draft?.id}`)).toMatchObject({
      status: 409,
      body: { code: 'PARAMETER_VALUE_CONFIRMED' },
    });
    expect(await lines('PARAMETER_VALUE_CONFIRMED')).toEqual([
      { details: { code: 'TTT_LIMIT_FIRST', value: '230.00', validFrom: '2027-01-01' } },
    ]);
  });
});

describe('a value', () => {
  it('ends the one that held until further notice, and overlaps none that is confirmed', async () => {
    const supplement = (value: string, validFrom: string) => enter('TTT_SUPPLEMENT', { value, sourceAct: 'SHS § 135', validFrom });
    await supplement('20.00', '2028-01-01');
    await supplement('25.00', '2028-01-01');
    const [first, second] = await drafts('TTT_SUPPLEMENT');
    const confirm = (id: unknown) => who.manager('POST', `/api/v1/parameters/TTT_SUPPLEMENT/values/${id}/confirm`);
    const answers = await Promise.all([confirm(first?.id), confirm(second?.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'PARAMETER_VALUE_OVERLAPS' });
    const { items = [] } = (await who.worker('GET', '/api/v1/parameters/TTT_SUPPLEMENT/values')).body;
    expect(items.filter(({ confirmed }) => confirmed)).toMatchObject([
      { value: '15.00', validFrom: '2011-01-01', validTo: '2027-12-31' },
      { validFrom: '2028-01-01' },
    ]);
    const [left] = await drafts('TTT_SUPPLEMENT');
    expect((await who.manager('DELETE', `/api/v1/parameters/TTT_SUPPLEMENT/values/${left?.id}`)).status).toBe(200);
    expect(await drafts('TTT_SUPPLEMENT')).toEqual([]);
  });

  it('cannot overlap another even past the program', async () => {
    const insert = sql`insert into parameter_value (id, parameter_code, value, source_act, confirmed, valid_from)
      values (${newId()}, 'TTT_WEIGHT_ADULT', '0.9', 'x', true, '2026-01-01')`;
    await expect(insert.execute(door.database.db)).rejects.toMatchObject({ code: '23P01' });
  });

  it.each([
    ['TTT_LIMIT_FIRST', '230'],
    ['TTT_LIMIT_FIRST', '-1.00'],
    ['TTT_LIMIT_FIRST', '230,00'],
    ['TTT_WEIGHT_ADULT', '0.80001'],
    ['TTT_WEIGHT_ADULT', '80%'],
    ['NORM_PER_MEMBER_M2', '18.001'],
    ['TTT_PAY_WORKING_DAYS', '3.5'],
    ['TTT_APPLY_DAY', 'FIRST_DAY'],
  ])('of %s is never %s', async (code, value) => {
    const before = (await drafts(code)).length;
    expect(await enter(code, { value, sourceAct: 'x', validFrom: '2030-01-01' })).toMatchObject({
      status: 422,
      body: { code: 'PARAMETER_VALUE_INVALID', errors: [{ pointer: '/value' }] },
    });
    expect(await drafts(code)).toHaveLength(before);
  });

  it('names the field at fault, and belongs to a parameter that there is', async () => {
    const good = { value: '230.00', sourceAct: 'x', validFrom: '2030-01-01' };
    expect(await enter('TTT_LIMIT_FIRST', { ...good, validTo: '2029-12-31' })).toMatchObject({
      status: 422,
      body: { code: 'PERIOD_INVALID' },
    });
    expect(await enter('VPT_LIMIT_FIRST', good)).toMatchObject({ body: { code: 'PERIOD_INVALID', errors: [{ pointer: '/validFrom' }] } });
    expect(await enter('TTT_LIMIT_FIRST', { ...good, value: 230 })).toMatchObject({
      body: { errors: [{ pointer: '/value', code: 'TYPE' }] },
    });
    expect(await enter('TTT_LIMIT_FIRST', { value: '1.00', validFrom: '2030-01-01' })).toMatchObject({
      body: { errors: [{ pointer: '/sourceAct', code: 'REQUIRED' }] },
    });
    expect(await enter('NO_SUCH', good)).toMatchObject({ status: 404, body: { code: 'PARAMETER_NOT_FOUND' } });
    expect(await who.manager('POST', `/api/v1/parameters/TTT_LIMIT_FIRST/values/${newId()}/confirm`)).toMatchObject({
      status: 404,
      body: { code: 'PARAMETER_VALUE_NOT_FOUND' },
    });
  });
});

describe('whose a parameter is', () => {
  const order = { value: 'CAP_TIMES_NORM', sourceAct: 'Näidisvalla kord § 5', validFrom: '2026-03-01' };

  it('the state’s are the registry manager’s alone', async () => {
    const limit = { value: '500.00', sourceAct: 'x', validFrom: '2027-01-01' };
    expect(await enter('TTT_LIMIT_FIRST', limit, who.admin)).toMatchObject({ status: 403, body: { code: 'PARAMETER_IS_STATE' } });
    expect(await enter('TTT_LIMIT_FIRST', limit, who.worker)).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
  });

  it('a local one counts for the municipality that has set it', async () => {
    expect((await enter('HOUSING_CAP_ORDER', order, who.admin)).status).toBe(201);
    const [draft] = await drafts('HOUSING_CAP_ORDER', who.admin);
    const confirm = (call: Caller) => call('POST', `/api/v1/parameters/HOUSING_CAP_ORDER/values/${draft?.id}/confirm`);
    expect((await confirm(who.neighbour)).status).toBe(404);
    expect((await confirm(who.manager)).status).toBe(404);
    expect((await confirm(who.admin)).status).toBe(200);
    expect(await counting('HOUSING_CAP_ORDER', '2026-02-28')).toBe('PROPORTIONAL_THEN_CAP');
    expect(await counting('HOUSING_CAP_ORDER', '2026-03-01')).toBe('CAP_TIMES_NORM');
    expect(await counting('HOUSING_CAP_ORDER', '2026-03-01', who.neighbour)).toBe('PROPORTIONAL_THEN_CAP');
    expect(await enter('HOUSING_CAP_ORDER', order, who.provider)).toMatchObject({ status: 403, body: { code: 'MUNICIPALITY_ONLY' } });
  });
});

describe('housing cost caps', () => {
  let basis: string;
  beforeAll(async () => {
    const act = { act: 'Tallinna kord', title: 'Eluasemekulude piirmäärad', section: '§ 1', wordedOn: '2022-07-01' };
    basis = String((await who.admin('POST', '/api/v1/legal-bases', act)).body.id);
  });
  const describeCap = (more: object = {}, call: Caller = who.admin) =>
    call('POST', '/api/v1/housing-cost-caps', {
      costKind: 'RENT',
      rules: [
        { area: { to: '17.99' }, base: { perM2: '17.00' } },
        { area: { from: '18', to: '33' }, base: { perM2: '14.00' } },
        {
          area: { from: '33.01' },
          base: { perM2: '11.00' },
          max: { amount: '550.00', further: { aboveMembers: 4, amount: '75.00' } },
        },
      ],
      legalBasisId: basis,
      validFrom: '2022-07-01',
      ...more,
    });
  const most = async (on: string, costKind = 'RENT', institutionId = who.municipality) => {
    const area = parseArea('60') ?? expect.unreachable();
    return await findCapFor(door.database.db, { institutionId, costKind, dwelling: { area, countedArea: area, members: 5, on: day(on) } });
  };

  it('are described in the shapes that municipalities use, and shown as described', async () => {
    const described = await describeCap();
    expect(described).toMatchObject({ status: 201, body: { items: [{ costKind: 'RENT', validFrom: '2022-07-01' }] } });
    expect(described.body.items?.[0]?.rules).toEqual([
      { area: { from: '0', to: '17.99' }, base: { perM2: '17.00' } },
      { area: { from: '18', to: '33' }, base: { perM2: '14.00' } },
      { area: { from: '33.01' }, base: { perM2: '11.00' }, max: { amount: '550.00', further: { aboveMembers: 4, amount: '75.00' } } },
    ]);
    expect(await most('2022-07-01')).toMatchObject({ most: euroCents(62_500) });
    expect(await most('2022-06-30')).toBeUndefined();
    expect(await most('2022-07-01', 'RENT', who.neighbouring)).toBeUndefined();
    const season = { costKind: 'HEATING', rules: [{ season: { from: '10-01', to: '05-31' }, base: { perM2: '3.00' } }] };
    expect((await describeCap(season)).status).toBe(201);
    expect([(await most('2023-05-31', 'HEATING'))?.most, (await most('2023-06-01', 'HEATING'))?.most]).toEqual([18_000, 0]);
    const members = { costKind: 'ELECTRICITY', rules: [{ base: { firstMember: '73.00', nextMember: '12.00' } }] };
    expect((await describeCap(members)).status).toBe(201);
    expect((await most('2023-01-01', 'ELECTRICITY'))?.most).toBe(12_100);
  });

  it('are replaced from a day on, one at a time', async () => {
    const rules = [{ base: { perPerson: '90.00' } }];
    const answers = await Promise.all(['2022-11-01', '2022-11-01', '2022-12-01'].map((validFrom) => describeCap({ rules, validFrom })));
    expect(answers.map(({ status }) => status).filter((status) => status === 201).length).toBeGreaterThan(0);
    expect(answers.every(({ status, body }) => status === 201 || body.code === 'CAP_OVERLAPS')).toBe(true);
    expect((await most('2022-10-31'))?.most).toBe(62_500);
    expect((await most('2022-12-01'))?.most).toBe(45_000);
    expect(
      (await who.neighbour('GET', `/api/v1/housing-cost-caps?institution=${who.municipality}&on=2022-10-31`)).body.items,
    ).toMatchObject([{ costKind: 'ELECTRICITY' }, { costKind: 'HEATING' }, { costKind: 'RENT', validTo: expect.any(String) }]);
  });

  it.each([
    ['areas with a gap', { rules: [{ area: { to: '18' }, base: { perM2: '1.00' } }] }, 'CAP_RULES_INVALID'],
    ['a cost that is none', { costKind: 'BEER' }, 'CLASSIFIER_VALUE_UNKNOWN'],
    ['days that end before they begin', { validTo: '2022-06-30' }, 'PERIOD_INVALID'],
    ['a legal basis that is not there', { legalBasisId: '019ab000-0000-7000-8000-000000000000' }, 'LEGAL_BASIS_UNKNOWN'],
    ['two bases at once', { rules: [{ base: { perM2: '1.00', perPerson: '1.00' } }] }, 'VALIDATION_FAILED'],
    ['a sum in cents', { rules: [{ base: { perM2: 100 } }] }, 'VALIDATION_FAILED'],
    ['no line', { rules: [] }, 'VALIDATION_FAILED'],
  ])('are refused with %s', async (_what, more, code) => {
    expect(await describeCap({ validFrom: '2030-01-01', ...more })).toMatchObject({ status: 422, body: { code } });
  });

  it('are a municipality’s: nobody else’s to describe, and of its own acts', async () => {
    expect((await describeCap({}, who.manager)).status).toBe(403);
    expect((await describeCap({}, who.provider)).body).toMatchObject({ code: 'MUNICIPALITY_ONLY' });
    expect((await describeCap({}, who.neighbour)).body).toMatchObject({ code: 'LEGAL_BASIS_UNKNOWN' });
  });
});
