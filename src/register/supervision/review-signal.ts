import { type Clock, type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import type { SupervisionErrorCode } from './errors.ts';
import { findSignal, saveReview } from './signal-store.ts';

/** Writes down what supervision has found of a signal, once. Nobody reviews a signal about themselves: to them it is not there. */
export async function reviewSignal(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { signalId, note }: { readonly signalId: string; readonly note: string },
): Promise<Result<string, Failure<SupervisionErrorCode>>> {
  const signal = await findSignal(tx, signalId);
  if (signal === undefined || signal.workerId === actor.userId) return fail(failure('SIGNAL_NOT_FOUND'));
  const at = clock.now();
  if (!(await saveReview(tx, signalId, { by: actor.userId, at, note }))) return fail(failure('SIGNAL_REVIEWED'));
  await appendAudit(tx, {
    action: 'SIGNAL_REVIEWED',
    at,
    actor,
    object: { type: 'misuse-signal', id: signalId },
    outcome: 'DONE',
    details: { rule: signal.rule },
  });
  return ok(signalId);
}
