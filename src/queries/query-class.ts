import type { Temporal } from '../platform/index.ts';

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

/** Until when an answer is wanted: of two questions of one worker the one that is wanted earlier goes first. */
export function wantedBy(queryClass: QueryClass, from: Temporal.Instant): Temporal.Instant {
  return from.add({ seconds: WANTED_WITHIN[queryClass] });
}
