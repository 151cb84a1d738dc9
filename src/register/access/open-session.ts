import { randomBytes } from 'node:crypto';
import { type Clock, type Failure, fail, failure, newId, ok, type Result, type Temporal } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import { appendAudit } from '../audit/index.ts';
import type { Authentication, Identity } from './identity.ts';
import { type Limit, limitOf } from './limit.ts';
import { isInside } from './network.ts';
import { findNetworks } from './network-store.ts';
import { passwordDaysLeft } from './password-age.ts';
import { hashOf, oldestAlive } from './session.ts';
import { deleteSessionsElsewhere, findSession, insertSession } from './session-store.ts';
import { findUserOf, holdUser, noteSignIn, workplacesOf } from './store.ts';

/** From where somebody signs in (REQ-117). */
export interface Place {
  readonly address: string;
  /** As the workplace computer or what stands before us names it. */
  readonly device: string | undefined;
}

/** Somebody who has shown who they are, and where they want to work. */
export interface Arrival extends Authentication {
  readonly userId: string;
  readonly institutionId: string | undefined;
  readonly place: Place;
}

/** Somebody who may go in, and where. */
export interface Admitted extends Arrival {
  readonly institutionId: string;
}

/** Somebody who works in several institutions and has named none of them: these. */
export interface InstitutionRequired extends Failure<'INSTITUTION_REQUIRED'> {
  readonly institutionIds: readonly string[];
}

export type NotAdmitted = Failure<'ACCOUNT_INACTIVE' | 'NETWORK_NOT_ALLOWED'> | InstitutionRequired;

export interface SignedIn {
  readonly token: string;
  readonly level: Authentication['level'];
  /** What has to be done before anything else. */
  readonly limit: Limit | undefined;
  /** Undefined where no password was used. */
  readonly passwordDaysLeft: number | undefined;
}

/** Somebody who is not let in: by what they tried it, and what was wrong where the code does not say. */
interface Refused {
  readonly userId?: string | undefined;
  readonly place: Place;
  readonly method: string;
  readonly reason?: string;
}

/** Writes down that somebody was not let in. */
export async function noteRefusal(db: Db, at: Temporal.Instant, { userId, place, method, reason }: Refused, code: string): Promise<void> {
  const object = userId === undefined ? {} : { object: { type: 'user', id: userId } };
  const details = { address: place.address, device: place.device ?? null, method, ...(reason === undefined ? {} : { reason }) };
  await appendAudit(db, { action: 'SIGN_IN', at, system: 'access', ...object, outcome: 'REFUSED', code, details });
}

/** Lets somebody in from where they are: to the institution that they name, or to the only one in which they still work. */
export async function admit(db: Db, at: Temporal.Instant, arrival: Arrival): Promise<Result<Admitted, NotAdmitted>> {
  const institutions = await workplacesOf(db, arrival.userId);
  if (institutions.length === 0) {
    await noteRefusal(db, at, arrival, 'INACTIVE');
    return fail(failure('ACCOUNT_INACTIVE'));
  }
  const institutionId = arrival.institutionId ?? (institutions.length === 1 ? institutions[0] : undefined);
  if (institutionId === undefined || !institutions.includes(institutionId))
    return fail({ ...failure('INSTITUTION_REQUIRED'), institutionIds: institutions });
  if (isInside((await findNetworks(db, institutionId)).networks, arrival.place.address)) return ok({ ...arrival, institutionId });
  await noteRefusal(db, at, arrival, 'NETWORK_NOT_ALLOWED');
  return fail(failure('NETWORK_NOT_ALLOWED'));
}

/** Lets in whom the state vouches for, if there is an account of theirs. */
export async function admitIdentified(
  db: Db,
  at: Temporal.Instant,
  { personalCode, method, level }: Identity,
  { institutionId, place }: Pick<Arrival, 'institutionId' | 'place'>,
): Promise<Result<Admitted, NotAdmitted | Failure<'ACCOUNT_MISSING'>>> {
  const user = await findUserOf(db, personalCode);
  if (user !== undefined) return admit(db, at, { userId: user.userId, institutionId, place, method, level });
  await noteRefusal(db, at, { place, method }, 'ACCOUNT_MISSING');
  return fail(failure('ACCOUNT_MISSING'));
}

/**
 * Opens the session of somebody who has been admitted, by whatever they have shown who they are. Gives its token; only its hash is stored. Whoever
 * is signed in from another address is signed out there: nobody is in two places, and supervision is told (REQ-119).
 */
export async function openSession(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  { userId, institutionId, place, method, level }: Admitted,
): Promise<Result<SignedIn, Failure<'ACCOUNT_INACTIVE'>>> {
  const at = clock.now();
  const token = randomBytes(32).toString('base64url');
  const id = newId();
  await holdUser(tx, userId);
  if (!(await noteSignIn(tx, userId, institutionId, at))) return fail(failure('ACCOUNT_INACTIVE'));
  const superseded = await deleteSessionsElsewhere(tx, userId, place.address, oldestAlive(at));
  await insertSession(tx, { id, tokenHash: hashOf(token), userId, institutionId, at, ...place, method, level });
  const session = await findSession(tx, id);
  if (session === undefined) return fail(failure('ACCOUNT_INACTIVE'));
  const details = { address: place.address, device: place.device ?? null, method, level };
  await appendAudit(tx, { action: 'SIGN_IN', at, system: 'access', object: { type: 'user', id: userId }, outcome: 'DONE', details });
  for (const earlier of superseded) {
    await appendAudit(tx, {
      action: 'SESSION_SUPERSEDED',
      at,
      actor: session.actor,
      object: { type: 'session', id: earlier },
      outcome: 'DONE',
    });
  }
  const daysLeft = method === 'PASSWORD' ? passwordDaysLeft(session.passwordOwnSince, at) : undefined;
  return ok({ token, level, limit: limitOf(session, at), passwordDaysLeft: daysLeft });
}
