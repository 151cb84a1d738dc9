import type { Temporal } from '../../platform/index.ts';
import type { AuditActor } from '../audit/index.ts';

/**
 * A run of retention (säilitamine). It lists what is due; a dry run ends there, with counts and with what is held. One that follows a dry run lists
 * again, and only where it finds as much goes on to let go of it.
 *
 * - `LISTING` - `WORKING` lets go of what it has listed, a batch at a time - `DONE` - `REFUSED` something else is due than the dry run has shown -
 *   `STOPPED` by the registry manager; what was let go of stays gone.
 */
export const RUN_STATES = ['LISTING', 'WORKING', 'DONE', 'REFUSED', 'STOPPED'] as const;
export type RunState = (typeof RUN_STATES)[number];

export interface RetentionRun {
  readonly id: string;
  /** The dry run that it follows; undefined: it is one itself. */
  readonly follows: string | undefined;
  /** The day as of which periods are over. */
  readonly asOf: Temporal.PlainDate;
  readonly state: RunState;
  /** Why it was refused. */
  readonly code: string | undefined;
  /** How far it has come: in which holding, and while it lists, behind which thing. */
  readonly holding: string | undefined;
  readonly cursor: string | undefined;
  /** Nobody, where the schedule made it. */
  readonly actor: AuditActor | undefined;
  readonly reason: string;
  readonly askedAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | undefined;
}

/** What has become of a thing in a run. `NOT_DUE`: when its turn came it was not any more. `FAILED`: it could not be let go of, and operators have the reason in the log. */
export const ITEM_STATES = ['DUE', 'HELD', 'DONE', 'NOT_DUE', 'FAILED'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** How many things of a holding are in a state. */
export interface ItemCount {
  readonly holding: string;
  readonly state: ItemState;
  readonly count: number;
}

/** Whether two listings have found the same: as much due and as much held, holding by holding. */
export function isSame(one: readonly ItemCount[], other: readonly ItemCount[]): boolean {
  const lines = (counts: readonly ItemCount[]) =>
    counts
      .map(({ holding, state, count }) => `${holding} ${state} ${count}`)
      .toSorted()
      .join('\n');
  return lines(one) === lines(other);
}

/** How long a dry run is good for, 24 h: nobody decides on what was so days ago. */
export const DRY_RUN_HOURS = 24;

/** Whether a run may follow this one. */
export function mayBeFollowed({ follows, state, endedAt }: RetentionRun, now: Temporal.Instant): 'NOT_A_DRY_RUN' | 'TOO_OLD' | 'YES' {
  if (follows !== undefined || state !== 'DONE' || endedAt === undefined) return 'NOT_A_DRY_RUN';
  return endedAt.add({ hours: DRY_RUN_HOURS }).epochMilliseconds < now.epochMilliseconds ? 'TOO_OLD' : 'YES';
}
