import { type Temporal, ZONE } from '../../platform/index.ts';

/** What supervision looks at (domain 3.11). Each rule stands in a file of its own under `rules`. */
export const RULES = [
  'SELF_LOOKUP',
  'OWN_RELATIVE',
  'SAME_ADDRESS',
  'COLLEAGUE',
  'SAME_SURNAME',
  'OUT_OF_HOURS',
  'MANY_PEOPLE',
  'CLOSED_SAME_DAY',
  'REPEATED_REFUSALS',
  'NO_FOLLOW_UP',
  'WORKER_QUOTA',
  'INSTITUTION_QUOTA',
  'EMERGENCY_ACCESS',
  'CONCURRENT_SESSIONS',
  'LISTED_PERSON',
  'MANY_PRINTS',
  'MANY_EXPORTS',
  'MANY_FOUND',
] as const;
export type RuleName = (typeof RULES)[number];

/** What a signal rests on: where to look. Ids alone: whoever may know the person can follow them. */
export interface Evidence {
  readonly type: 'audit' | 'client' | 'proceeding' | 'query' | 'user' | 'emergency-access';
  readonly id: string;
}

/** What a rule has noticed. It proves nothing: somebody looks, and says what it was. */
export interface Suspicion {
  readonly rule: RuleName;
  /** What it is about, in the words of its rule: the same thing is a signal once. */
  readonly key: string;
  readonly at: Temporal.Instant;
  /** Nobody in particular, where an institution as a whole stands out. */
  readonly workerId: string | undefined;
  readonly institutionId: string;
  /** 1 to 100: how seldom the like of it has an innocent reason. For sorting, never for deciding. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** A suspicion as supervision finds it (MisuseSignal). */
export interface MisuseSignal extends Suspicion {
  readonly id: string;
  /** What supervision has found, once it has looked. */
  readonly review: Review | undefined;
}

export interface Review {
  readonly by: string;
  readonly at: Temporal.Instant;
  readonly note: string;
}

/** The key of what is a signal once a day, however often it is done: by whom, about whom. */
export function onceADay(at: Temporal.Instant, ...ids: readonly string[]): string {
  return [...ids, at.toZonedDateTimeISO(ZONE).toPlainDate().toString()].join(' ');
}
