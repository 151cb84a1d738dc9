import type { Temporal } from '../../platform/index.ts';
import type { AuthMethod } from './identity.ts';
import { passwordDaysLeft } from './password-age.ts';

/** What stands between somebody who has signed in and their work, in the order in which it has to be done. */
export const LIMITS = ['LOCKED', 'PASSWORD_CHANGE', 'TERMS', 'PROFILE'] as const;
export type Limit = (typeof LIMITS)[number];

/** With which code everything else is refused until it is done. */
export const REFUSED_BY = {
  LOCKED: 'SESSION_LOCKED',
  PASSWORD_CHANGE: 'PASSWORD_CHANGE_REQUIRED',
  TERMS: 'TERMS_NOT_ACCEPTED',
  PROFILE: 'PROFILE_INCOMPLETE',
} as const satisfies Record<Limit, string>;

/** What a session's limit follows from. */
export interface Standing {
  readonly locked: boolean;
  /** By what the person has signed in: a password that was not used need not be new. */
  readonly method: AuthMethod;
  readonly passwordOwnSince: Temporal.Instant | undefined;
  /** The newest terms of use are accepted. */
  readonly termsAccepted: boolean;
  /** The person has said of themselves what has to be known of a worker. */
  readonly profileFilled: boolean;
}

/** The first thing that has to be done. A new password first, then the terms, then one's own data (REQ-100 to REQ-102); a locked screen is nobody's until it is opened. */
export function limitOf(
  { locked, method, passwordOwnSince, termsAccepted, profileFilled }: Standing,
  now: Temporal.Instant,
): Limit | undefined {
  if (locked) return 'LOCKED';
  if (method === 'PASSWORD' && passwordDaysLeft(passwordOwnSince, now) === 0) return 'PASSWORD_CHANGE';
  if (!termsAccepted) return 'TERMS';
  return profileFilled ? undefined : 'PROFILE';
}
