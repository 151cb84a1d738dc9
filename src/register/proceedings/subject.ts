import type { Address } from '../../estonia/index.ts';
import type { Temporal } from '../../platform/index.ts';
import type { Subject } from './proceeding.ts';

/** What somebody lives by (domain 3.5, SOCIAL_STATUS; sotsiaalne seisund). */
export const SOCIAL_STATUSES = [
  'EMPLOYED',
  'FIE',
  'UNEMPLOYED_REGISTERED',
  'NOT_WORKING',
  'PENSIONER',
  'WORK_ABILITY_PARTIAL',
  'WORK_ABILITY_NONE',
  'PUPIL',
  'STUDENT',
  'PRESCHOOL',
  'PARENTAL_LEAVE',
  'CARER',
  'CONSCRIPT',
  'PRISONER',
  'OTHER',
] as const;
export type SocialStatus = (typeof SOCIAL_STATUSES)[number];

/** A subject's situation (menetluse subjekt), as this proceeding goes by: what is true of them elsewhere does not change it (REQ-175). */
export interface Situation {
  readonly actualAddress: Address | undefined;
  readonly socialStatus: SocialStatus | undefined;
}

/** A subject with their situation, and from when that is. */
export interface SubjectInSituation extends Subject, Situation {
  readonly asOf: Temporal.Instant | undefined;
}
