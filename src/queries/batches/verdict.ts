import type { PersonalCode } from '../../estonia/index.ts';
import type { Result, Temporal } from '../../platform/index.ts';
import type { AnswerDefect, Collection, Reading, ResidentsBatch, TicketBatch } from '../../registries/index.ts';
import type { ExchangeOutcome } from '../../xroad/index.ts';
import { nextAttempt } from '../retry.ts';
import { defectTrouble, exchangeTrouble, type Trouble } from '../verdict.ts';
import { nextLook } from './polling.ts';
import type { Claim } from './store.ts';

/** What an exchange of a batch has come to. Codes, elements and rules, never a value. */
export type BatchVerdict =
  | { readonly state: 'SUBMITTED'; readonly ticket: string; readonly dueAt: Temporal.Instant }
  | { readonly state: 'LISTED'; readonly people: readonly PersonalCode[] }
  | { readonly state: 'FETCHED'; readonly readings: ReadonlyMap<PersonalCode, Reading<unknown>>; readonly passedOver: number }
  | { readonly state: 'WAITS'; readonly dueAt: Temporal.Instant; readonly code: string | null; readonly detail?: string }
  | ({ readonly state: 'FAILED' | 'EXPIRED' } & Trouble);

/** When it was, and how the dice fell: in [0, 1). */
export interface Moment {
  readonly now: Temporal.Instant;
  readonly random: number;
}

type Answered = Extract<ExchangeOutcome, { kind: 'answered' }>;
type Unanswered = Exclude<ExchangeOutcome, Answered>;

const NOT_IN_TIME = { state: 'EXPIRED', code: 'NOT_READY_IN_TIME' } as const satisfies BatchVerdict;

/**
 * Judges a submission. One whose answer was lost may have run and is made again all the same: a mass service reads, so a second order costs the
 * register work and changes nothing, while the first one's ticket, which nobody knows, dies at the register.
 */
export function judgeSubmission(type: TicketBatch, claim: Claim, outcome: ExchangeOutcome, moment: Moment): BatchVerdict {
  if (outcome.kind !== 'answered') return triedAgain(claim, outcome, moment);
  const submission = type.submit.read(outcome);
  // Not by its schema, or not credible: put aside whole.
  if (!submission.ok) return { state: 'FAILED', ...defectTrouble(submission.error) };
  if (submission.value.state === 'REJECTED') return { state: 'FAILED', code: submission.value.reason };
  const dueAt = nextLook(0, moment.now, claim.giveUpAt, moment.random);
  return dueAt === undefined ? NOT_IN_TIME : { state: 'SUBMITTED', ticket: submission.value.ticket, dueAt };
}

/** Judges a list of residents: one of nobody, or of more than can be, is not believed. */
export function judgeListing(type: ResidentsBatch, claim: Claim, outcome: ExchangeOutcome, moment: Moment): BatchVerdict {
  if (outcome.kind !== 'answered') return triedAgain(claim, outcome, moment);
  const listing = type.list.read(outcome);
  if (!listing.ok) return { state: 'FAILED', ...defectTrouble(listing.error) };
  if (listing.value.state === 'REJECTED') return { state: 'FAILED', code: listing.value.reason };
  const { people } = listing.value;
  if (people.length === 0) return { state: 'FAILED', code: 'NOBODY_LISTED' };
  if (people.length > type.peopleAtMost) return { state: 'FAILED', code: 'ANSWER_TOO_LONG', detail: `AT_MOST_${type.peopleAtMost}` };
  return { state: 'LISTED', people };
}

/** Judges a look for the file. What fails on the way is looked for again like what is not ready, until the deadline. */
export function judgeCollection(
  claim: Claim,
  outcome: ExchangeOutcome,
  { now, random }: Moment,
  read: (answer: Answered) => Result<Collection<unknown>, AnswerDefect>,
): BatchVerdict {
  const later = (trouble: { readonly code: string | null; readonly detail?: string }): BatchVerdict => {
    const dueAt = nextLook(claim.tries, now, claim.giveUpAt, random);
    return dueAt === undefined ? NOT_IN_TIME : { state: 'WAITS', dueAt, ...trouble };
  };
  if (outcome.kind !== 'answered')
    return outcome.classification.retry === 'NEVER' ? { state: 'FAILED', ...exchangeTrouble(outcome) } : later(exchangeTrouble(outcome));
  const collection = read(outcome);
  if (!collection.ok) return { state: 'FAILED', ...defectTrouble(collection.error) };
  switch (collection.value.state) {
    case 'NOT_YET':
      return later({ code: null });
    case 'GONE':
      return { state: 'EXPIRED', code: 'TICKET_GONE' };
    case 'REJECTED':
      return { state: 'FAILED', code: collection.value.reason };
    case 'READY':
      return { state: 'FETCHED', readings: collection.value.readings, passedOver: collection.value.passedOver };
  }
}

function triedAgain(claim: Claim, outcome: Unanswered, { now, random }: Moment): BatchVerdict {
  const dueAt = nextAttempt(outcome.classification.retry, claim.tries, now, claim.orderedAt, random);
  return dueAt === undefined ? { state: 'FAILED', ...exchangeTrouble(outcome) } : { state: 'WAITS', dueAt, ...exchangeTrouble(outcome) };
}
