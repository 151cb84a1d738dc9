import type { Temporal } from '../../../platform/index.ts';
import type { Tie } from '../reach.ts';
import type { Entry } from './entry.ts';
import { standingOn } from './standing.ts';

/**
 * How much of a file is seen by whoever may read it. `OWN`: what the reader's institution has itself entered and done. `GENERAL`: besides, what the
 * file says of the person, whoever entered it. `WHOLE`: besides, what other institutions have done for them.
 */
export type Sight = 'OWN' | 'GENERAL' | 'WHOLE';

/**
 * What a person's file shows of other institutions follows the person: to the municipality where they live now, while it has something under way
 * about them (REQ-049, INV-13). Where they lived before keeps its own. An institution that has nothing behind it and looks by leave sees who the
 * person is.
 */
export function sightOf(tie: Tie, livesHere: boolean): Sight {
  if (tie === 'PAST') return 'OWN';
  return tie === 'OPEN' && livesHere ? 'WHOLE' : 'GENERAL';
}

/** Whether the person lives in a municipality on a day: by the population register, or really (SHS § 5: either makes it responsible for something). */
export function livesIn(municipality: string | undefined, entries: readonly Entry[], day: Temporal.PlainDate): boolean {
  if (municipality === undefined) return false;
  return [standingOn(entries, 'RESIDENCE', day), standingOn(entries, 'ACTUAL_ADDRESS', day)].some(
    (entry) => entry?.content.address.municipalityCode === municipality,
  );
}

/** The entries that are seen. */
export function seenBy(sight: Sight, institutionId: string, entries: readonly Entry[]): readonly Entry[] {
  return sight === 'OWN' ? entries.filter((entry) => entry.institutionId === institutionId) : entries;
}
