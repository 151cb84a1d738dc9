import fc from 'fast-check';
import { expect, it } from 'vitest';
import { euroCents } from '../../../src/estonia/index.ts';
import { overlaps, Temporal } from '../../../src/platform/index.ts';
import { describedOn } from '../../../src/register/measures/determination.ts';
import { type Displaced, ending, type Measure, type MeasureEntry, readTerms, succession } from '../../../src/register/measures/measure.ts';

const START = Temporal.PlainDate.from('2026-01-01');
const HERE = 'here';
const entry = (validFrom: Temporal.PlainDate, validTo: Temporal.PlainDate | undefined): MeasureEntry => ({
  validFrom,
  ...(validTo === undefined ? {} : { validTo }),
  name: 'Küttetoetus',
  type: 'KOV_NEED',
  targetGroups: ['ALL'],
  needBased: true,
  entryDuty: 'VOLUNTARY',
  periodicity: 'ONE_OFF',
  priceType: 'FIXED',
  amount: euroCents(10_000),
  paymentMethods: ['BANK'],
  legalBasisIds: ['a-legal-basis'],
});

type Step =
  | { readonly kind: 'WAIT'; readonly days: number }
  | { readonly kind: 'ANEW'; readonly inDays: number; readonly forDays: number | undefined }
  | { readonly kind: 'END'; readonly inDays: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('WAIT' as const), days: fc.integer({ min: 1, max: 20 }) }),
  fc.record({
    kind: fc.constant('ANEW' as const),
    inDays: fc.integer({ min: -5, max: 15 }),
    forDays: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('END' as const), inDays: fc.integer({ min: -5, max: 15 }) }),
);

/** The measure as the use cases leave it: what is refused changes nothing. */
function after(measure: Measure, today: Temporal.PlainDate, what: Exclude<Step, { kind: 'WAIT' }>): Measure {
  const day = today.add({ days: what.inDays });
  if (what.kind === 'END') {
    const ended = ending(measure, day, today);
    return ended.ok ? without(measure, ended.value, day) : measure;
  }
  const terms = readTerms(measure.kind, entry(day, what.forDays === undefined ? undefined : day.add({ days: what.forDays })));
  const displaced = terms.ok ? succession(measure, terms.value, today) : terms;
  if (!terms.ok || !displaced.ok) return measure;
  const left = without(measure, displaced.value, day.subtract({ days: 1 }));
  const no = left.version;
  return { ...left, versions: [...left.versions, { id: `version-${no}`, no, ...terms.value }] };
}

function without(measure: Measure, { ended, takenBack }: Displaced, lastDay: Temporal.PlainDate): Measure {
  const left = measure.versions.filter((one) => !takenBack.includes(one));
  return { ...measure, version: measure.version + 1, versions: left.map((one) => (one === ended ? { ...one, validTo: lastDay } : one)) };
}

it('what stood of a measure on a day stands for good, whatever is described and ended afterwards', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const terms = readTerms('BENEFIT', entry(START, undefined));
      let measure: Measure = {
        id: 'measure',
        kind: 'BENEFIT',
        institutionId: HERE,
        version: 1,
        versions: terms.ok ? [{ id: 'version-1', no: 1, ...terms.value }] : [],
      };
      let today = START;
      const determinedBy = new Map<string, string | undefined>();
      const on = (day: Temporal.PlainDate) => {
        const described = describedOn(measure, { institutionId: HERE, on: day });
        return described.ok ? described.value.version.id : undefined;
      };
      for (const what of steps) {
        if (what.kind === 'WAIT') today = today.add({ days: what.days });
        else measure = after(measure, today, what);
        determinedBy.set(today.toString(), determinedBy.get(today.toString()) ?? on(today));
        for (const [day, version] of determinedBy) expect(on(Temporal.PlainDate.from(day))).toBe(version);
        for (const [index, one] of measure.versions.entries()) {
          for (const other of measure.versions.slice(index + 1)) expect(overlaps(one, other)).toBe(false);
        }
      }
    }),
    { numRuns: 300 },
  );
});
