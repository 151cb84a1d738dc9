import type { Month } from '../../estonia/index.ts';
import type { Temporal } from '../../platform/index.ts';
import type { ConfirmedBy } from '../../registries/index.ts';

/**
 * The states of a declaration, a file that an institution declares at the tax board, and where each may go.
 *
 * - `ORDERED` waits to leave - `SENT` somebody is sending it; when nobody tells what came of that, it may have been carried out - `UNCLEAR` it may
 *   have been carried out, and is looked up - `ACCEPTED`, `REJECTED` as the tax board says, or an operator who has asked there - `HELD` nothing here
 *   can tell: an operator finds it out - `FAILED` it surely was not carried out, and sending it again cannot help - `CANCELLED` given up by an
 *   operator, or nobody may send it any more.
 */
export const DECLARATION_TRANSITIONS = {
  ORDERED: ['SENT', 'CANCELLED'],
  SENT: ['ORDERED', 'UNCLEAR', 'ACCEPTED', 'REJECTED', 'HELD', 'FAILED'],
  UNCLEAR: ['ACCEPTED', 'REJECTED', 'HELD'],
  HELD: ['ACCEPTED', 'ORDERED', 'CANCELLED'],
  ACCEPTED: [],
  REJECTED: [],
  FAILED: [],
  CANCELLED: [],
} as const satisfies Record<string, readonly string[]>;

export type DeclarationState = keyof typeof DECLARATION_TRANSITIONS;

/** Under way: something happens to it by itself. */
export const WORKED_STATES = ['ORDERED', 'SENT', 'UNCLEAR'] as const satisfies readonly DeclarationState[];

/** In which the same file for the same month is not declared again. */
export const STANDING_STATES = [...WORKED_STATES, 'HELD', 'ACCEPTED'] as const satisfies readonly DeclarationState[];

/** The states from which a declaration may come to the given one: the precondition of every transition's UPDATE. */
export function declarationStatesBefore(next: DeclarationState): DeclarationState[] {
  return (Object.keys(DECLARATION_TRANSITIONS) as DeclarationState[]).filter((state) =>
    (DECLARATION_TRANSITIONS[state] as readonly DeclarationState[]).includes(next),
  );
}

/** One declaration as its row tells it: ids, codes and times, no word of what is in the file. */
export interface Declaration {
  readonly id: string;
  readonly institutionId: string;
  readonly month: Month;
  readonly state: DeclarationState;
  /** The number that a claim gets is its fencing token: only the latest claim may settle. */
  readonly attempt: number;
  /** Exchanges of this kind in a row. */
  readonly tries: number;
  readonly orderedAt: Temporal.Instant;
  /** When it was last set on its way. */
  readonly roundAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant;
  readonly settledAt: Temporal.Instant | null;
  readonly confirmedBy: ConfirmedBy | null;
  /** Until when its file is kept, where it has settled and is. */
  readonly keepUntil: Temporal.Instant | null;
  readonly code: string | null;
  /** Codes of the register's, elements and rules, kinds of failures: never a value. */
  readonly detail: string | null;
}

/** Why a declaration may leave: who declares, for which institution and month, what for, on which legal basis. Written once, never changed. */
export interface DeclarationPermit {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly userId: string;
  readonly institutionId: string;
  readonly month: Month;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly fields: readonly string[];
}
