import type { Temporal } from '../../platform/index.ts';

/** A password is renewed at the latest after so many days (REQ-115): a quarter, as state institutions' rules have it. */
export const PASSWORD_DAYS = 90;
/** So many days before, its owner is told at each sign-in (REQ-115). */
export const PASSWORD_WARNING_DAYS = 14;

const DAY_MS = 86_400_000;

/** Whole days for which a password is still good: none where its owner has not chosen it, or chose it too long ago. */
export function passwordDaysLeft(ownSince: Temporal.Instant | undefined, now: Temporal.Instant): number {
  if (ownSince === undefined) return 0;
  return Math.max(0, PASSWORD_DAYS - Math.floor((now.epochMilliseconds - ownSince.epochMilliseconds) / DAY_MS));
}
