import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { euroCents } from '../../../src/estonia/index.ts';
import { Temporal } from '../../../src/platform/index.ts';
import { type Area, type CapRule, capFor, checkRules, parseArea } from '../../../src/register/parameters/index.ts';

const m2 = (text: string): Area => parseArea(text) ?? expect.unreachable();
const cents = euroCents;
const day = Temporal.PlainDate.from;
const ANY = { from: m2('0'), to: undefined };
const dwelling = (area: string, members: number, on = '2022-07-15', countedArea = area) => ({
  area: m2(area),
  countedArea: m2(countedArea),
  members,
  on: day(on),
});

/** Tallinn from 01.07.2022 (domain 2.3): 17.00/m2 below 18 m2, 14.00 to 33, 11.00 above; there at most 550 + 75 for the fifth and each further member. */
const RENT: readonly CapRule[] = [
  { area: { from: m2('0'), to: m2('17.99') }, season: undefined, base: { by: 'M2', cents: cents(1_700) }, max: undefined },
  { area: { from: m2('18'), to: m2('33') }, season: undefined, base: { by: 'M2', cents: cents(1_400) }, max: undefined },
  {
    area: { from: m2('33.01'), to: undefined },
    season: undefined,
    base: { by: 'M2', cents: cents(1_100) },
    max: { cents: cents(55_000), further: { aboveMembers: 4, cents: cents(7_500) } },
  },
];
const HEATING_SEASON = { from: '10-01', to: '05-31' };
const HEATING: readonly CapRule[] = [{ area: ANY, season: HEATING_SEASON, base: { by: 'M2', cents: cents(400) }, max: undefined }];

describe('a housing cost cap', () => {
  it.each([
    ['17.99', 1, 30_583],
    ['18', 1, 25_200],
    ['33', 2, 46_200],
    ['33.01', 2, 36_311],
    ['60', 4, 55_000],
    ['60', 5, 62_500],
    ['60', 6, 66_000],
  ])('of Tallinn’s rent: %s m2, %i members', (area, members, most) => {
    expect(capFor(RENT, dwelling(area, members))).toBe(most);
  });

  it('takes the line by the dwelling and the sum by what is counted of it', () => {
    expect(capFor(RENT, dwelling('60', 1, '2022-07-15', '33'))).toBe(36_300);
  });

  it('by the person, and by the first member and each next', () => {
    const water: CapRule = { area: ANY, season: undefined, base: { by: 'PERSON', cents: cents(1_700) }, max: undefined };
    const electricity: CapRule = {
      area: ANY,
      season: undefined,
      base: { by: 'MEMBERS', first: cents(7_300), next: cents(1_200) },
      max: undefined,
    };
    expect(capFor([water], dwelling('40', 3))).toBe(5_100);
    expect([1, 2, 4].map((members) => capFor([electricity], dwelling('40', members)))).toEqual([7_300, 8_500, 10_900]);
    expect(capFor([{ ...water, base: { by: 'NOTHING' }, max: { cents: cents(10_000), further: undefined } }], dwelling('40', 3))).toBe(
      10_000,
    );
  });

  it('is nothing outside its season, which goes over the new year', () => {
    const most = ['09-30', '10-01', '12-31', '01-01', '05-31', '06-01'].map((on) => capFor(HEATING, dwelling('50', 1, `2022-${on}`)));
    expect(most).toEqual([0, 20_000, 20_000, 20_000, 20_000, 0]);
  });
});

describe('the lines of a cap', () => {
  const line = (from: string, to?: string, season?: CapRule['season']): CapRule => ({
    area: { from: m2(from), to: to === undefined ? undefined : m2(to) },
    season,
    base: { by: 'M2', cents: cents(100) },
    max: undefined,
  });
  it.each([
    ['from the largest to nothing', [line('33.01'), line('0', '33')], undefined],
    ['by season', [line('0', undefined, HEATING_SEASON), line('0', undefined, { from: '06-01', to: '09-30' })], undefined],
    ['with a gap', [line('0', '18'), line('18.02')], '/rules/1/area'],
    ['with an overlap', [line('0', '18'), line('18')], '/rules/1/area'],
    ['that do not begin at nothing', [line('1')], '/rules/0/area'],
    ['that do not go to the largest', [line('0', '33')], '/rules/0/area'],
    ['one behind the largest', [line('0'), line('33.01')], '/rules/1/area'],
    [
      'of seasons that meet',
      [line('0', undefined, HEATING_SEASON), line('0', undefined, { from: '05-31', to: '06-30' })],
      '/rules/1/season',
    ],
    ['of a season beside the whole year', [line('0'), line('0', undefined, HEATING_SEASON)], '/rules/1/season'],
    ['without a sum', [{ ...line('0'), base: { by: 'NOTHING' } as const }], '/rules/0/max'],
  ])('%s', (_what, rules, pointer) => {
    const checked = checkRules(rules);
    expect(checked.ok ? undefined : checked.error.fields?.[0]?.pointer).toBe(pointer);
  });

  it('that are accepted say of every dwelling and day exactly once how much, or nothing outside the season', () => {
    const season = fc.constantFrom(undefined, HEATING_SEASON, { from: '06-01', to: '09-30' }, { from: '06-15', to: '12-01' });
    const any = fc
      .record({ from: fc.integer({ min: 0, max: 4 }), length: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }), season })
      .map(({ from, length, season }) => line(String(from), length === undefined ? undefined : String(from + length), season));
    const bands = fc
      .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }), season)
      .map(([ends, season]) =>
        [0, ...ends.toSorted((a, b) => a - b)].map((from, index, all) =>
          line(String(from), all[index + 1] === undefined ? undefined : `${Number(all[index + 1]) - 1}.99`, season),
        ),
      );
    const rules = fc.oneof(
      fc.array(any, { minLength: 1, maxLength: 4 }),
      fc.array(bands, { minLength: 1, maxLength: 2 }).map((all) => all.flat()),
    );
    let accepted = 0;
    fc.assert(
      fc.property(rules, fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 365 }), (lines, area, days) => {
        if (!checkRules(lines).ok) return;
        accepted += 1;
        const on = day('2026-01-01').add({ days });
        const monthDay = on.toString().slice(5);
        const covered = ({ season }: CapRule) =>
          season === undefined ||
          (season.from <= season.to ? season.from <= monthDay && monthDay <= season.to : season.from <= monthDay || monthDay <= season.to);
        const applying = lines.filter((one) => one.area.from <= area && area <= (one.area.to ?? area) && covered(one));
        expect(applying.length).toBe(lines.some(covered) ? 1 : 0);
      }),
      { numRuns: 2_000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});
