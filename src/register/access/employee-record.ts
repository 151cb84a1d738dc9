import { type Failure, fail, failure, ok, type Result, type Temporal } from '../../platform/index.ts';
import { type InstitutionKind, ROLES_OF, type Role } from './role.ts';

/** A person's place in one institution (töötajakirje): what they may do there, and whether still (REQ-098). Kept for its period after it has ended: what they did stays theirs. */
export interface EmployeeRecord {
  readonly userId: string;
  readonly institutionId: string;
  readonly username: string;
  readonly name: string;
  readonly rights: Rights;
  readonly active: boolean;
  readonly endedAt: Temporal.Instant | undefined;
  readonly lastSignInAt: Temporal.Instant | undefined;
  readonly lockedUntil: Temporal.Instant | undefined;
  /** Since when the password is the person's own choice; undefined: it is an administrator's. */
  readonly passwordOwnSince: Temporal.Instant | undefined;
  readonly version: number;
}

export interface Rights {
  readonly roles: readonly Role[];
  /** Why the duties include client work: who is a social worker here has the right to clients' data (REQ-112). */
  readonly clientWork: string | undefined;
}

export type RightsRefused = Failure<'ROLE_NOT_ALLOWED_FOR_INSTITUTION_TYPE' | 'CLIENT_WORK_NOT_JUSTIFIED'>;

/** Whether somebody may have these rights in an institution of the kind: its own roles alone, and client data for client work alone (REQ-005, REQ-007, REQ-112). */
export function judgeRights(kind: InstitutionKind, { roles, clientWork }: Rights): Result<Rights, RightsRefused> {
  const allowed: readonly Role[] = ROLES_OF[kind];
  if (roles.length === 0 || !roles.every((role) => allowed.includes(role))) return fail(failure('ROLE_NOT_ALLOWED_FOR_INSTITUTION_TYPE'));
  if (!roles.includes('SOCIAL_WORKER')) return ok({ roles, clientWork: undefined });
  return clientWork === undefined
    ? fail(failure('CLIENT_WORK_NOT_JUSTIFIED', { fields: [{ pointer: '/dutiesIncludeClientWork', code: 'REQUIRED' }] }))
    : ok({ roles, clientWork });
}
