import type { Temporal } from '../platform/index.ts';
import type { QueryClass } from './query-class.ts';

/**
 * The states of a query (päring) and where each may go. The words are those of the operators' page.
 *
 * - `QUEUED` waits for its turn - `SENT` a worker has claimed it and the register may be answering - `RETRY_WAIT` due later: after a technical
 *   failure, or because the register is not to be asked now - `ANSWERED` the register has spoken, see the answer's own state - `HELD` a write that may have been carried out, and nothing here can
 *   tell: an operator must - `FAULTED` refused in a way that asking again cannot mend - `FAILED` every attempt failed - `CANCELLED` the
 *   proceeding closed or an operator discarded it first - `PURGED` answered once, and the proceeding has closed since: the answer can no longer
 *   be read by anybody.
 */
export const TRANSITIONS = {
  QUEUED: ['SENT', 'RETRY_WAIT', 'CANCELLED'],
  SENT: ['ANSWERED', 'RETRY_WAIT', 'FAULTED', 'FAILED', 'HELD', 'QUEUED', 'CANCELLED'],
  RETRY_WAIT: ['QUEUED', 'CANCELLED'],
  ANSWERED: ['PURGED'],
  HELD: ['ANSWERED', 'QUEUED', 'CANCELLED'],
  FAULTED: ['QUEUED', 'CANCELLED'],
  FAILED: ['QUEUED', 'CANCELLED'],
  CANCELLED: [],
  PURGED: [],
} as const satisfies Record<string, readonly string[]>;

export type QueryState = keyof typeof TRANSITIONS;

/** The states from which a query may come to the given one: the precondition of every transition's UPDATE. */
export function statesBefore(next: QueryState): QueryState[] {
  return (Object.keys(TRANSITIONS) as QueryState[]).filter((state) => (TRANSITIONS[state] as readonly QueryState[]).includes(next));
}

/** Waiting, running or due again: an identical question asked meanwhile joins it instead of leaving a second time. */
export const ACTIVE_STATES = ['QUEUED', 'SENT', 'RETRY_WAIT'] as const satisfies readonly QueryState[];

/** Whether more comes of a query by itself. */
export function isUnderWay({ state }: Pick<Query, 'state'>): boolean {
  return (ACTIVE_STATES as readonly QueryState[]).includes(state);
}

/** Nothing more comes of a query in one of these, whatever an operator does. */
export const FINAL_STATES = ['ANSWERED', 'PURGED', 'CANCELLED'] as const satisfies readonly QueryState[];

/** A write in one of these has not come to its end: its proceeding waits for it. */
export const UNSETTLED_WRITE_STATES = [...ACTIVE_STATES, 'HELD'] as const satisfies readonly QueryState[];

/** What the register said, once it has said something that asking again at once would not change. */
export type AnswerState = 'FOUND' | 'NOT_FOUND' | 'PARTIAL' | 'NOT_YET_DUE' | 'REJECTED';

/** Whether a query stands for its question: the same one asked meanwhile joins it. A write does so for good, unless the register refused it. */
export function stands({ write, state, answerState }: Pick<Query, 'write' | 'state' | 'answerState'>): boolean {
  if (isUnderWay({ state })) return true;
  return write && (state === 'HELD' || (state === 'ANSWERED' && answerState !== 'REJECTED'));
}

/** A question as a worker poses it: of which kind, about which subject of the proceeding, with which parameters, and why. */
export interface Question {
  readonly type: string;
  readonly subjectId: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly justification?: string;
}

/** One query as its row tells it. Holds ids and codes only; the person stands behind `clientId`. */
export interface Query {
  readonly id: string;
  readonly permitId: string;
  readonly proceedingId: string;
  readonly institutionId: string;
  /** Who asked, or in whose name it is asked. */
  readonly userId: string;
  readonly clientId: string;
  readonly typeCode: string;
  readonly registry: string;
  /** Whether it changes something at the register, and must do so once. */
  readonly write: boolean;
  readonly state: QueryState;
  readonly answerState: AnswerState | null;
  /** The query whose answer was still fresh and served this one; null when this one went out itself. */
  readonly servedFrom: string | null;
  /** How often it was sent. The number a worker got with its claim is its fencing token: only its holder may settle the query. */
  readonly attempt: number;
  readonly class: QueryClass;
  readonly askedAt: Temporal.Instant;
  readonly answeredAt: Temporal.Instant | null;
  /** When it is due again, in `RETRY_WAIT`. */
  readonly notBefore: Temporal.Instant | null;
  readonly code: string | null;
  /** The trace that whoever sends it goes on with (W3C `traceparent`); null where none is told. */
  readonly traceParent: string | null;
}
