import { createHash, randomBytes } from 'node:crypto';
import { type Clock, type Failure, fail, failure, newId, ok, type Result } from '../../platform/index.ts';
import type { Db } from '../../storage/index.ts';
import { appendAudit } from '../audit/index.ts';
import type { Actor } from './actor.ts';
import { hashPassword, passwordMatches } from './password.ts';
import {
  countFailure,
  deleteSession,
  findAccount,
  findSession,
  forgetFailures,
  insertSession,
  membershipsOf,
  touchSession,
} from './store.ts';

/** After so many wrong passwords in a row an account is locked ... */
const FAILURES_TO_LOCK = 5;
/** ... for so long. */
const LOCK_MINUTES = 15;
/** A session that nobody has used for so long is over (INV-63). */
export const IDLE_MINUTES = 30;
/** No session outlives a long working day. */
const SESSION_HOURS_AT_MOST = 12;
/** A session's use is written down this often, not at every call: the idle limit is exact to a minute. */
const TOUCH_SECONDS = 60;

export interface SignIn {
  readonly username: string;
  readonly password: string;
  readonly institutionId: string | undefined;
}

/** What an unknown user's password is compared with, so that the answer takes as long as for a known one. */
const nobodysHash = hashPassword(randomBytes(16).toString('hex'));

/**
 * Signs a person in to one of their institutions. Unknown user, wrong password, locked and inactive account get one and the same answer.
 * Gives the session's token; only its hash is stored.
 */
export async function signIn(
  db: Db,
  clock: Clock,
  { username, password, institutionId }: SignIn,
): Promise<Result<{ token: string }, Failure<'SIGN_IN_REFUSED' | 'INSTITUTION_REQUIRED'>>> {
  const at = clock.now();
  const account = await findAccount(db, username);
  const matches = await passwordMatches(password, account?.passwordHash ?? (await nobodysHash));
  const refused = async (code: string) => {
    const object = account === undefined ? {} : { object: { type: 'user', id: account.id } };
    await appendAudit(db, { action: 'SIGN_IN', at, system: 'access', ...object, outcome: 'REFUSED', code });
    return fail(failure('SIGN_IN_REFUSED'));
  };
  if (account === undefined) return refused('UNKNOWN_USER');
  if (account.lockedUntil !== undefined && account.lockedUntil.epochMilliseconds > at.epochMilliseconds) return refused('LOCKED');
  if (!matches) {
    await countFailure(db, account.id, FAILURES_TO_LOCK, at.add({ minutes: LOCK_MINUTES }));
    return refused('WRONG_PASSWORD');
  }
  if (!account.active) return refused('INACTIVE');
  const institutions = await membershipsOf(db, account.id);
  const chosen = institutionId ?? (institutions.length === 1 ? institutions[0] : undefined);
  if (chosen === undefined || !institutions.includes(chosen)) return fail(failure('INSTITUTION_REQUIRED'));

  if (account.failures > 0) await forgetFailures(db, account.id);
  const token = randomBytes(32).toString('base64url');
  await insertSession(db, { id: newId(), tokenHash: hashOf(token), userId: account.id, institutionId: chosen, at });
  await appendAudit(db, { action: 'SIGN_IN', at, system: 'access', object: { type: 'user', id: account.id }, outcome: 'DONE' });
  return ok({ token });
}

/** Who stands behind a token now. */
export async function authenticate(
  db: Db,
  clock: Clock,
  token: string,
): Promise<Result<Actor, Failure<'SESSION_MISSING' | 'SESSION_EXPIRED'>>> {
  const session = await findSession(db, hashOf(token));
  if (session === undefined) return fail(failure('SESSION_MISSING'));
  const now = clock.now();
  const idle = now.since(session.seenAt).total('seconds');
  if (idle > IDLE_MINUTES * 60 || now.since(session.startedAt).total('hours') > SESSION_HOURS_AT_MOST) {
    await deleteSession(db, session.actor.sessionId);
    return fail(failure('SESSION_EXPIRED'));
  }
  if (idle >= TOUCH_SECONDS) await touchSession(db, session.actor.sessionId, now);
  return ok(session.actor);
}

export async function signOut(db: Db, clock: Clock, actor: Actor): Promise<void> {
  await deleteSession(db, actor.sessionId);
  await appendAudit(db, { action: 'SIGN_OUT', at: clock.now(), actor, outcome: 'DONE' });
}

function hashOf(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}
