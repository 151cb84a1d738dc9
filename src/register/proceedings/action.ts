import { addWorkingDays } from '../../estonia/index.ts';
import { type Failure, fail, failure, ok, type Result, Temporal, ZONE } from '../../platform/index.ts';

/** What was done in a proceeding (domain 3.5, ACTION_KIND). */
export const ACTION_KINDS = [
  'MEETING',
  'COUNSELLING',
  'HOME_VISIT',
  'CALL',
  'LETTER',
  'QUERY',
  'ASSESSMENT',
  'DECISION',
  'PAYOUT',
  'NOTICE',
  'TASK',
  'NOTE',
  'PRINT',
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

export const ACTION_STATES = ['PLANNED', 'DONE', 'CANCELLED'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/**
 * An entry of the proceeding's course (toiming). What is planned may still change; what was done stays as it was entered, and is corrected by another
 * entry; what came by itself is changed by nobody.
 */
export interface Action {
  readonly id: string;
  readonly proceedingId: string;
  readonly kind: ActionKind;
  readonly origin: 'MANUAL' | 'AUTOMATIC';
  readonly state: ActionState;
  /** Who entered it. */
  readonly performedBy: string;
  readonly text: string;
  readonly refs: { readonly queryId?: string };
  /** When it was entered. */
  readonly at: Temporal.Instant;
  /** Until when it is to be done, and by whom. */
  readonly plannedFor: Temporal.Instant | undefined;
  readonly assignedTo: string | undefined;
  readonly doneAt: Temporal.Instant | undefined;
  /** The entry that this one puts right. */
  readonly correctionOf: string | undefined;
  readonly version: number;
}

/** When something is to be done: at a moment, or within so many working days. */
export interface PlanEntry {
  readonly plannedFor?: string;
  readonly dueInWorkingDays?: number;
}

/**
 * Until when something that is entered now is to be done. Working days are counted from tomorrow on, and the last of them is over at midnight in
 * Tallinn (TsÜS § 135 lg 1, § 137 lg 1).
 */
export function readPlan(
  { plannedFor, dueInWorkingDays }: PlanEntry,
  now: Temporal.Instant,
): Result<Temporal.Instant | undefined, Failure<'ACTION_PLAN_INVALID'>> {
  if (plannedFor !== undefined && dueInWorkingDays !== undefined) return invalid('/dueInWorkingDays', 'PLANNED_TWICE');
  if (dueInWorkingDays !== undefined) {
    const last = addWorkingDays(now.toZonedDateTimeISO(ZONE).toPlainDate(), dueInWorkingDays);
    return ok(last.add({ days: 1 }).toZonedDateTime(ZONE).toInstant().subtract({ seconds: 1 }));
  }
  if (plannedFor === undefined) return ok(undefined);
  const at = Temporal.Instant.from(plannedFor);
  return Temporal.Instant.compare(at, now) < 0 ? invalid('/plannedFor', 'IN_THE_PAST') : ok(at);
}

export function invalid(pointer: string, code: string): Result<never, Failure<'ACTION_PLAN_INVALID'>> {
  return fail(failure('ACTION_PLAN_INVALID', { fields: [{ pointer, code }] }));
}

/** Whether an action may be changed. */
export function mayChange(
  action: Pick<Action, 'origin' | 'state'>,
): Result<void, Failure<'ACTION_AUTOMATIC' | 'ACTION_CONFIRMED' | 'ACTION_CANCELLED'>> {
  if (action.origin === 'AUTOMATIC') return fail(failure('ACTION_AUTOMATIC'));
  if (action.state === 'DONE') return fail(failure('ACTION_CONFIRMED'));
  return action.state === 'CANCELLED' ? fail(failure('ACTION_CANCELLED')) : ok(undefined);
}

/** Whether an action may be put right by another entry: one that a worker has entered as done. */
export function mayCorrect(action: Pick<Action, 'origin' | 'state'>): Result<void, Failure<'ACTION_AUTOMATIC' | 'ACTION_NOT_DONE'>> {
  if (action.origin === 'AUTOMATIC') return fail(failure('ACTION_AUTOMATIC'));
  return action.state === 'DONE' ? ok(undefined) : fail(failure('ACTION_NOT_DONE'));
}

/** Whether something should have been done by now. */
export function isOverdue({ state, plannedFor }: Pick<Action, 'state' | 'plannedFor'>, now: Temporal.Instant): boolean {
  return state === 'PLANNED' && plannedFor !== undefined && Temporal.Instant.compare(plannedFor, now) < 0;
}
