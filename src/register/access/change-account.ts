import { type Clock, type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { appendAudit } from '../audit/index.ts';
import { type Authority, detailsOf, mayGive } from './authority.ts';
import { type EmployeeRecord, judgeRights, type Rights, type RightsRefused } from './employee-record.ts';
import type { FindInstitution } from './institution.ts';
import { hashPassword } from './password.ts';
import { lockRecord, saveRecord } from './record-store.ts';
import { deleteSessionsOf } from './session-store.ts';
import { saveName, savePassword, workplacesOf } from './store.ts';

export interface AccountPorts {
  readonly clock: Clock;
  readonly findInstitution: FindInstitution;
}

/** Whose record, and the version in which the caller saw it, where they said so. */
export interface Named {
  readonly userId: string;
  readonly ifMatch: string | undefined;
}

export type RecordRefused = Failure<'USER_NOT_FOUND' | 'PRECONDITION_FAILED' | 'USER_INACTIVE'>;

/** A record of the institution's, held until the transaction ends. Another institution's is not there. */
async function held(tx: Tx, { institutionId }: Authority, { userId, ifMatch }: Named): Promise<Result<EmployeeRecord, RecordRefused>> {
  const record = await lockRecord(tx, userId, institutionId);
  if (record === undefined) return fail(failure('USER_NOT_FOUND'));
  return ifMatch === undefined || ifMatch === String(record.version) ? ok(record) : fail(failure('PRECONDITION_FAILED'));
}

async function heldActive(tx: Tx, authority: Authority, named: Named): Promise<Result<EmployeeRecord, RecordRefused>> {
  const record = await held(tx, authority, named);
  return record.ok && !record.value.active ? fail(failure('USER_INACTIVE')) : record;
}

/** Name and password are the person's in every institution: the administrator of one may not change them for the others. Support may, by a request. */
async function isForOthersToo(tx: Tx, { institutionId, request }: Authority, userId: string): Promise<boolean> {
  return request === undefined && (await workplacesOf(tx, userId)).some((workplace) => workplace !== institutionId);
}

function told(clock: Clock, authority: Authority, action: string, userId: string, details: Record<string, string> = {}) {
  return {
    action,
    at: clock.now(),
    actor: authority.actor,
    object: { type: 'user', id: userId },
    outcome: 'DONE',
    details: { ...detailsOf(authority), ...details },
  } as const;
}

export interface AccountChange {
  readonly name?: string;
  /** What the rights become, of what they are. */
  readonly rightsOf: (rights: Rights) => Rights;
}

/** Changes a worker's name and rights. Rights taken away are gone with the worker's next call. */
export async function changeAccount(
  { clock, findInstitution }: AccountPorts,
  tx: Tx,
  authority: Authority,
  named: Named,
  { name, rightsOf }: AccountChange,
): Promise<Result<string, RecordRefused | RightsRefused | Failure<'USER_WORKS_ELSEWHERE' | 'REQUEST_REQUIRED'>>> {
  const record = await heldActive(tx, authority, named);
  if (!record.ok) return record;
  const { userId, institutionId } = record.value;
  const institution = await findInstitution(tx, institutionId);
  if (institution === undefined) return fail(failure('USER_NOT_FOUND'));
  const rights = judgeRights(institution.kind, rightsOf(record.value.rights));
  if (!rights.ok) return rights;
  const added = rights.value.roles.filter((role) => !record.value.rights.roles.includes(role));
  if (!mayGive(authority, added)) return fail(failure('REQUEST_REQUIRED'));
  if (name !== undefined && name !== record.value.name) {
    if (await isForOthersToo(tx, authority, userId)) return fail(failure('USER_WORKS_ELSEWHERE'));
    await saveName(tx, userId, name);
  }
  await saveRecord(tx, { ...record.value, rights: rights.value });
  await appendAudit(tx, told(clock, authority, 'USER_CHANGED', userId, { roles: rights.value.roles.join(' ') }));
  return ok(userId);
}

/**
 * Gives a worker a password for one sign-in, and opens the account where wrong ones had locked it (REQ-056). Whoever is signed in by the old one is out.
 */
export async function resetPassword(
  { clock }: Pick<AccountPorts, 'clock'>,
  tx: Tx,
  authority: Authority,
  named: Named,
  password: string,
): Promise<Result<string, RecordRefused | Failure<'USER_WORKS_ELSEWHERE'>>> {
  const record = await heldActive(tx, authority, named);
  if (!record.ok) return record;
  const { userId } = record.value;
  if (await isForOthersToo(tx, authority, userId)) return fail(failure('USER_WORKS_ELSEWHERE'));
  await savePassword(tx, userId, { passwordHash: await hashPassword(password), ownSince: undefined });
  await deleteSessionsOf(tx, userId);
  await appendAudit(tx, told(clock, authority, 'PASSWORD_RESET', userId));
  return ok(userId);
}

/** Ends a worker's access to an institution at once, with every session there (REQ-106, INV-63). The record stays: what they did stays theirs. */
export async function deactivate(
  { clock }: Pick<AccountPorts, 'clock'>,
  tx: Tx,
  authority: Authority,
  named: Named,
): Promise<Result<string, RecordRefused>> {
  const record = await heldActive(tx, authority, named);
  if (!record.ok) return record;
  const { userId, institutionId } = record.value;
  await saveRecord(tx, { ...record.value, active: false, endedAt: clock.now() });
  await deleteSessionsOf(tx, userId, { institutionId });
  await appendAudit(tx, told(clock, authority, 'USER_DEACTIVATED', userId));
  return ok(userId);
}

/** Why somebody who had left has access again (domain 3.3: inactive is final unless there is a reason). */
export const REACTIVATION_REASONS = ['RETURNED', 'DEACTIVATED_IN_ERROR'] as const;
export type ReactivationReason = (typeof REACTIVATION_REASONS)[number];

/** Gives access back to somebody who had left, with the rights that they had. */
export async function reactivate(
  { clock }: Pick<AccountPorts, 'clock'>,
  tx: Tx,
  authority: Authority,
  named: Named,
  reason: ReactivationReason,
): Promise<Result<string, RecordRefused | Failure<'USER_ACTIVE'>>> {
  const record = await held(tx, authority, named);
  if (!record.ok) return record;
  if (record.value.active) return fail(failure('USER_ACTIVE'));
  await saveRecord(tx, { ...record.value, active: true, endedAt: undefined });
  await appendAudit(tx, told(clock, authority, 'USER_REACTIVATED', record.value.userId, { reason }));
  return ok(record.value.userId);
}
