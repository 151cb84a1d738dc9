import { type Clock, type Failure, fail, failure, ok, type Result, Temporal } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { type Action, type ActionKind, invalid, mayChange, type PlanEntry, readPlan } from './action.ts';
import { lockAction, saveAction } from './action-store.ts';
import { mayTakeOver } from './assign-proceeding.ts';
import type { Proceeding } from './proceeding.ts';
import { auditAction, type By } from './record-action.ts';
import type { StepKind } from './step.ts';
import { takeSteps } from './step-store.ts';
import { holdOpened } from './take-proceeding.ts';

export interface NamedAction {
  readonly proceedingId: string;
  readonly actionId: string;
  /** The version the caller saw, where they said so. */
  readonly ifMatch: string | undefined;
}

/** What is not named stays. With `doneAt` it was done then, and from now on stays. */
export interface ActionChanges extends PlanEntry {
  readonly kind?: Exclude<ActionKind, 'QUERY'>;
  readonly text?: string;
  readonly assigneeId?: string;
  readonly doneAt?: string;
}

/** Changes what is planned, or enters that it was done. */
export async function changeAction(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { changes, ...named }: NamedAction & { readonly changes: ActionChanges },
): Promise<Result<Action, Failure>> {
  const taken = await takeAction(tx, actor, named);
  if (!taken.ok) return taken;
  const { action, proceeding } = taken.value;
  const at = clock.now();
  const plannedFor = readPlan(changes, at);
  if (!plannedFor.ok) return plannedFor;
  const { assigneeId, kind = action.kind, text = action.text } = changes;
  const able = assigneeId === undefined ? ok(undefined) : await mayTakeOver(tx, assigneeId, proceeding, '/assigneeId');
  if (!able.ok) return able;
  const doneAt = changes.doneAt === undefined ? undefined : Temporal.Instant.from(changes.doneAt);
  if (doneAt !== undefined && Temporal.Instant.compare(doneAt, at) > 0) return invalid('/doneAt', 'IN_THE_FUTURE');
  const changed: Action = {
    ...action,
    kind,
    text,
    plannedFor: plannedFor.value ?? action.plannedFor,
    assignedTo: assigneeId ?? action.assignedTo,
    state: doneAt === undefined ? 'PLANNED' : 'DONE',
    doneAt,
    version: action.version + 1,
  };
  await written(tx, { at, actor }, changed, doneAt === undefined ? 'ACTION_CHANGED' : 'ACTION_DONE');
  return ok(changed);
}

/** Takes back what is planned. It stays in the course, as what was not done. */
export async function cancelAction(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  named: NamedAction,
): Promise<Result<Action, Failure>> {
  const taken = await takeAction(tx, actor, named);
  if (!taken.ok) return taken;
  const { action } = taken.value;
  const cancelled: Action = { ...action, state: 'CANCELLED', version: action.version + 1 };
  await written(tx, { at: clock.now(), actor }, cancelled, 'ACTION_CANCELLED');
  return ok(cancelled);
}

async function takeAction(
  tx: Tx,
  actor: Actor,
  { proceedingId, actionId, ifMatch }: NamedAction,
): Promise<Result<{ readonly action: Action; readonly proceeding: Proceeding }, Failure>> {
  const proceeding = await holdOpened(tx, actor, proceedingId);
  if (!proceeding.ok) return proceeding;
  const action = await lockAction(tx, proceedingId, actionId);
  if (action === undefined) return fail(failure('ACTION_NOT_FOUND'));
  if (ifMatch !== undefined && ifMatch !== String(action.version)) return fail(failure('PRECONDITION_FAILED'));
  const changeable = mayChange(action);
  return changeable.ok ? ok({ action, proceeding: proceeding.value }) : changeable;
}

async function written(tx: Tx, by: By, action: Action, kind: Extract<StepKind, `ACTION_${string}`>): Promise<void> {
  const { id, proceedingId } = action;
  await saveAction(tx, action);
  await takeSteps(tx, [{ proceedingId, kind, at: by.at, by: by.actor.userId, objectId: id }]);
  await auditAction(tx, by, kind, action);
}
