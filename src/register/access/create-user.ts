import type { PersonalCode } from '../../estonia/index.ts';
import { type Failure, fail, failure, newId, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { hashPassword } from './password.ts';
import { type InstitutionKind, ROLES_OF, type Role } from './role.ts';
import { insertMembership, insertUser } from './store.ts';

export interface NewUser {
  readonly username: string;
  readonly password: string;
  readonly personalCode: PersonalCode;
  readonly name: string;
  readonly institution: { readonly id: string; readonly kind: InstitutionKind };
  readonly roles: readonly Role[];
}

/** Makes an account in an institution, with roles that its kind of institution has (REQ-005, REQ-007). */
export async function createUser(
  tx: Tx,
  user: NewUser,
): Promise<Result<string, Failure<'ROLE_NOT_ALLOWED_FOR_INSTITUTION_TYPE' | 'USER_EXISTS'>>> {
  const allowed: readonly Role[] = ROLES_OF[user.institution.kind];
  if (user.roles.length === 0 || user.roles.some((role) => !allowed.includes(role)))
    return fail(failure('ROLE_NOT_ALLOWED_FOR_INSTITUTION_TYPE'));
  const id = newId();
  const { username, personalCode, name } = user;
  const inserted = await insertUser(tx, { id, username, personalCode, name, passwordHash: await hashPassword(user.password) });
  if (!inserted) return fail(failure('USER_EXISTS'));
  await insertMembership(tx, { userId: id, institutionId: user.institution.id, roles: user.roles });
  return ok(id);
}
