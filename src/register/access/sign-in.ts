import { createHash, randomBytes } from 'node:crypto';
import { type Clock, type Failure, fail, failure, newId, ok, type Result, type Temporal, together } from '../../platform/index.ts';
import type { Db } from '../../storage/index.ts';
import { appendAudit } from '../audit/index.ts';
import type { Actor } from './actor.ts';
import { hashPassword, passwordMatches } from './password.ts';
import {
  deleteSession,
  deleteSessionsBefore,
  findAccount,
  findSessions,
  findSessionTimes,
  forgetAttempts,
  insertSession,
  membershipsOf,
  type Session,
  takeAttempt,
  touchSession,
} from './store.ts';

/** Wrong passwords in a row after which an account is locked. */
const FAILURES_TO_LOCK = 5;
/** How long a locked account stays so. */
const LOCK_MINUTES = 15;
/** A session that nobody has used for so long is over (INV-63). */
export const IDLE_MINUTES = 30;
/** No session outlives a long working day. */
const SESSION_HOURS_AT_MOST = 12;
/** A session's use is written down this often, not at every one of a burst of calls: the idle limit is exact to a second. */
const TOUCH_SECONDS = 1;

export interface SignIn {
  readonly username: string;
  readonly password: string;
  readonly institutionId: string | undefined;
}

/** Nobody's id: an unknown user's sign-in asks the database as much as a known one's. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What an unknown user's password is compared with, so that the answer takes as long as for a known one. */
const nobodysHash = hashPassword(randomBytes(16).toString('hex'));

/**
 * Signs a person in to one of their institutions. Unknown user, wrong password, locked and inactive account get one and the same answer, in the
 * same time. An attempt is counted before its password is looked at: a hundred guesses at once are no more than a hundred in a row.
 * Gives the session's token; only its hash is stored.
 */
export async function signIn(
  db: Db,
  clock: Clock,
  { username, password, institutionId }: SignIn,
): Promise<Result<{ token: string }, Failure<'SIGN_IN_REFUSED' | 'INSTITUTION_REQUIRED'>>> {
  const at = clock.now();
  const account = await findAccount(db, username);
  const taken = await takeAttempt(db, account?.id ?? NOBODY, at, {
    lockFrom: FAILURES_TO_LOCK,
    lockedUntil: at.add({ minutes: LOCK_MINUTES }),
  });
  const matches = await passwordMatches(password, account?.passwordHash ?? (await nobodysHash));
  const refused = async (code: string) => {
    const object = account === undefined ? {} : { object: { type: 'user', id: account.id } };
    await appendAudit(db, { action: 'SIGN_IN', at, system: 'access', ...object, outcome: 'REFUSED', code });
    return fail(failure('SIGN_IN_REFUSED'));
  };
  if (account === undefined) return refused('UNKNOWN_USER');
  if (!taken) return refused('LOCKED');
  if (!matches) return refused('WRONG_PASSWORD');
  if (!account.active) return refused('INACTIVE');
  await forgetAttempts(db, account.id);
  const institutions = await membershipsOf(db, account.id);
  const chosen = institutionId ?? (institutions.length === 1 ? institutions[0] : undefined);
  if (chosen === undefined || !institutions.includes(chosen)) return fail(failure('INSTITUTION_REQUIRED'));

  const token = randomBytes(32).toString('base64url');
  await insertSession(db, { id: newId(), tokenHash: hashOf(token), userId: account.id, institutionId: chosen, at });
  await appendAudit(db, { action: 'SIGN_IN', at, system: 'access', object: { type: 'user', id: account.id }, outcome: 'DONE' });
  return ok({ token });
}

/** Sessions that are looked up by one statement, at most: those of calls that come at the same moment. */
const LOOKUPS = { atMost: 64, atATime: 2 };

/** Says who stands behind a token now. What is asked at the same moment is looked up together; nothing is remembered. */
export function authentication(
  db: Db,
  clock: Clock,
): (token: string) => Promise<Result<Actor, Failure<'SESSION_MISSING' | 'SESSION_EXPIRED'>>> {
  const find = together<Uint8Array, Session | undefined>((hashes) => findSessions(db, hashes), LOOKUPS);
  return async (token) => judge(db, clock, await find(hashOf(token)));
}

async function judge(
  db: Db,
  clock: Clock,
  session: Session | undefined,
): Promise<Result<Actor, Failure<'SESSION_MISSING' | 'SESSION_EXPIRED'>>> {
  if (session === undefined) return fail(failure('SESSION_MISSING'));
  const now = clock.now();
  if (hasEnded(session, now)) {
    await deleteSession(db, session.actor.sessionId);
    return fail(failure('SESSION_EXPIRED'));
  }
  if (secondsFrom(session.seenAt, now) >= TOUCH_SECONDS) {
    await touchSession(db, session.actor.sessionId, now, now.subtract({ seconds: TOUCH_SECONDS }));
  }
  return ok(session.actor);
}

/** Idle for half an hour (the thirtieth minute's end is too late, REQ-132), or open since a working day. */
function hasEnded(session: { readonly startedAt: Temporal.Instant; readonly seenAt: Temporal.Instant }, now: Temporal.Instant): boolean {
  return secondsFrom(session.seenAt, now) >= IDLE_MINUTES * 60 || secondsFrom(session.startedAt, now) >= SESSION_HOURS_AT_MOST * 3600;
}

function secondsFrom(a: Temporal.Instant, b: Temporal.Instant): number {
  return (b.epochMilliseconds - a.epochMilliseconds) / 1000;
}

/** Whether a session is still good, asked without using it: an open event stream keeps nobody signed in. */
export async function isSessionAlive(db: Db, clock: Clock, sessionId: string): Promise<boolean> {
  const times = await findSessionTimes(db, sessionId);
  return times !== undefined && !hasEnded(times, clock.now());
}

/** Throws away the sessions that have ended. */
export async function forgetEndedSessions(db: Db, clock: Clock): Promise<void> {
  const now = clock.now();
  await deleteSessionsBefore(db, {
    seenAt: now.subtract({ minutes: IDLE_MINUTES }),
    startedAt: now.subtract({ hours: SESSION_HOURS_AT_MOST }),
  });
}

export async function signOut(db: Db, clock: Clock, actor: Actor): Promise<void> {
  await deleteSession(db, actor.sessionId);
  await appendAudit(db, { action: 'SIGN_OUT', at: clock.now(), actor, outcome: 'DONE' });
}

function hashOf(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}
