import { Temporal, ZONE } from '../../platform/index.ts';
import type { Policies, RetentionGroup } from './policy.ts';

/** When somebody is of age (TsÜS § 8 lg 2). */
const MAJORITY_YEARS = 18;

/**
 * Before when something must have ended for its period to be over as of a day: the beginning of the day so long ago. What ended on that very day
 * is kept for one more, so that nothing goes an hour too soon.
 */
export function endedBefore(asOf: Temporal.PlainDate, ...periods: readonly string[]): Temporal.Instant {
  const day = periods.reduce((date, period) => date.subtract(period), asOf);
  return day.toZonedDateTime(ZONE).toInstant();
}

/** The day that a run goes by, and the periods that hold. */
export interface AsOf {
  readonly day: Temporal.PlainDate;
  readonly policies: Policies;
}

/** Before when something of a group must have ended for its whole period to be over, the archive included. */
export function outlived({ day, policies }: AsOf, group: RetentionGroup): Temporal.Instant {
  const { period, archive } = policies[group];
  return endedBefore(day, ...[period, archive].filter((part) => part !== undefined));
}

/** Whether somebody had turned so old so long before the day. Nobody knows of whom the date of birth is not known: it is taken for the day's. */
export function wasOfAge(
  birthDate: Temporal.PlainDate | undefined,
  asOf: Temporal.PlainDate,
  { years = MAJORITY_YEARS, ago = 'P0D' }: { readonly years?: number; readonly ago?: string } = {},
): boolean {
  return birthDate !== undefined && Temporal.PlainDate.compare(birthDate.add({ years }), asOf.subtract(ago)) < 0;
}
