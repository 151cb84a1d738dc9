import { Temporal } from './clock.ts';
import { fail, ok, type Result } from './result.ts';

/** Days from one to another, both included; without a last one: until further notice. */
export interface Period {
  readonly validFrom: Temporal.PlainDate;
  readonly validTo: Temporal.PlainDate | undefined;
}

/** Whether there is a day in it at all. */
export function hasDays({ validFrom, validTo }: Period): boolean {
  return validTo === undefined || Temporal.PlainDate.compare(validFrom, validTo) <= 0;
}

export function holdsOn({ validFrom, validTo }: Period, day: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(validFrom, day) <= 0 && (validTo === undefined || Temporal.PlainDate.compare(day, validTo) <= 0);
}

/** Whether two periods have a day in common. */
export function overlaps(one: Period, other: Period): boolean {
  return holdsOn(one, other.validFrom) || holdsOn(other, one.validFrom);
}

/**
 * Puts one more period behind those that do not overlap: what held until further notice ends on the day before the next begins. Gives what is
 * thereby ended, or says that the next overlaps one that has been fixed.
 */
export function succeed<P extends Period>(earlier: readonly P[], next: Period): Result<P | undefined, 'OVERLAPS'> {
  const open = earlier.find(({ validFrom, validTo }) => validTo === undefined && Temporal.PlainDate.compare(validFrom, next.validFrom) < 0);
  return earlier.some((period) => period !== open && overlaps(period, next)) ? fail('OVERLAPS') : ok(open);
}
