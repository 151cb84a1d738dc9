import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Temporal } from '../../src/platform/index.ts';
import { selectBenefits, selectDuties } from '../../src/services/care-store.ts';
import { enterCarers } from '../../src/services/index.ts';
import { hasShared } from '../shared.ts';
import { askCare, realContract, texts } from './care.ts';
import { caredFor, carer, type Door, HEALTH, openDoor, stranger, unpaid } from './door.ts';

const SERVICE = 'HooldajaHooldused';

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const ask = (isikukood: string, algus = '2026-01-01', lopp = '2026-12-31') => askCare(door, SERVICE, { isikukood, algus, lopp });

describe('HooldajaHooldused v1', () => {
  it('tells whom the person cared for in the period, and the benefits of that time', async () => {
    const { xml } = await ask(carer);
    expect(texts(xml, 'isikukood')).toEqual([carer]);
    expect([texts(xml, 'eesnimi'), texts(xml, 'perekonnanimi')]).toEqual([['KÄTLIN'], ['Õim &amp; Pojad']]);
    expect(texts(xml, 'hooldatavaIsikukood')).toEqual([caredFor[1], caredFor[0]]);
    expect(texts(xml, 'hoolduseAlgus')).toEqual(['2025-03-01', '2026-01-15']);
    expect(texts(xml, 'hoolduseLopp')).toEqual(['2026-06-30']);
    expect(texts(xml, 'hoolduseLiik')).toEqual(['Hooldaja', 'Hooldaja']);
    expect(texts(xml, 'viitenumber')).toEqual(['12345614']);
    expect(texts(xml, 'omavalitsus')).toEqual(['Paide linn']);
  });

  it.each([
    ['2026-06-30', '2026-06-30', [caredFor[1], caredFor[0]]],
    ['2026-07-01', '2026-07-01', [caredFor[0]]],
    ['2025-12-31', '2026-01-14', [caredFor[1]]],
    ['2025-12-31', '2026-01-15', [caredFor[1], caredFor[0]]],
    ['2025-03-01', '2025-03-01', [caredFor[1]]],
    ['2025-02-28Z', '2025-02-28+02:00', []],
  ])('from %s to %s', async (algus, lopp, people) => {
    expect(texts((await ask(carer, algus, lopp)).xml, 'hooldatavaIsikukood')).toEqual(people);
  });

  it('tells of a carer who is paid nothing', async () => {
    const { xml } = await ask(unpaid);
    expect(texts(xml, 'hoolduseLiik')).toEqual(['Perekonnas hooldaja']);
    expect(xml).toContain('<rakendamised></rakendamised>');
  });

  it('says in words, not by a fault, that there was no care, and no more of somebody known than of somebody unknown', async () => {
    const unknown = await ask(stranger);
    expect(texts(unknown.xml, 'viga')).toEqual([expect.stringContaining('hooldaja')]);
    expect(await ask(carer, '2020-01-01', '2020-12-31')).toEqual(unknown);
    // Who is cared for is no carer.
    expect(await ask(caredFor[0])).toEqual(unknown);
    expect(unknown.xml).not.toMatch(/\d{11}/);
  });

  it('is one line of the log for each answer, found or not, and no code is in it', async () => {
    const before = (await door.audit()).length;
    await ask(carer);
    await ask(stranger);
    const lines = (await door.audit()).slice(before);
    expect(lines).toMatchObject([
      { action: 'DATA_DISCLOSED', outcome: 'DONE' },
      { action: 'DATA_DISCLOSED', outcome: 'DONE' },
    ]);
    expect(lines.map(({ text }) => /found\W+(true|false)/.exec(text)?.[1])).toEqual(['true', 'false']);
    for (const { text } of lines) for (const person of [carer, stranger, ...caredFor]) expect(text).not.toContain(person);
  });

  it.each([
    ['a period that ends before it begins', carer, '2026-06-30', '2026-06-29', 'Client.InvalidPeriod'],
    [
      'a wrong check digit',
      `${carer.slice(0, 10)}${(Number(carer[10]) + 1) % 10}`,
      '2026-01-01',
      '2026-01-02',
      'Client.InvalidPersonalCode',
    ],
    ['a day that is none', carer, '2026-02-30', '2026-03-01', 'Client.SchemaMismatch'],
  ])('refuses %s', async (_what, code, algus, lopp, fault) => {
    expect((await ask(code, algus, lopp)).fault?.code).toBe(fault);
  });

  it('is for those alone who may', async () => {
    const refused = await askCare(door, SERVICE, { isikukood: carer, algus: '2026-01-01', lopp: '2026-01-01' }, { client: HEALTH });
    expect(refused.fault?.code).toBe('Client.AccessDenied');
  });

  it('fits the schema of the real star.wsdl', async () => {
    if (!hasShared('answers about care against the real star.wsdl')) return;
    using real = realContract();
    for (const code of [carer, unpaid, stranger]) expect(real.validate((await ask(code)).xml)).toEqual({ ok: true, value: undefined });
  });
});

describe('the facts', () => {
  it('are found by their keys', async () => {
    const period = { begins: Temporal.PlainDate.from('2026-01-01'), ends: Temporal.PlainDate.from('2026-12-31') };
    const plans = await door.database.transaction(async (tx) => [
      await selectDuties(tx, [carer], period).explain<{ 'QUERY PLAN': string }>(),
      await selectBenefits(tx, [carer], period).explain<{ 'QUERY PLAN': string }>(),
    ]);
    expect(JSON.stringify(plans[0])).toMatch(/carer_duty_pkey/);
    expect(JSON.stringify(plans[1])).toMatch(/carer_benefit_pkey/);
  });

  it('entered again change nothing but an end', async () => {
    const begins = Temporal.PlainDate.from('2024-09-01');
    const ends = Temporal.PlainDate.from('2026-10-31');
    const duty = { caredFor: caredFor[2], kind: 'FAMILY_CARER', begins } as const;
    const person = { personalCode: unpaid, firstName: 'JAAN', lastName: 'TAMM', benefits: [] };
    await door.database.transaction((tx) => enterCarers(tx, [{ ...person, duties: [{ ...duty, ends }] }]));
    expect(texts((await ask(unpaid)).xml, 'hoolduseLopp')).toEqual(['2026-10-31']);
    expect(texts((await ask(unpaid, '2026-11-01', '2026-12-31')).xml, 'viga')).toHaveLength(1);
  });
});
