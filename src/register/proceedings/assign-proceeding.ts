import { type Clock, type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { type Actor, findUser, listActiveRecords } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { handPlanned } from './action-store.ts';
import { checkNotOwn } from './own-matter.ts';
import { advance, mayHandle, type Proceeding } from './proceeding.ts';
import { takeSteps } from './step-store.ts';
import { saveProceeding } from './store.ts';
import { type Named, takeProceeding } from './take-proceeding.ts';

/** Whether a worker of the institution works on such proceedings, and is not in this one themselves. */
export async function mayTakeOver(
  tx: Tx,
  workerId: string,
  proceeding: Pick<Proceeding, 'institutionId' | 'kind' | 'state' | 'subjects'>,
  pointer: string,
): Promise<Result<void, Failure<'ASSIGNEE_INVALID'>>> {
  const worker = await findUser(tx, workerId, proceeding.institutionId);
  const able = worker !== undefined && mayHandle(worker, proceeding) && (await checkNotOwn(tx, worker, proceeding.subjects)).ok;
  if (able) return ok(undefined);
  return fail(failure('ASSIGNEE_INVALID', { fields: [{ pointer, code: 'INVALID' }] }));
}

/**
 * Gives a proceeding to another worker of the institution, with what is planned in it by whoever had it, and by those who have left. What other colleagues
 * have planned in it stays with them.
 */
export async function assignProceeding(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { workerId, ...named }: Named & { readonly workerId: string },
): Promise<Result<Proceeding, Failure>> {
  const proceeding = await takeProceeding(tx, actor, named);
  if (!proceeding.ok) return proceeding;
  const assigned = advance(proceeding.value, 'assign', { ownerId: workerId });
  if (!assigned.ok) return assigned;
  const able = await mayTakeOver(tx, workerId, proceeding.value, '/workerId');
  if (!able.ok) return able;
  const at = clock.now();
  const { id, ownerId, institutionId } = proceeding.value;
  await saveProceeding(tx, assigned.value);
  const colleagues = (await listActiveRecords(tx, institutionId)).map(({ userId }) => userId);
  await handPlanned(
    tx,
    id,
    workerId,
    colleagues.filter((userId) => userId !== ownerId),
  );
  await takeSteps(tx, [{ proceedingId: id, kind: 'ASSIGNED', at, by: actor.userId, objectId: workerId }]);
  await appendAudit(tx, {
    action: 'PROCEEDING_ASSIGNED',
    at,
    actor,
    object: { type: 'proceeding', id },
    proceedingId: id,
    outcome: 'DONE',
    details: { to: workerId },
  });
  return assigned;
}
