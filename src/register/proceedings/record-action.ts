import { type Clock, type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import type { ActionKind } from './action.ts';
import { mayHandle } from './proceeding.ts';
import { holdProceeding, recordActions } from './store.ts';

export interface RecordAction {
  readonly proceedingId: string;
  readonly kind: Exclude<ActionKind, 'QUERY'>;
  readonly text: string;
}

/**
 * Enters what a worker did or notes (toiming). The proceeding is held meanwhile: nothing is entered into one that closes at this moment (INV-10).
 * Gives the action's id.
 */
export async function recordAction(
  { clock }: { clock: Clock },
  tx: Tx,
  actor: Actor,
  { proceedingId, kind, text }: RecordAction,
): Promise<Result<string, Failure<'NOT_FOUND' | 'PROCEEDING_NOT_OPEN'>>> {
  const proceeding = await holdProceeding(tx, proceedingId);
  if (proceeding === undefined || !mayHandle(actor, proceeding)) return fail(failure('NOT_FOUND'));
  if (proceeding.state !== 'OPENED') return fail(failure('PROCEEDING_NOT_OPEN'));
  const at = clock.now();
  const [id] = await recordActions(tx, [{ proceedingId, kind, origin: 'MANUAL', performedBy: actor.userId, text, refs: {}, at }]);
  if (id === undefined) throw new Error('an action was recorded and has no id');
  await appendAudit(tx, {
    action: 'ACTION_RECORDED',
    at,
    actor,
    object: { type: 'action', id },
    proceedingId,
    outcome: 'DONE',
    details: { kind },
  });
  return ok(id);
}
