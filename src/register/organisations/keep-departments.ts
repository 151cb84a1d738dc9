import { type Clock, type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { insertDepartment, lockDepartment, saveDepartment } from './department-store.ts';
import { keeps } from './institution.ts';
import { lockInstitution } from './institution-store.ts';

/** Opens a department of an institution. Gives its id. */
export async function openDepartment(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { institutionId, name }: { readonly institutionId: string; readonly name: string },
): Promise<Result<string, Failure<'INSTITUTION_NOT_FOUND' | 'DEPARTMENT_EXISTS'>>> {
  const institution = await lockInstitution(tx, institutionId);
  if (institution === undefined || !keeps(actor, institution)) return fail(failure('INSTITUTION_NOT_FOUND'));
  const id = await insertDepartment(tx, institutionId, name.trim());
  if (id === undefined) return fail(failure('DEPARTMENT_EXISTS'));
  await appendAudit(tx, { action: 'DEPARTMENT_OPENED', at: clock.now(), actor, object: { type: 'department', id }, outcome: 'DONE' });
  return ok(id);
}

/** Renames a department, closes it, or opens it again. */
export async function changeDepartment(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  change: { readonly id: string; readonly name: string; readonly closed: boolean; readonly ifMatch: string | undefined },
): Promise<Result<string, Failure<'DEPARTMENT_NOT_FOUND' | 'DEPARTMENT_EXISTS' | 'PRECONDITION_FAILED'>>> {
  const department = await lockDepartment(tx, change.id);
  if (department === undefined || !keeps(actor, { id: department.institutionId })) return fail(failure('DEPARTMENT_NOT_FOUND'));
  if (change.ifMatch !== undefined && change.ifMatch !== String(department.version)) return fail(failure('PRECONDITION_FAILED'));
  const changed = { ...department, name: change.name.trim(), closed: change.closed, version: department.version + 1 };
  // Whoever gives another department of the institution this name at the moment goes first or second, never both.
  await lockInstitution(tx, department.institutionId);
  if (!(await saveDepartment(tx, changed))) return fail(failure('DEPARTMENT_EXISTS'));
  await appendAudit(tx, {
    action: 'DEPARTMENT_CHANGED',
    at: clock.now(),
    actor,
    object: { type: 'department', id: department.id },
    outcome: 'DONE',
    details: { closed: change.closed },
  });
  return ok(department.id);
}
