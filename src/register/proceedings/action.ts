import type { Temporal } from '../../platform/index.ts';

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

/** An entry of the proceeding's course (toiming). Never changed: a correction is a new one. */
export interface Action {
  readonly id: string;
  readonly proceedingId: string;
  readonly kind: ActionKind;
  readonly origin: 'MANUAL' | 'AUTOMATIC';
  readonly performedBy: string;
  readonly text: string;
  readonly refs: { readonly queryId?: string };
  readonly at: Temporal.Instant;
}
