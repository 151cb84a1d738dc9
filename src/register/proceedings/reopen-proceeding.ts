import { type Clock, type Failure, ok, type Result } from '../../platform/index.ts';
import type { DataKeys, Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { moveIntakesOf } from './intake-store.ts';
import { type Proceeding, reopen } from './proceeding.ts';
import { takeSteps } from './step-store.ts';
import { saveProceeding } from './store.ts';
import { type Named, takeProceeding } from './take-proceeding.ts';

export interface ReopenProceeding extends Named {
  readonly reason: string;
}

/**
 * Has a closed proceeding go on (menetluse taasavamine), with a reason. It gets another data key: what registers answered before it was closed stays
 * unreadable, and is asked again where it is still needed. IKS § 6.
 */
export async function reopenProceeding(
  { clock, keys }: { readonly clock: Clock; readonly keys: DataKeys },
  tx: Tx,
  actor: Actor,
  { reason, ...named }: ReopenProceeding,
): Promise<Result<Proceeding, Failure>> {
  const proceeding = await takeProceeding(tx, actor, named);
  if (!proceeding.ok) return proceeding;
  const at = clock.now();
  const reopened = reopen(proceeding.value, at);
  if (!reopened.ok) return reopened;
  const { id, closeReason } = proceeding.value;
  await saveProceeding(tx, reopened.value);
  await moveIntakesOf(tx, id, 'IN_PROCEEDING');
  await keys.renew(tx, id);
  await takeSteps(tx, [{ proceedingId: id, kind: 'REOPENED', at, by: actor.userId, text: reason }]);
  await appendAudit(tx, {
    action: 'PROCEEDING_REOPENED',
    at,
    actor,
    object: { type: 'proceeding', id },
    proceedingId: id,
    outcome: 'DONE',
    details: { closedAs: closeReason ?? null },
  });
  return ok(reopened.value);
}
