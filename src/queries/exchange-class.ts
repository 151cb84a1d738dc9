import { familyOf, type TroubleFamily } from './trouble.ts';

/**
 * What an exchange came to, as operators count it: the register answered, or said no in its answer; it or X-Road refused in a way that asking again
 * cannot mend; nobody spoke in time; or something on the way failed.
 */
export const EXCHANGE_CLASSES = ['ANSWERED', 'REJECTED', 'FAULTED', 'TIMEOUT', 'TECHNICAL'] as const;
export type ExchangeClass = (typeof EXCHANGE_CLASSES)[number];

const TIMEOUTS: readonly TroubleFamily[] = ['DEADLINE', 'PROVIDER_TIMEOUT'];

/** An exchange that has ended, as its row tells it. */
export interface EndedExchange {
  readonly outcome: string;
  readonly code: string | null;
  /** Answered, by a no. */
  readonly rejected: boolean;
}

export function exchangeClassOf({ outcome, code, rejected }: EndedExchange): ExchangeClass {
  if (rejected) return 'REJECTED';
  if (code === null) return 'ANSWERED';
  if (TIMEOUTS.includes(familyOf(code))) return 'TIMEOUT';
  return outcome === 'FAULTED' ? 'FAULTED' : 'TECHNICAL';
}
