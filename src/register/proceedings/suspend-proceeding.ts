import { type Clock, type Failure, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { advance, type Proceeding } from './proceeding.ts';
import { takeSteps } from './step-store.ts';
import { saveProceeding } from './store.ts';
import { type Named, takeProceeding } from './take-proceeding.ts';

export interface SuspendProceeding extends Named {
  /** SUSPENDED: nothing may be asked in it for the time being. OPENED: it goes on. */
  readonly to: 'SUSPENDED' | 'OPENED';
}

/** Suspends a proceeding or lets it go on (menetluse peatamine, jätkamine). Its answers stay readable: the purpose has not ended. */
export async function suspendProceeding(
  { clock }: { clock: Clock },
  tx: Tx,
  actor: Actor,
  command: SuspendProceeding,
): Promise<Result<Proceeding, Failure<'NOT_FOUND' | 'OWN_MATTER' | 'PRECONDITION_FAILED' | 'PROCEEDING_NOT_OPEN'>>> {
  const proceeding = await takeProceeding(tx, actor, command);
  if (!proceeding.ok) return proceeding;
  const { id } = proceeding.value;
  const moved = advance(proceeding.value, command.to === 'SUSPENDED' ? 'suspend' : 'resume');
  if (!moved.ok) return moved;
  const at = clock.now();
  const kind = command.to === 'SUSPENDED' ? 'SUSPENDED' : 'RESUMED';
  await saveProceeding(tx, moved.value);
  await takeSteps(tx, [{ proceedingId: id, kind, at, by: actor.userId }]);
  await appendAudit(tx, {
    action: `PROCEEDING_${kind}`,
    at,
    actor,
    object: { type: 'proceeding', id },
    proceedingId: id,
    outcome: 'DONE',
  });
  return ok(moved.value);
}
