import type { Temporal } from '../../platform/index.ts';

export interface Contacts {
  readonly email: string;
  readonly phone: string;
}

/** What a worker says of themselves (Enda andmed), as of one time. A change is a new version: what was said before stays (REQ-103). */
export interface EmployeeProfile {
  readonly userId: string;
  readonly version: number;
  /** By the classifier EDUCATION_LEVEL. Not said yet, where somebody else has entered the contacts alone. */
  readonly educationLevel: string | undefined;
  readonly contacts: Contacts;
  readonly enteredBy: string;
  readonly enteredAt: Temporal.Instant;
}
