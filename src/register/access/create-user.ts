import type { PersonalCode } from '../../estonia/index.ts';
import { type Failure, fail, failure, newId, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { hashPassword } from './password.ts';
import { type InstitutionKind, ROLES_OF, type Role } from './role.ts';
import { insertUser, saveMembership } from './store.ts';

export interface NewUser {
  readonly username: string;
  readonly password: string;
  readonly personalCode: PersonalCode;
  readonly name: string;
  readonly institution: { readonly id: string; readonly kind: InstitutionKind };
  readonly roles: readonly Role[];
}

type RoleRefused = Failure<'ROLE_NOT_ALLOWED_FOR_INSTITUTION_TYPE'>;

/** Makes an account in an institution, with roles that its kind of institution has (REQ-005, REQ-007). Gives the user's id. */
export async function createUser(tx: Tx, user: NewUser): Promise<Result<string, RoleRefused | Failure<'USER_EXISTS'>>> {
  const roles = allowedRoles(user.institution.kind, user.roles);
  if (!roles.ok) return roles;
  const id = newId();
  const { username, personalCode, name } = user;
  const inserted = await insertUser(tx, { id, username, personalCode, name, passwordHash: await hashPassword(user.password) });
  if (!inserted) return fail(failure('USER_EXISTS'));
  await saveMembership(tx, { userId: id, institutionId: user.institution.id, roles: roles.value });
  return ok(id);
}

/** Lets a person who has an account work in one more institution, or gives them other roles where they work already (REQ-098). */
export async function addMembership(
  tx: Tx,
  { userId, institution, roles }: { userId: string } & Pick<NewUser, 'institution' | 'roles'>,
): Promise<Result<void, RoleRefused>> {
  const allowed = allowedRoles(institution.kind, roles);
  if (!allowed.ok) return allowed;
  await saveMembership(tx, { userId, institutionId: institution.id, roles: allowed.value });
  return ok(undefined);
}

function allowedRoles(kind: InstitutionKind, roles: readonly Role[]): Result<readonly Role[], RoleRefused> {
  const allowed: readonly Role[] = ROLES_OF[kind];
  return roles.length > 0 && roles.every((role) => allowed.includes(role))
    ? ok(roles)
    : fail(failure('ROLE_NOT_ALLOWED_FOR_INSTITUTION_TYPE'));
}
