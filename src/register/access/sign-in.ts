import { randomBytes } from 'node:crypto';
import { type Clock, type Failure, fail, failure, newId, ok, type Result } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { appendAudit } from '../audit/index.ts';
import { tryPassword } from './attempt.ts';
import { type Limit, limitOf } from './limit.ts';
import { isInside } from './network.ts';
import { findNetworks } from './network-store.ts';
import { passwordDaysLeft } from './password-age.ts';
import { hashOf, oldestAlive } from './session.ts';
import { deleteSessionsElsewhere, findSession, insertSession } from './session-store.ts';
import { findAccount, holdUser, noteSignIn, workplacesOf } from './store.ts';

export interface SignIn {
  readonly username: string;
  readonly password: string;
  readonly institutionId: string | undefined;
  readonly place: Place;
}

/** From where somebody signs in (REQ-117). */
export interface Place {
  readonly address: string;
  /** As the workplace computer or what stands before us names it. */
  readonly device: string | undefined;
}

export interface SignedIn {
  readonly token: string;
  /** What has to be done before anything else. */
  readonly limit: Limit | undefined;
  readonly passwordDaysLeft: number;
}

/**
 * Signs a person in to one of their institutions. Unknown user, wrong password, locked and inactive account get one and the same answer, in the
 * same time. Gives the session's token; only its hash is stored. Whoever is signed in from another address is signed out there: nobody is in two
 * places, and supervision is told (REQ-119).
 */
export async function signIn(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  { username, password, institutionId, place }: SignIn,
): Promise<Result<SignedIn, Failure<'SIGN_IN_REFUSED' | 'INSTITUTION_REQUIRED' | 'NETWORK_NOT_ALLOWED'>>> {
  const { db } = database;
  const at = clock.now();
  const account = await findAccount(db, { username });
  const refused = await tryPassword(db, account, password, at);
  const institutions = account === undefined ? [] : await workplacesOf(db, account.id);
  const details = { address: place.address, device: place.device ?? null };
  if (account === undefined || refused !== undefined || institutions.length === 0) {
    const object = account === undefined ? {} : { object: { type: 'user', id: account.id } };
    await appendAudit(db, { action: 'SIGN_IN', at, system: 'access', ...object, outcome: 'REFUSED', code: refused ?? 'INACTIVE', details });
    return fail(failure('SIGN_IN_REFUSED'));
  }
  const chosen = institutionId ?? (institutions.length === 1 ? institutions[0] : undefined);
  if (chosen === undefined || !institutions.includes(chosen)) return fail(failure('INSTITUTION_REQUIRED'));
  if (!isInside((await findNetworks(db, chosen)).networks, place.address)) {
    const object = { type: 'user', id: account.id };
    await appendAudit(db, { action: 'SIGN_IN', at, system: 'access', object, outcome: 'REFUSED', code: 'NETWORK_NOT_ALLOWED', details });
    return fail(failure('NETWORK_NOT_ALLOWED'));
  }

  const token = randomBytes(32).toString('base64url');
  const id = newId();
  const userId = account.id;
  return database.decide(async (tx) => {
    await holdUser(tx, userId);
    if (!(await noteSignIn(tx, userId, chosen, at))) return fail(failure('SIGN_IN_REFUSED'));
    const superseded = await deleteSessionsElsewhere(tx, userId, place.address, oldestAlive(at));
    await insertSession(tx, { id, tokenHash: hashOf(token), userId, institutionId: chosen, at, ...place });
    const session = await findSession(tx, id);
    if (session === undefined) return fail(failure('SIGN_IN_REFUSED'));
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
    return ok({ token, limit: limitOf(session, at), passwordDaysLeft: passwordDaysLeft(session.passwordOwnSince, at) });
  });
}
