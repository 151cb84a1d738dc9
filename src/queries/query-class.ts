import { Temporal } from '../platform/index.ts';

/**
 * Classes of work at a register, the more urgent first, and in how many seconds an answer is wanted: a worker looks at the question on the screen
 * for 10 s; a household's prefill is looked at within a minute; what leaves by itself on the day it is due is read in the course of a morning;
 * what follows from changes that registers tell of can wait for a quiet hour.
 */
const WANTED_WITHIN = { INTERACTIVE: 10, PREFILL: 60, PLANNED: 3_600, BATCH: 14_400 } as const satisfies Record<string, number>;

export type QueryClass = keyof typeof WANTED_WITHIN;

const CLASSES = Object.keys(WANTED_WITHIN) as QueryClass[];

/** A class as its rows hold it: the more urgent the smaller, from 1. */
export function rankOf(queryClass: QueryClass): number {
  return CLASSES.indexOf(queryClass) + 1;
}

export function classOf(rank: number): QueryClass {
  const found = CLASSES[rank - 1];
  if (found === undefined) throw new RangeError(`there is no class ${rank}`);
  return found;
}

/** For so long a question before a screen keeps its place in front; then its worker has gone on, and it does in the background: 60 s. */
const FOREGROUND_SECONDS = 60;

/** From when on a query is in the background: one that a worker waits for, after a minute. Undefined where nobody waits before a screen. */
export function backgroundFrom(queryClass: QueryClass, askedAt: Temporal.Instant): Temporal.Instant | undefined {
  return queryClass === 'INTERACTIVE' ? askedAt.add({ seconds: FOREGROUND_SECONDS }) : undefined;
}

/** The class in which a query waits that is due again only later: nobody sits before it any more. */
export function classAfter(queryClass: QueryClass, askedAt: Temporal.Instant, dueAt: Temporal.Instant): QueryClass {
  const background = backgroundFrom(queryClass, askedAt);
  return background !== undefined && Temporal.Instant.compare(background, dueAt) <= 0 ? 'PLANNED' : queryClass;
}

/** Until when an answer is wanted: of two questions of one worker the one that is wanted earlier goes first. */
export function wantedBy(queryClass: QueryClass, from: Temporal.Instant): Date {
  return new Date(from.epochMilliseconds + WANTED_WITHIN[queryClass] * 1000);
}
