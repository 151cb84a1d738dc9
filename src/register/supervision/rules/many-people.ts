import type { Pace } from '../facts.ts';
import type { Suspicion } from '../signal.ts';

/** Fewer people in an hour than this stand out nowhere: three households of five. */
export const MANY_PERSONS_AT_LEAST = 15;
/** So many times what is usual in the role: twice is a busy morning. */
const TIMES_THE_USUAL = 4;
/** Whoever enters a backlog asks about many people too. */
const SCORE = 50;

/**
 * A worker asks in one hour about many times as many people as their role usually does in an hour of asking.
 *
 * @param usual the median of persons in an hour in which somebody of the role asked; undefined while nobody has
 */
export function manyPeople({ workerId, institutionId, begins, persons }: Pace, usual: number | undefined): Suspicion | undefined {
  if (persons < Math.max(MANY_PERSONS_AT_LEAST, TIMES_THE_USUAL * (usual ?? 0))) return undefined;
  return {
    rule: 'MANY_PEOPLE',
    key: `${workerId} ${begins.toString()}`,
    at: begins,
    workerId,
    institutionId,
    score: SCORE,
    evidence: [{ type: 'user', id: workerId }],
  };
}
