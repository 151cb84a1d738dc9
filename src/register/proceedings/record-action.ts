import { type Clock, type Failure, fail, failure, ok, type Result, type Temporal } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { type Action, type ActionKind, invalid, mayCorrect, type PlanEntry, readPlan } from './action.ts';
import { findAction, recordActions } from './action-store.ts';
import { mayTakeOver } from './assign-proceeding.ts';
import { holdOpened } from './take-proceeding.ts';

/** What a worker enters. With a plan it is to be done; without one it was done. */
export interface ActionEntry extends PlanEntry {
  readonly kind: Exclude<ActionKind, 'QUERY'>;
  readonly text: string;
  /** Who is to do it: oneself, where nobody is named. */
  readonly assigneeId?: string;
  readonly correctionOf?: string;
}

export interface RecordAction extends ActionEntry {
  readonly proceedingId: string;
}

/**
 * Enters what a worker did, notes or plans (toiming). The proceeding is held meanwhile: nothing is entered into one that closes at this moment
 * (INV-10). Gives the action's id.
 */
export async function recordAction(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { proceedingId, kind, text, assigneeId, correctionOf, ...entry }: RecordAction,
): Promise<Result<string, Failure>> {
  const proceeding = await holdOpened(tx, actor, proceedingId);
  if (!proceeding.ok) return proceeding;
  const at = clock.now();
  const plannedFor = readPlan(entry, at);
  if (!plannedFor.ok) return plannedFor;
  if (plannedFor.value === undefined && assigneeId !== undefined) return invalid('/assigneeId', 'NOT_PLANNED');
  if (correctionOf !== undefined) {
    if (plannedFor.value !== undefined) return invalid('/correctionOf', 'PLANNED');
    const corrected = await findAction(tx, proceedingId, correctionOf);
    const correctable = corrected === undefined ? fail(failure('ACTION_NOT_FOUND')) : mayCorrect(corrected);
    if (!correctable.ok) return correctable;
  }
  const able = assigneeId === undefined ? ok(undefined) : await mayTakeOver(tx, assigneeId, proceeding.value, '/assigneeId');
  if (!able.ok) return able;
  const plan = plannedFor.value && { plannedFor: plannedFor.value, assignedTo: assigneeId ?? actor.userId };
  const action = { proceedingId, kind, origin: 'MANUAL', performedBy: actor.userId, text, refs: {}, at, correctionOf } as const;
  const [id] = await recordActions(tx, [plan === undefined ? action : { ...action, plan }]);
  if (id === undefined) throw new Error('an action was recorded and has no id');
  await auditAction(tx, { at, actor }, plan === undefined ? 'ACTION_RECORDED' : 'ACTION_PLANNED', { id, proceedingId, kind });
  return ok(id);
}

/** Who did it, and when. */
export interface By {
  readonly at: Temporal.Instant;
  readonly actor: Actor;
}

export async function auditAction(
  tx: Tx,
  by: By,
  what: string,
  { id, proceedingId, kind }: Pick<Action, 'id' | 'proceedingId' | 'kind'>,
): Promise<void> {
  await appendAudit(tx, { action: what, ...by, object: { type: 'action', id }, proceedingId, outcome: 'DONE', details: { kind } });
}
