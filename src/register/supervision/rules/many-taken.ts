import type { Taking } from '../facts.ts';
import type { Suspicion } from '../signal.ts';

/** Fewer people in an hour than this stand out nowhere: three households of six, and one more. */
export const TAKEN_PERSONS_AT_LEAST = 20;
/** So many times what is usual in the role: twice is a day of home visits. */
const TIMES_THE_USUAL = 4;
/** What has left on paper or in a file is looked at by nobody any more. */
const SCORE = 60;

/**
 * A worker prints, or exports, in one hour the data of many times as many people as their role usually does in an hour in which it does so at all.
 *
 * @param usual the median of people in such an hour; undefined while there was none
 */
export function manyTaken({ workerId, institutionId, hour, kind, persons }: Taking, usual: number | undefined): Suspicion | undefined {
  if (persons < Math.max(TAKEN_PERSONS_AT_LEAST, TIMES_THE_USUAL * (usual ?? 0))) return undefined;
  return {
    rule: kind === 'PRINT' ? 'MANY_PRINTS' : 'MANY_EXPORTS',
    key: `${workerId} ${hour.toString()}`,
    at: hour,
    workerId,
    institutionId,
    score: SCORE,
    evidence: [{ type: 'user', id: workerId }],
  };
}
