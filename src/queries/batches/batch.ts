import type { Temporal } from '../../platform/index.ts';
import type { AnswerState } from '../query.ts';

/**
 * The states of a batch, an order of a mass service (masspäring), and where each may go.
 *
 * - `ORDERED` waits to be submitted - `SUBMITTED` the register has given a ticket and is asked for the file from time to time; where residents are
 *   asked about there is no ticket: a register has listed them, and another is asked about them - `FETCHED` the file
 *   was taken and split; its people can be read page by page - `FAILED` refused, or not to be believed - `EXPIRED` not ready in time, or the
 *   register has forgotten the ticket - `CANCELLED` nobody is left whom it may be asked about, or a worker gave it up - `CLOSED` read, or kept long
 *   enough: its key is destroyed.
 *
 * There is no state between submitted and fetched: no register says "ready" without giving the file.
 */
export const BATCH_TRANSITIONS = {
  ORDERED: ['SUBMITTED', 'FAILED', 'EXPIRED', 'CANCELLED'],
  SUBMITTED: ['FETCHED', 'FAILED', 'EXPIRED', 'CANCELLED'],
  FETCHED: ['CLOSED'],
  FAILED: [],
  EXPIRED: [],
  CANCELLED: [],
  CLOSED: [],
} as const satisfies Record<string, readonly string[]>;

export type BatchState = keyof typeof BATCH_TRANSITIONS;

/** Under way: something is still to be sent. */
export const WORKED_STATES = ['ORDERED', 'SUBMITTED'] as const satisfies readonly BatchState[];
export type WorkedState = (typeof WORKED_STATES)[number];

/** Where a batch that is worked may end without an answer. */
export type LostState = Extract<(typeof BATCH_TRANSITIONS)[WorkedState][number], 'FAILED' | 'EXPIRED' | 'CANCELLED'>;

/** The states from which a batch may come to the given one: the precondition of every transition's UPDATE. */
export function batchStatesBefore(next: BatchState): BatchState[] {
  return (Object.keys(BATCH_TRANSITIONS) as BatchState[]).filter((state) =>
    (BATCH_TRANSITIONS[state] as readonly BatchState[]).includes(next),
  );
}

/** One batch as its row tells it: ids, codes and the register's ticket, no word about persons. */
export interface Batch {
  readonly id: string;
  readonly institutionId: string;
  readonly typeCode: string;
  readonly registry: string;
  readonly state: BatchState;
  readonly ticket: string | null;
  /** The number that a claim gets is its fencing token: only the latest claim may settle. */
  readonly attempt: number;
  /** Exchanges made in this state. */
  readonly tries: number;
  readonly orderedAt: Temporal.Instant;
  /** When the next exchange is due, while it is worked. */
  readonly dueAt: Temporal.Instant;
  /** After this nobody asks any more. */
  readonly giveUpAt: Temporal.Instant;
  readonly fetchedAt: Temporal.Instant | null;
  readonly keepUntil: Temporal.Instant | null;
  readonly code: string | null;
}

/** Why a batch may leave: who orders, for which institution, on which legal basis, which fields, and the reason. Written once, never changed. */
export interface BatchPermit {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly userId: string;
  readonly institutionId: string;
  readonly typeCode: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly legalBasis: string;
  readonly fields: readonly string[];
  readonly justification: string | null;
}

/**
 * What became of one person of a batch: the register's answer; `UNANSWERED`, the file does not tell of them; `DROPPED`, there is no purpose any
 * more (the code says why), and nothing is kept.
 */
export type PersonOutcome = AnswerState | 'UNANSWERED' | 'DROPPED';

/** One person of a batch, and the open proceeding that is the purpose of asking about them. */
export interface BatchPerson {
  readonly position: number;
  readonly clientId: string;
  readonly proceedingId: string;
  /** Null while nobody knows. */
  readonly outcome: PersonOutcome | null;
  readonly code: string | null;
}
