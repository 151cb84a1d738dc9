import { type Static, Type } from 'typebox';
import { type EuroCents, formatEuros, parseEuros } from '../../estonia/index.ts';
import { formatArea, parseArea } from './area.ts';
import type { CapBase, CapRule } from './cap.ts';

const strict = { additionalProperties: false };
/** Euros with exactly two decimals. */
const Euros = Type.String({ pattern: '^\\d{1,7}\\.\\d\\d$' });
const Metres = Type.String({ pattern: '^\\d{1,6}(\\.\\d{1,2})?$', description: 'Square metres, at most two decimals' });
const MonthDay = Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' });

/** A line of a cap as it is sent and shown. */
export const CapRuleBody = Type.Object(
  {
    area: Type.Optional(Type.Object({ from: Type.Optional(Metres), to: Type.Optional(Metres) }, strict)),
    season: Type.Optional(Type.Object({ from: MonthDay, to: MonthDay }, strict)),
    base: Type.Optional(
      Type.Union([
        Type.Object({ perM2: Euros }, strict),
        Type.Object({ perPerson: Euros }, strict),
        Type.Object({ firstMember: Euros, nextMember: Euros }, strict),
      ]),
    ),
    max: Type.Optional(
      Type.Object(
        {
          amount: Euros,
          further: Type.Optional(Type.Object({ aboveMembers: Type.Integer({ minimum: 1, maximum: 50 }), amount: Euros }, strict)),
        },
        strict,
      ),
    ),
  },
  strict,
);

type Body = Static<typeof CapRuleBody>;

export function readRule({ area, season, base, max }: Body): CapRule {
  return {
    area: { from: areaOf(area?.from ?? '0'), to: area?.to === undefined ? undefined : areaOf(area.to) },
    season,
    base: readBase(base),
    max: max && {
      cents: centsOf(max.amount),
      further: max.further && { aboveMembers: max.further.aboveMembers, cents: centsOf(max.further.amount) },
    },
  };
}

function readBase(base: Body['base']): CapBase {
  if (base === undefined) return { by: 'NOTHING' };
  if ('perM2' in base) return { by: 'M2', cents: centsOf(base.perM2) };
  if ('perPerson' in base) return { by: 'PERSON', cents: centsOf(base.perPerson) };
  return { by: 'MEMBERS', first: centsOf(base.firstMember), next: centsOf(base.nextMember) };
}

export function showRule({ area, season, base, max }: CapRule): Body {
  return {
    area: { from: formatArea(area.from), ...(area.to === undefined ? {} : { to: formatArea(area.to) }) },
    ...(season === undefined ? {} : { season }),
    ...(base.by === 'NOTHING' ? {} : { base: showBase(base) }),
    ...(max === undefined
      ? {}
      : {
          max: {
            amount: formatEuros(max.cents),
            ...(max.further === undefined
              ? {}
              : { further: { aboveMembers: max.further.aboveMembers, amount: formatEuros(max.further.cents) } }),
          },
        }),
  };
}

function showBase(base: Exclude<CapBase, { by: 'NOTHING' }>): NonNullable<Body['base']> {
  if (base.by === 'M2') return { perM2: formatEuros(base.cents) };
  if (base.by === 'PERSON') return { perPerson: formatEuros(base.cents) };
  return { firstMember: formatEuros(base.first), nextMember: formatEuros(base.next) };
}

/** The schema has let nothing else through. */
function centsOf(text: string): EuroCents {
  const cents = parseEuros(text);
  if (cents === undefined) throw new RangeError('not an amount');
  return cents;
}

function areaOf(text: string) {
  const area = parseArea(text);
  if (area === undefined) throw new RangeError('not an area');
  return area;
}
