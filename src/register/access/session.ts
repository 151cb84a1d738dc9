import { hash } from 'node:crypto';
import { type Clock, type Failure, fail, failure, ok, type Result, type Temporal, together } from '../../platform/index.ts';
import type { Database, Db } from '../../storage/index.ts';
import { appendAudit } from '../audit/index.ts';
import type { Actor } from './actor.ts';
import type { Authentication } from './identity.ts';
import { type Limit, limitOf } from './limit.ts';
import { passwordDaysLeft } from './password-age.ts';
import { deleteSession, deleteSessionsBefore, findSession, findSessions, type Session, setLocked, touchSession } from './session-store.ts';

/** A session that nobody has used for so long is over (INV-63). */
export const IDLE_MINUTES = 30;
/** No session outlives a long working day. */
const SESSION_HOURS_AT_MOST = 12;
/** A session's use is written down this often, not at every one of a burst of calls: the idle limit is exact to a second. */
const TOUCH_SECONDS = 1;

/** Sessions that are looked up by one statement, at most: those of calls that come at the same moment. */
const LOOKUPS = { atMost: 64, atATime: 2 };

/** Who calls, and what they have to do before anything else. */
export interface Caller {
  readonly actor: Actor;
  readonly limit: Limit | undefined;
}

type Ended = Failure<'SESSION_MISSING' | 'SESSION_EXPIRED'>;

/**
 * Says who stands behind a token now, and takes it for a sign of life where the call is one: a page that looks for itself whether there is something
 * new keeps nobody signed in (REQ-132). What is asked at the same moment is looked up together; nothing is remembered.
 */
export function authentication(db: Db, clock: Clock): (token: string, isSignOfLife: boolean) => Promise<Result<Caller, Ended>> {
  const find = together<Uint8Array, Session | undefined>((hashes) => findSessions(db, hashes), LOOKUPS);
  return async (token, isSignOfLife) => {
    const session = await find(hashOf(token));
    if (session === undefined) return fail(failure('SESSION_MISSING'));
    const now = clock.now();
    if (hasEnded(session, now)) {
      await deleteSession(db, session.actor.sessionId);
      return fail(failure('SESSION_EXPIRED'));
    }
    if (isSignOfLife && secondsFrom(session.seenAt, now) >= TOUCH_SECONDS) {
      await touchSession(db, session.actor.sessionId, now, now.subtract({ seconds: TOUCH_SECONDS }));
    }
    return ok({ actor: session.actor, limit: limitOf(session, now) });
  };
}

/** Idle for half an hour (the thirtieth minute's end is too late, REQ-132), or open since a working day. */
export function hasEnded(session: Pick<Session, 'startedAt' | 'seenAt'>, now: Temporal.Instant): boolean {
  return secondsFrom(session.seenAt, now) >= IDLE_MINUTES * 60 || secondsFrom(session.startedAt, now) >= SESSION_HOURS_AT_MOST * 3600;
}

function secondsFrom(a: Temporal.Instant, b: Temporal.Instant): number {
  return (b.epochMilliseconds - a.epochMilliseconds) / 1000;
}

/** What a session must have been used after, and begun after, to be alive. */
export function oldestAlive(now: Temporal.Instant): { readonly seenAt: Temporal.Instant; readonly startedAt: Temporal.Instant } {
  return { seenAt: now.subtract({ minutes: IDLE_MINUTES }), startedAt: now.subtract({ hours: SESSION_HOURS_AT_MOST }) };
}

/** Whether a session is still good for everything, asked without using it: an open event stream keeps nobody signed in. */
export async function isSessionAlive(db: Db, clock: Clock, sessionId: string): Promise<boolean> {
  const session = await findSession(db, sessionId);
  const now = clock.now();
  return session !== undefined && !hasEnded(session, now) && limitOf(session, now) === undefined;
}

/** How a session stands: by what it was begun, what its person has to do before anything else, and for how long the password that they use is good. */
export async function standingOf(
  db: Db,
  clock: Clock,
  sessionId: string,
): Promise<(Authentication & { readonly limit: Limit | undefined; readonly passwordDaysLeft: number | undefined }) | undefined> {
  const session = await findSession(db, sessionId);
  if (session === undefined) return undefined;
  const now = clock.now();
  const { method, level, passwordOwnSince } = session;
  const daysLeft = method === 'PASSWORD' ? passwordDaysLeft(passwordOwnSince, now) : undefined;
  return { method, level, limit: limitOf(session, now), passwordDaysLeft: daysLeft };
}

/** Throws away the sessions that have ended. */
export async function forgetEndedSessions(db: Db, clock: Clock): Promise<void> {
  await deleteSessionsBefore(db, oldestAlive(clock.now()));
}

interface SessionPorts {
  readonly database: Database;
  readonly clock: Clock;
}

export async function signOut({ database, clock }: SessionPorts, actor: Actor): Promise<void> {
  await database.transaction(async (tx) => {
    await deleteSession(tx, actor.sessionId);
    await appendAudit(tx, { action: 'SIGN_OUT', at: clock.now(), actor, outcome: 'DONE' });
  });
}

/** Locks the screen of somebody who leaves their desk: the session goes on once they have shown again who they are (REQ-120). */
export async function lockScreen({ database, clock }: SessionPorts, actor: Actor): Promise<void> {
  await database.transaction(async (tx) => {
    await setLocked(tx, actor.sessionId, true);
    await appendAudit(tx, { action: 'SCREEN_LOCKED', at: clock.now(), actor, outcome: 'DONE' });
  });
}

export function hashOf(token: string): Uint8Array {
  return hash('sha256', token, 'buffer');
}
