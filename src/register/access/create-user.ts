import type { PersonalCode } from '../../estonia/index.ts';
import { type Failure, fail, failure, newId, ok, type Result, type Temporal } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { judgeRights, type Rights, type RightsRefused } from './employee-record.ts';
import { hashPassword } from './password.ts';
import { insertRecord } from './record-store.ts';
import type { InstitutionKind } from './role.ts';
import { findUserOf, insertUser } from './store.ts';
import { findTerms, insertAcceptance } from './terms-store.ts';

export interface NewUser extends Rights {
  readonly username: string;
  readonly password: string;
  /**
   * Since when the person has their own password, has accepted the terms of use and filled in their own data. Undefined: somebody else has chosen the
   * password, and all that is still to come, at the first sign-in (REQ-100 to REQ-102).
   */
  readonly settledSince: Temporal.Instant | undefined;
  readonly personalCode: PersonalCode;
  readonly name: string;
  readonly institution: { readonly id: string; readonly kind: InstitutionKind };
}

export interface CreatedUser {
  readonly userId: string;
  readonly username: string;
  /** Else the person had an account already, with a password that they know. */
  readonly isNew: boolean;
}

/**
 * Enters a person as an institution's employee, with roles that its kind of institution has. One account per person: who works in another institution
 * already keeps their name, user name and password, and gets one more record (REQ-098).
 */
export async function createUser(tx: Tx, user: NewUser): Promise<Result<CreatedUser, RightsRefused | Failure<'USER_EXISTS'>>> {
  const rights = judgeRights(user.institution.kind, user);
  if (!rights.ok) return rights;
  const { username, personalCode, name, settledSince } = user;
  const [id, passwordHash] = [newId(), await hashPassword(user.password)];
  const isNew = await insertUser(tx, {
    id,
    username,
    personalCode,
    name,
    passwordHash,
    passwordOwnSince: settledSince,
    profileFilled: settledSince !== undefined,
  });
  if (isNew && settledSince !== undefined) await insertAcceptance(tx, id, (await findTerms(tx)).version, settledSince);
  // Looked for only now: whoever entered the same person at the same moment has committed.
  const account = isNew ? { userId: id, username } : await findUserOf(tx, personalCode);
  if (account === undefined) return fail(failure('USER_EXISTS'));
  const entered = await insertRecord(tx, { userId: account.userId, institutionId: user.institution.id, ...rights.value });
  return entered ? ok({ ...account, isNew }) : fail(failure('USER_EXISTS'));
}
