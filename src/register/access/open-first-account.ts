import type { PersonalCode } from '../../estonia/index.ts';
import { type Clock, type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { appendAudit } from '../audit/index.ts';
import { isHeld } from './account-store.ts';
import { createUser } from './create-user.ts';
import type { RightsRefused } from './employee-record.ts';
import type { InstitutionKind, Role } from './role.ts';

/** Who may enter every other institution, and let its people in; and the workers of their own institution. */
const FIRST_ROLES: readonly Role[] = ['REGISTRY_MANAGER', 'ADMIN'];

export interface FirstAccount {
  readonly username: string;
  /** For the first sign-in alone. */
  readonly password: string;
  readonly personalCode: PersonalCode;
  readonly name: string;
  readonly institution: { readonly id: string; readonly kind: InstitutionKind };
}

export type FirstAccountRefused = RightsRefused | Failure<'USER_EXISTS' | 'REGISTRY_MANAGER_EXISTS'>;

/** Lets the registry manager of a new installation in, whom nobody is there to let in. Where there ever was one, they are who lets in. Gives the account's id. */
export async function openFirstAccount(clock: Clock, tx: Tx, account: FirstAccount): Promise<Result<string, FirstAccountRefused>> {
  if (await isHeld(tx, 'REGISTRY_MANAGER')) return fail(failure('REGISTRY_MANAGER_EXISTS'));
  const created = await createUser(tx, { ...account, roles: FIRST_ROLES, clientWork: undefined, settledSince: undefined });
  if (!created.ok) return created;
  const { userId } = created.value;
  await appendAudit(tx, {
    action: 'USER_CREATED',
    at: clock.now(),
    system: 'accounts-first',
    object: { type: 'user', id: userId },
    outcome: 'DONE',
    details: { roles: FIRST_ROLES.join(' ') },
  });
  return ok(userId);
}
