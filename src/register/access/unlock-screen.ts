import { type Clock, type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Database, Tx } from '../../storage/index.ts';
import { appendAudit } from '../audit/index.ts';
import type { Actor } from './actor.ts';
import { AUTH_LEVELS, type Authentication, type Identity } from './identity.ts';
import { proveAgain } from './own-password.ts';
import { findSession, setLocked } from './session-store.ts';
import { BY_PASSWORD } from './sign-in.ts';

interface Ports {
  readonly database: Database;
  readonly clock: Clock;
}

export type NotUnlocked = Failure<'SCREEN_OF_ANOTHER' | 'UNLOCK_OTHERWISE' | 'SESSION_MISSING'>;

/**
 * Whether somebody who shows this may go on with a session that was begun so: no less sure of them than then. A password is known to whoever has given it
 * out, so it opens nothing but what a password has begun.
 */
export function goesOn(begun: Authentication, shown: Authentication): boolean {
  if (shown.method === 'PASSWORD') return begun.method === 'PASSWORD';
  return AUTH_LEVELS.indexOf(shown.level) >= AUTH_LEVELS.indexOf(begun.level);
}

/** Opens a locked screen again by the password (REQ-120). */
export async function unlockByPassword(
  ports: Ports,
  actor: Actor,
  password: string,
): Promise<Result<void, NotUnlocked | Failure<'SIGN_IN_REFUSED'>>> {
  const may = await mayUnlock(ports, actor, { ...BY_PASSWORD, personalCode: actor.personalCode });
  if (!may.ok) return may;
  const proven = await proveAgain(ports, actor, password);
  return proven.ok ? ports.database.decide((tx) => unlock(ports, tx, actor, BY_PASSWORD)) : proven;
}

/** Whether whoever has come to a locked screen is the one who has left it, by what is shown now. */
export async function mayUnlock(
  { database, clock }: Ports,
  actor: Actor,
  shown: Pick<Identity, 'personalCode'> & Authentication,
): Promise<Result<void, NotUnlocked>> {
  const session = await findSession(database.db, actor.sessionId);
  if (session === undefined) return fail(failure('SESSION_MISSING'));
  const isOther = shown.personalCode !== actor.personalCode;
  if (!isOther && goesOn(session, shown)) return ok(undefined);
  const code = isOther ? 'SCREEN_OF_ANOTHER' : 'UNLOCK_OTHERWISE';
  const details = { method: shown.method };
  await appendAudit(database.db, { action: 'SCREEN_UNLOCKED', at: clock.now(), actor, outcome: 'REFUSED', code, details });
  return fail(failure(code));
}

/** Lets whoever has shown themselves go on. */
export async function unlock(
  { clock }: Pick<Ports, 'clock'>,
  tx: Tx,
  actor: Actor,
  { method }: Authentication,
): Promise<Result<void, never>> {
  await setLocked(tx, actor.sessionId, false);
  await appendAudit(tx, { action: 'SCREEN_UNLOCKED', at: clock.now(), actor, outcome: 'DONE', details: { method } });
  return ok(undefined);
}
