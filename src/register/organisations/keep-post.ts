import { type Clock, type Failure, fail, failure, hasDays, ok, type Result, Temporal } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { type Actor, lockRecord } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { findDepartment } from './department-store.ts';
import { findPosts, insertPost } from './employee-post-store.ts';

export interface PostEntry {
  readonly userId: string;
  readonly position: string;
  readonly departmentId?: string;
  readonly validFrom: string;
  /** The last day. */
  readonly validTo?: string;
  /** The version that was seen, where it was said so; 0 where there was none. */
  readonly ifMatch: string | undefined;
}

type PostRefusal = Failure<'EMPLOYEE_NOT_FOUND' | 'DEPARTMENT_NOT_FOUND' | 'PERIOD_INVALID' | 'PRECONDITION_FAILED'>;

/** An administrator enters as what, where and since when somebody works in the institution (REQ-250). What stood before stays. */
export async function keepPost(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  entry: PostEntry,
): Promise<Result<string, PostRefusal>> {
  const { institutionId } = actor;
  const { userId } = entry;
  if ((await lockRecord(tx, userId, institutionId)) === undefined) return fail(failure('EMPLOYEE_NOT_FOUND'));
  const before = (await findPosts(tx, institutionId, [userId])).get(userId)?.version ?? 0;
  if (entry.ifMatch !== undefined && entry.ifMatch !== String(before)) return fail(failure('PRECONDITION_FAILED'));
  const department = entry.departmentId === undefined ? undefined : await findDepartment(tx, entry.departmentId);
  const isOpen = department?.institutionId === institutionId && !department.closed;
  if (entry.departmentId !== undefined && !isOpen) {
    return fail(failure('DEPARTMENT_NOT_FOUND', { fields: [{ pointer: '/departmentId', code: 'UNKNOWN' }] }));
  }
  const validFrom = Temporal.PlainDate.from(entry.validFrom);
  const validTo = entry.validTo === undefined ? undefined : Temporal.PlainDate.from(entry.validTo);
  if (!hasDays({ validFrom, validTo }))
    return fail(failure('PERIOD_INVALID', { fields: [{ pointer: '/validTo', code: 'BEFORE_BEGINNING' }] }));
  const at = clock.now();
  const added = await insertPost(tx, {
    userId,
    institutionId,
    version: before + 1,
    position: entry.position.trim(),
    departmentId: department?.id,
    validFrom,
    validTo,
    enteredBy: actor.userId,
    enteredAt: at,
  });
  if (!added) return fail(failure('PRECONDITION_FAILED'));
  await appendAudit(tx, {
    action: 'EMPLOYEE_CHANGED',
    at,
    actor,
    object: { type: 'user', id: userId },
    outcome: 'DONE',
    details: { version: before + 1 },
  });
  return ok(userId);
}
