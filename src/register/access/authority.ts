import type { PersonalCode } from '../../estonia/index.ts';
import { type Clock, type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Db } from '../../storage/index.ts';
import type { AuditActor } from '../audit/index.ts';
import { type Deed, permits } from './access-request.ts';
import { findPersonalCodes } from './account-store.ts';
import type { Actor } from './actor.ts';
import { findRequest } from './request-store.ts';
import type { Role } from './role.ts';

/** By which right somebody acts on other people's access: for which institution. */
export interface Authority {
  readonly actor: AuditActor;
  readonly institutionId: string;
  /** The request by which support acts in the administrator's place, and the roles it asks for where it asks for any. */
  readonly request?: { readonly id: string; readonly roles: readonly Role[] | undefined };
}

/** Whether these roles may be given: an administrator gives any, support what was asked for in writing and nothing besides. */
export function mayGive({ request }: Authority, roles: readonly Role[]): boolean {
  return request === undefined || roles.every((role) => request.roles?.includes(role) === true);
}

/** What the log says of it. */
export function detailsOf({ institutionId, request }: Authority): { institution: string; request?: string } {
  return { institution: institutionId, ...(request === undefined ? {} : { request: request.id }) };
}

/** Who acts for institutions that are not theirs, by a request alone. */
export const BY_REQUEST = ['SUPPORT', 'REGISTRY_MANAGER'] as const satisfies readonly Role[];

type Person = { readonly userId: string } | { readonly personalCode: PersonalCode | undefined };

/**
 * An administrator acts on their own institution's workers. Support and the registry manager act in the place of one, on exactly the person whom
 * an approved request names and in the way that its type permits (REQ-010).
 */
export async function authorityFor(
  { clock }: { readonly clock: Clock },
  db: Db,
  actor: Actor,
  { deed, person, requestId }: { readonly deed: Deed; readonly person: Person; readonly requestId: string | undefined },
): Promise<Result<Authority, Failure<'REQUEST_REQUIRED'>>> {
  if (requestId === undefined) {
    return actor.roles.includes('ADMIN') ? ok({ actor, institutionId: actor.institutionId }) : fail(failure('REQUEST_REQUIRED'));
  }
  const mayAct = actor.roles.some((role) => BY_REQUEST.some((one) => one === role));
  const request = mayAct ? await findRequest(db, requestId) : undefined;
  if (request === undefined || !permits(request, deed, clock.now())) return fail(failure('REQUEST_REQUIRED'));
  const personalCode = 'userId' in person ? (await findPersonalCodes(db, [person.userId])).get(person.userId) : person.personalCode;
  if (personalCode !== request.personalCode) return fail(failure('REQUEST_REQUIRED'));
  return ok({ actor, institutionId: request.institutionId, request: { id: request.id, roles: request.roles } });
}
