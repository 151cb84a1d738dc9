import type { Month, PersonalCode } from '../estonia/index.ts';

/** A month for which the household of a person was granted subsistence benefit (toimetulekutoetus, SHS § 131). */
export interface SubsistenceGrant {
  readonly personalCode: PersonalCode;
  readonly firstName: string;
  readonly lastName: string;
  readonly month: Month;
}

/** What the register knows of granted subsistence benefit; whoever decides on benefits gives it. */
export interface SubsistenceFacts {
  /** The last month granted between two months, both included. */
  lastGrant(personalCode: PersonalCode, first: Month, last: Month): Promise<SubsistenceGrant | undefined>;
}
