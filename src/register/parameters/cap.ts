import { type EuroCents, euroCents } from '../../estonia/index.ts';
import { type Failure, fail, failure, ok, type Period, type Result, type Temporal } from '../../platform/index.ts';
import type { Area } from './area.ts';
import { times } from './ratio.ts';

/** Days of every year, both included, as month and day: `10-01` to `05-31` is the heating season. */
export interface Season {
  readonly from: string;
  readonly to: string;
}

/** The sum that a cost grows to with the dwelling or the family; none: the highest sum alone. */
export type CapBase =
  | { readonly by: 'M2'; readonly cents: EuroCents }
  | { readonly by: 'PERSON'; readonly cents: EuroCents }
  | { readonly by: 'MEMBERS'; readonly first: EuroCents; readonly next: EuroCents }
  | { readonly by: 'NOTHING' };

/** The highest sum, and how much higher it is for each member above so many. */
export interface CapMax {
  readonly cents: EuroCents;
  readonly further: { readonly aboveMembers: number; readonly cents: EuroCents } | undefined;
}

/** One line of a municipality's regulation (domain 2.3, "Municipal cap shapes"). */
export interface CapRule {
  /** For dwellings of these areas, both included; undefined as `to`: and larger. */
  readonly area: { readonly from: Area; readonly to: Area | undefined };
  readonly season: Season | undefined;
  readonly base: CapBase;
  readonly max: CapMax | undefined;
}

/** How much of a kind of housing cost a municipality accepts at most (eluasemekulu piirmäär). SHS § 133 (5), (6). */
export interface HousingCostCap extends Period {
  readonly id: string;
  readonly institutionId: string;
  readonly costKind: string;
  readonly rules: readonly CapRule[];
  readonly legalBasisId: string;
}

/** What a cap is asked for. */
export interface Dwelling {
  /** Decides which line applies. */
  readonly area: Area;
  /** What is paid for by the square metre: the whole area or the norm, as the municipality counts. */
  readonly countedArea: Area;
  readonly members: number;
  readonly on: Temporal.PlainDate;
}

/** The most that is accepted. Outside every season of a seasonal cost it is nothing. */
export function capFor(rules: readonly CapRule[], dwelling: Dwelling): EuroCents {
  const rule = rules.find(({ area, season }) => isWithin(area, dwelling.area) && isIn(season, dwelling.on));
  if (rule === undefined) return euroCents(0);
  const most = rule.max && highest(rule.max, dwelling.members);
  const grown = grow(rule.base, dwelling);
  if (grown === undefined) return most ?? euroCents(0);
  return most === undefined ? grown : euroCents(Math.min(grown, most));
}

function grow(base: CapBase, { countedArea, members }: Dwelling): EuroCents | undefined {
  switch (base.by) {
    case 'M2':
      return times(base.cents, { numerator: countedArea, denominator: 100 });
    case 'PERSON':
      return euroCents(base.cents * members);
    case 'MEMBERS':
      return euroCents(base.first + base.next * (members - 1));
    default:
      return undefined;
  }
}

function highest({ cents, further }: CapMax, members: number): EuroCents {
  return further === undefined ? cents : euroCents(cents + further.cents * Math.max(0, members - further.aboveMembers));
}

/**
 * Whether exactly one line says how much a dwelling's cost may be, whatever its area, on each day on which one does: the areas of a season follow
 * each other from nothing to the largest, and seasons have no day in common. A line without a sum caps nothing.
 */
export function checkRules(rules: readonly CapRule[]): Result<void, Failure<'CAP_RULES_INVALID'>> {
  const invalid = (index: number, member: string, code: string) =>
    fail(failure('CAP_RULES_INVALID', { fields: [{ pointer: `/rules/${index}/${member}`, code }] }));
  const numbered = rules.map((rule, index) => ({ ...rule, index }));
  const empty = numbered.find(({ base, max }) => base.by === 'NOTHING' && max === undefined);
  if (empty !== undefined) return invalid(empty.index, 'max', 'NO_SUM');
  const seasons = [...Map.groupBy(numbered, ({ season }) => (season === undefined ? 'ALWAYS' : `${season.from} ${season.to}`)).values()];
  for (const [place, lines] of seasons.entries()) {
    const [first] = lines;
    const met = seasons.slice(0, place).some(([earlier]) => share(earlier?.season, first?.season));
    if (first !== undefined && met) return invalid(first.index, 'season', 'OVERLAPS');
    let from = 0;
    for (const { area, index } of lines.toSorted((a, b) => a.area.from - b.area.from)) {
      if (area.from !== from || (area.to !== undefined && area.to < area.from)) return invalid(index, 'area', 'GAP_OR_OVERLAP');
      from = area.to === undefined ? Number.POSITIVE_INFINITY : area.to + 1;
    }
    if (first !== undefined && from !== Number.POSITIVE_INFINITY) return invalid(first.index, 'area', 'NOT_TO_THE_LARGEST');
  }
  return ok(undefined);
}

function isWithin({ from, to }: CapRule['area'], area: Area): boolean {
  return from <= area && (to === undefined || area <= to);
}

function isIn(season: Season | undefined, day: Temporal.PlainDate): boolean {
  return season === undefined || has(season, day.toString().slice(5));
}

/** A season that ends before it begins goes over the new year. */
function has({ from, to }: Season, monthDay: string): boolean {
  return from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to;
}

function share(one: Season | undefined, other: Season | undefined): boolean {
  return one === undefined || other === undefined || has(one, other.from) || has(other, one.from);
}
