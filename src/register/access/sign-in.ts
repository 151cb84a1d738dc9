import { type Clock, type Failure, fail, failure, type Result } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { tryPassword } from './attempt.ts';
import { type Arrival, admit, type NotAdmitted, noteRefusal, openSession, type SignedIn } from './open-session.ts';
import { findAccount } from './store.ts';

export interface SignIn extends Pick<Arrival, 'institutionId' | 'place'> {
  readonly username: string;
  readonly password: string;
}

/** What a password makes of somebody. */
export const BY_PASSWORD = { method: 'PASSWORD', level: 'SUBSTANTIAL' } as const;

/**
 * Signs a person in to one of their institutions by their password. Unknown user, wrong password, locked and inactive account get one and the same
 * answer, in the same time.
 */
export async function signIn(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  { username, password, institutionId, place }: SignIn,
): Promise<Result<SignedIn, Failure<'SIGN_IN_REFUSED'> | NotAdmitted>> {
  const { db } = database;
  const at = clock.now();
  const account = await findAccount(db, { username });
  const refused = await tryPassword(db, account, password, at);
  if (account === undefined || refused !== undefined) {
    await noteRefusal(db, at, { userId: account?.id, place, method: BY_PASSWORD.method }, refused ?? 'UNKNOWN_USER');
    return fail(failure('SIGN_IN_REFUSED'));
  }
  const admitted = await admit(db, at, { userId: account.id, institutionId, place, ...BY_PASSWORD });
  const opened = admitted.ok ? await database.decide((tx) => openSession({ clock }, tx, admitted.value)) : admitted;
  // Who has no access any more is not told that the password was right.
  return !opened.ok && opened.error.code === 'ACCOUNT_INACTIVE' ? fail(failure('SIGN_IN_REFUSED')) : opened;
}
