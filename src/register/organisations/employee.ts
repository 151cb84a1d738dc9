import { type Temporal, ZONE } from '../../platform/index.ts';
import type { EmployeeRecord } from '../access/index.ts';
import type { EmployeePost } from './employee-post.ts';
import type { EmployeeProfile } from './profile.ts';

/** An institution's employee: their account there, what the institution has of them, what they say of themselves. */
export interface Employee {
  readonly record: EmployeeRecord;
  readonly post: EmployeePost | undefined;
  readonly profile: EmployeeProfile | undefined;
}

/** Whether somebody has not looked at their own data for so many months, or never said what their education is (REQ-103). */
export function isStale(profile: EmployeeProfile | undefined, months: number, now: Temporal.Instant): boolean {
  if (profile?.educationLevel === undefined) return true;
  const due = profile.enteredAt.toZonedDateTimeISO(ZONE).add({ months }).toInstant();
  return due.epochMilliseconds <= now.epochMilliseconds;
}
