import type { Temporal } from '../../platform/index.ts';

/** What happens to a proceeding besides what is done in it. */
export const STEP_KINDS = [
  'INTAKE_REGISTERED',
  'INTAKE_LINKED',
  'INTAKE_AMENDED',
  'OPENED',
  'SUSPENDED',
  'RESUMED',
  'CLOSED',
  'REOPENED',
  'ASSIGNED',
  'TRANSFER_OFFERED',
  'TRANSFERRED',
  'SUBJECT_ADDED',
  'SUBJECT_CHANGED',
  'ACTION_CHANGED',
  'ACTION_DONE',
  'ACTION_CANCELLED',
  'LINK_ADDED',
  'DOCUMENT_ADDED',
  'DOCUMENT_WITHDRAWN',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** A step that a proceeding has gone (menetluskäik). Never changed. */
export interface Step {
  readonly id: string;
  readonly proceedingId: string;
  readonly kind: StepKind;
  readonly at: Temporal.Instant;
  readonly by: string;
  /** What it was about: an intake, a subject, a transfer, a document. */
  readonly objectId: string | undefined;
  /** Why, where a reason was given. */
  readonly text: string | undefined;
}
