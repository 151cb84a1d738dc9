import { type Clock, type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { mayHandle, move, type Proceeding } from './proceeding.ts';
import { takeSteps } from './step-store.ts';
import { lockProceeding, saveProceeding } from './store.ts';

export interface SuspendProceeding {
  readonly proceedingId: string;
  /** SUSPENDED: nothing may be asked in it for the time being. OPENED: it goes on. */
  readonly to: 'SUSPENDED' | 'OPENED';
  /** The version the caller saw, where they said so. */
  readonly ifMatch: string | undefined;
}

/** Suspends a proceeding or lets it go on (menetluse peatamine, jätkamine). Its answers stay readable: the purpose has not ended. */
export async function suspendProceeding(
  { clock }: { clock: Clock },
  tx: Tx,
  actor: Actor,
  command: SuspendProceeding,
): Promise<Result<Proceeding, Failure<'NOT_FOUND' | 'PRECONDITION_FAILED' | 'PROCEEDING_NOT_OPEN'>>> {
  const proceeding = await lockProceeding(tx, command.proceedingId);
  if (proceeding === undefined || !mayHandle(actor, proceeding)) return fail(failure('NOT_FOUND'));
  if (command.ifMatch !== undefined && command.ifMatch !== String(proceeding.version)) return fail(failure('PRECONDITION_FAILED'));
  const moved = move(proceeding, command.to);
  if (!moved.ok) return moved;
  const at = clock.now();
  const kind = command.to === 'SUSPENDED' ? 'SUSPENDED' : 'RESUMED';
  await saveProceeding(tx, moved.value);
  await takeSteps(tx, [{ proceedingId: proceeding.id, kind, at, by: actor.userId }]);
  await appendAudit(tx, {
    action: `PROCEEDING_${kind}`,
    at,
    actor,
    object: { type: 'proceeding', id: proceeding.id },
    proceedingId: proceeding.id,
    outcome: 'DONE',
  });
  return ok(moved.value);
}
