import type { PersonalCode } from '../../estonia/index.ts';
import { type Clock, type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { appendAudit } from '../audit/index.ts';
import { type Authority, detailsOf, mayGive } from './authority.ts';
import { createUser } from './create-user.ts';
import type { Rights, RightsRefused } from './employee-record.ts';
import type { FindInstitution } from './institution.ts';

export interface OpenAccount extends Rights {
  readonly username: string;
  readonly password: string;
  readonly personalCode: PersonalCode;
  readonly name: string;
}

export type AccountRefused = RightsRefused | Failure<'USER_EXISTS' | 'FORBIDDEN' | 'REQUEST_REQUIRED'>;

/** Gives a worker access, in the institution for which somebody may (REQ-003, REQ-006, REQ-098). The password is for the first sign-in alone. */
export async function openAccount(
  { clock, findInstitution }: { readonly clock: Clock; readonly findInstitution: FindInstitution },
  tx: Tx,
  authority: Authority,
  account: OpenAccount,
): Promise<Result<string, AccountRefused>> {
  if (!mayGive(authority, account.roles)) return fail(failure('REQUEST_REQUIRED'));
  const institution = await findInstitution(tx, authority.institutionId);
  if (institution === undefined) return fail(failure('FORBIDDEN'));
  const created = await createUser(tx, { ...account, institution, settledSince: undefined });
  if (!created.ok) return created;
  await appendAudit(tx, {
    action: 'USER_CREATED',
    at: clock.now(),
    actor: authority.actor,
    object: { type: 'user', id: created.value.userId },
    outcome: 'DONE',
    details: { ...detailsOf(authority), roles: account.roles.join(' ') },
  });
  return ok(created.value.userId);
}
