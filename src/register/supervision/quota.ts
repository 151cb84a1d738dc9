import { startOfDay, Temporal, ZONE } from '../../platform/index.ts';

/** How much is asked in a span of time: questions, and the different people they are about. */
export interface Count {
  readonly questions: number;
  readonly persons: number;
}

export const SPANS = ['HOUR', 'DAY'] as const;
/** A clock hour or a calendar day in Tallinn: both begin and end for everybody at once, so that a count needs no memory of its own. */
export type Span = (typeof SPANS)[number];

/** What one worker, and what one institution, may ask before supervision is told. */
export interface Quotas {
  readonly worker: Readonly<Record<Lowercase<Span>, Count>>;
  readonly institution: Readonly<Record<Lowercase<Span>, Count>>;
  /** From so many times a quota on, questions are refused until the span is over. */
  readonly ceilingTimes: number;
}

export const HOLDERS = ['WORKER', 'INSTITUTION'] as const;
export type Holder = (typeof HOLDERS)[number];

/** A quota that is exceeded: whose, in which span, by what, and how often it would fit in. */
export interface Excess {
  readonly holder: Holder;
  readonly span: Span;
  readonly measure: keyof Count;
  readonly times: number;
}

/** What of a count is above its quota. */
export function excesses(quotas: Quotas, holder: Holder, span: Span, count: Count): readonly Excess[] {
  const quota = quotas[holder === 'WORKER' ? 'worker' : 'institution'][span === 'HOUR' ? 'hour' : 'day'];
  return (['questions', 'persons'] as const)
    .filter((measure) => count[measure] > quota[measure])
    .map((measure) => ({ holder, span, measure, times: count[measure] / quota[measure] }));
}

/** Whether so much is asked that it cannot be work: a program that runs away, or somebody who copies the register. */
export function isBeyondCeiling({ ceilingTimes }: Quotas, { times }: Excess): boolean {
  return times >= ceilingTimes;
}

const HOUR_MS = 3_600_000;

/** When the hour or the day of an instant began. Tallinn is whole hours from UTC: its clock hours begin with the world's. */
export function beginOf(span: Span, at: Temporal.Instant): Temporal.Instant {
  if (span === 'DAY') return startOfDay(at);
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(at.epochMilliseconds / HOUR_MS) * HOUR_MS);
}

/** When it is over: a day may have 23 or 25 hours. */
export function endOf(span: Span, at: Temporal.Instant): Temporal.Instant {
  const begun = beginOf(span, at).toZonedDateTimeISO(ZONE);
  return (span === 'HOUR' ? begun.add({ hours: 1 }) : begun.add({ days: 1 })).toInstant();
}
