import { type Clock, type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { DataKeys, Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { moveIntakesOf } from './intake-store.ts';
import { type CloseReason, close, mayHandle, type Proceeding } from './proceeding.ts';
import { takeSteps } from './step-store.ts';
import { lockProceeding, saveProceeding } from './store.ts';

export interface CloseProceeding {
  readonly proceedingId: string;
  readonly reason: CloseReason;
  /** The version the caller saw, where they said so. */
  readonly ifMatch: string | undefined;
}

export interface ClosePorts {
  readonly keys: DataKeys;
  readonly clock: Clock;
  /** What else ends with the proceeding, in the same transaction: its queries. Or why they cannot end yet; then neither does it. */
  readonly onClosed: (tx: Tx, proceedingId: string) => Promise<Result<void, Failure>>;
}

/**
 * Closes a proceeding (menetluse lõpetamine). Its data key is destroyed in the same transaction, so no cached answer outlives the purpose it was
 * asked for. SHS § 145¹; IKS § 6.
 */
export async function closeProceeding(
  ports: ClosePorts,
  tx: Tx,
  actor: Actor,
  command: CloseProceeding,
): Promise<Result<Proceeding, Failure>> {
  const proceeding = await lockProceeding(tx, command.proceedingId);
  if (proceeding === undefined || !mayHandle(actor, proceeding)) return fail(failure('NOT_FOUND'));
  if (command.ifMatch !== undefined && command.ifMatch !== String(proceeding.version)) return fail(failure('PRECONDITION_FAILED'));
  const at = ports.clock.now();
  const closed = close(proceeding, command.reason, at);
  if (!closed.ok) return closed;
  const ended = await ports.onClosed(tx, proceeding.id);
  if (!ended.ok) return ended;
  await saveProceeding(tx, closed.value);
  await moveIntakesOf(tx, proceeding.id, 'CLOSED');
  await takeSteps(tx, [{ proceedingId: proceeding.id, kind: 'CLOSED', at, by: actor.userId, text: command.reason }]);
  await ports.keys.destroy(tx, proceeding.id);
  await appendAudit(tx, {
    action: 'PROCEEDING_CLOSED',
    at,
    actor,
    object: { type: 'proceeding', id: proceeding.id },
    proceedingId: proceeding.id,
    outcome: 'DONE',
    details: { reason: command.reason },
  });
  return ok(closed.value);
}
