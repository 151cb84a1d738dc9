import type { Temporal } from '../platform/index.ts';
import type { AnswerDefect, Reading } from '../registries/index.ts';
import type { ExchangeOutcome } from '../xroad/index.ts';
import type { Carried, Failed } from './message.ts';
import type { AnswerState } from './query.ts';
import { nextAttempt } from './retry.ts';

/** What an attempt has come to: the query's next state, and why. */
export type Verdict =
  | { readonly state: 'ANSWERED'; readonly answerState: AnswerState; readonly reading: Reading<unknown> }
  | ({ readonly state: 'RETRY_WAIT'; readonly notBefore: Temporal.Instant } & Trouble)
  | ({ readonly state: 'FAILED' | 'FAULTED' | 'HELD' } & Trouble);

/** What went wrong, for the operator: names, kinds and rules, never a value. A register's own sentence is left out: it may name the person. */
export interface Trouble {
  readonly code: string;
  readonly detail?: string;
  /** How the attempt itself ended, where the query is told something else of it. */
  readonly cause?: string;
  /** A look at the register has shown that no earlier attempt at the write was carried out. */
  readonly cameToNothing?: true;
}

export interface AttemptMade {
  readonly attempt: number;
  readonly askedAt: Temporal.Instant;
  readonly now: Temporal.Instant;
  /** In [0, 1): spreads the retries. */
  readonly random: number;
}

/**
 * Judges an exchange (protocol 8.2). A register that answered is believed: nothing in a body is ever asked again by itself. An answer that its
 * own schema refuses, or that cannot be true, is `FAULTED` with the rule it breaks for the operator. A technical failure waits and is tried again, unless its class
 * says that trying again cannot help.
 */
export function judge(carried: Carried<Reading<unknown>>, made: AttemptMade): Verdict {
  if (carried.kind === 'failed') return judgeFailure(carried, made);
  const { reading } = carried;
  if (!reading.ok) return { state: 'FAULTED', ...defectTrouble(reading.error) };
  return { state: 'ANSWERED', answerState: reading.value.state, reading: reading.value };
}

/** Judges an exchange that brought no answer: whether and when it is made again. */
export function judgeFailure({ code, detail, classification }: Failed, made: AttemptMade): Exclude<Verdict, { state: 'ANSWERED' }> {
  const trouble = { code, ...(detail === undefined ? {} : { detail }) };
  const { retry } = classification;
  if (retry === 'NEVER') return { state: 'FAULTED', ...trouble };
  const notBefore = nextAttempt(retry, made.attempt, made.now, made.askedAt, made.random);
  return notBefore === undefined ? { state: 'FAILED', ...trouble } : { state: 'RETRY_WAIT', ...trouble, notBefore };
}

/** Why an exchange brought no answer. */
export function exchangeTrouble(outcome: Exclude<ExchangeOutcome, { kind: 'answered' }>): Trouble {
  return outcome.kind === 'fault' ? { code: outcome.fault.code } : { code: outcome.code, detail: outcome.detail };
}

/** Which element breaks which rule. */
export function defectTrouble({ code, problems }: AnswerDefect): Trouble {
  return { code, detail: problems.map(({ path, rule }) => `${path} ${rule}`.trim()).join('; ') };
}

type Ended = { readonly kind: 'answered' } | Pick<Exclude<ExchangeOutcome, { kind: 'answered' }>, 'kind' | 'classification'>;

/** Whether the exchange speaks of the way to the register rather than of the question: only that may open the breaker. */
export function isTechnicalFailure(ended: Ended): boolean {
  return ended.kind !== 'answered' && ended.classification.retry !== 'NEVER';
}
