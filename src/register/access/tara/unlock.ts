import { type Clock, type Failure, fail, failure, type Result } from '../../../platform/index.ts';
import type { Database } from '../../../storage/index.ts';
import type { Actor } from '../actor.ts';
import { mayUnlock, type NotUnlocked, unlock } from '../unlock-screen.ts';
import { identityOf, spend } from './sign-in.ts';

/** Opens a locked screen again for whom TARA has vouched once more. Its word is spent by that. */
export async function unlockByTara(
  ports: { readonly database: Database; readonly clock: Clock },
  actor: Actor,
  secret: string,
): Promise<Result<void, Failure<'TARA_SIGN_IN_UNKNOWN'> | NotUnlocked>> {
  const identity = await identityOf(ports, secret);
  if (!identity.ok) return identity;
  const may = await mayUnlock(ports, actor, identity.value);
  if (!may.ok) return may;
  return ports.database.decide(async (tx): Promise<Result<void, Failure<'TARA_SIGN_IN_UNKNOWN'>>> => {
    if (!(await spend(tx, secret))) return fail(failure('TARA_SIGN_IN_UNKNOWN'));
    return unlock(ports, tx, actor, identity.value);
  });
}
