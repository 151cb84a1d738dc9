import type { Classification } from './classification.ts';
import type { ExchangeOutcome } from './exchange.ts';
import type { RestOutcome } from './rest/index.ts';

/** Why nothing was learnt: a fault of X-Road's, a failure on the way, or an answer that is not as the protocol has it. */
export interface Unanswered {
  readonly code: string;
  readonly text: string;
  /** Absent where we refused to ask, or could not read what came. */
  readonly classification?: Classification;
}

export function unanswered(outcome: Exclude<ExchangeOutcome | RestOutcome, { kind: 'answered' }>): Unanswered {
  const { classification } = outcome;
  return outcome.kind === 'fault'
    ? { code: outcome.fault.code, text: outcome.fault.text, classification }
    : { code: outcome.code, text: outcome.detail, classification };
}
