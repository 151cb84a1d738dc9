import type { PersonalCode } from '../../estonia/index.ts';
import { Temporal, ZONE } from '../../platform/index.ts';

/**
 * Somebody whom many know, or whose data somebody is after: every look at them is a signal (REQ-246). Who is listed is supervision's to know alone, and
 * for no longer than somebody has said.
 */
export interface ListedPerson {
  readonly id: string;
  readonly personalCode: PersonalCode;
  readonly reason: string;
  readonly listedBy: string;
  readonly listedAt: Temporal.Instant;
  /** The last day. */
  readonly until: Temporal.PlainDate;
}

/** The longest that somebody is listed before somebody must say so again, in years. */
export const LISTED_YEARS_AT_MOST = 2;

/** Whether somebody was listed at a moment. */
export function isListedAt({ listedAt, until }: Pick<ListedPerson, 'listedAt' | 'until'>, at: Temporal.Instant): boolean {
  const day = at.toZonedDateTimeISO(ZONE).toPlainDate();
  return Temporal.Instant.compare(listedAt, at) <= 0 && Temporal.PlainDate.compare(day, until) <= 0;
}
