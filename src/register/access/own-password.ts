import { type Clock, type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { appendAudit } from '../audit/index.ts';
import type { Actor } from './actor.ts';
import { tryPassword } from './attempt.ts';
import { hashPassword } from './password.ts';
import { deleteSessionsOf } from './session-store.ts';
import { findAccount, savePassword } from './store.ts';

interface Ports {
  readonly database: Database;
  readonly clock: Clock;
}

/** Whether the person at the desk is who signed in: by their password, counted as at sign-in. */
export async function proveAgain(
  { database, clock }: Ports,
  actor: Actor,
  password: string,
): Promise<Result<void, Failure<'SIGN_IN_REFUSED'>>> {
  const at = clock.now();
  const refused = await tryPassword(database.db, await findAccount(database.db, { userId: actor.userId }), password, at);
  if (refused === undefined) return ok(undefined);
  await appendAudit(database.db, { action: 'PASSWORD_TRIED', at, actor, outcome: 'REFUSED', code: refused });
  return fail(failure('SIGN_IN_REFUSED'));
}

/**
 * Gives oneself another password, as often as one likes (REQ-100, REQ-115). Every other session of the person ends: whoever knew the old one is out.
 */
export async function changePassword(
  ports: Ports,
  actor: Actor,
  { current, password }: { readonly current: string; readonly password: string },
): Promise<Result<void, Failure<'SIGN_IN_REFUSED' | 'PASSWORD_NOT_NEW'>>> {
  const proven = await proveAgain(ports, actor, current);
  if (!proven.ok) return proven;
  if (current.normalize('NFKC') === password.normalize('NFKC')) {
    return fail(failure('PASSWORD_NOT_NEW', { fields: [{ pointer: '/password', code: 'NOT_NEW' }] }));
  }
  const passwordHash = await hashPassword(password);
  return ports.database.decide(async (tx) => {
    const at = ports.clock.now();
    await savePassword(tx, actor.userId, { passwordHash, ownSince: at });
    await deleteSessionsOf(tx, actor.userId, { but: actor.sessionId });
    await appendAudit(tx, { action: 'PASSWORD_CHANGED', at, actor, object: { type: 'user', id: actor.userId }, outcome: 'DONE' });
    return ok(undefined);
  });
}
