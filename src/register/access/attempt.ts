import { randomBytes } from 'node:crypto';
import type { Temporal } from '../../platform/index.ts';
import type { Db } from '../../storage/index.ts';
import { hashPassword, passwordMatches } from './password.ts';
import { type Account, forgetAttempts, takeAttempt } from './store.ts';

/** Wrong passwords in a row after which an account is locked. */
const FAILURES_TO_LOCK = 5;
/** How long a locked account stays so. */
const LOCK_MINUTES = 15;

/** Nobody's id: an unknown user's attempt asks the database as much as a known one's. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What an unknown user's password is compared with, so that the answer takes as long as for a known one. */
const nobodysHash = hashPassword(randomBytes(16).toString('hex'));

export type AttemptRefused = 'UNKNOWN_USER' | 'LOCKED' | 'WRONG_PASSWORD';

/**
 * Looks at a password: why it is refused, or nothing. An attempt is counted before its password is looked at, and never rolled back: a hundred guesses
 * at once are no more than a hundred in a row.
 */
export async function tryPassword(
  db: Db,
  account: Account | undefined,
  password: string,
  at: Temporal.Instant,
): Promise<AttemptRefused | undefined> {
  const lock = { lockFrom: FAILURES_TO_LOCK, lockedUntil: at.add({ minutes: LOCK_MINUTES }) };
  const taken = await takeAttempt(db, account?.id ?? NOBODY, at, lock);
  const matches = await passwordMatches(password, account?.passwordHash ?? (await nobodysHash));
  if (account === undefined) return 'UNKNOWN_USER';
  if (!taken) return 'LOCKED';
  if (!matches) return 'WRONG_PASSWORD';
  await forgetAttempts(db, account.id);
  return undefined;
}
