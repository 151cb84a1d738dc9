import type { Taking } from '../facts.ts';
import type { RuleName, Suspicion } from '../signal.ts';

/** Fewer people in an hour than this stand out nowhere: three households of six, and one more. */
const TAKEN_PERSONS_AT_LEAST = 20;
/** Of people who are found by searching: three whole pages of namesakes. Whoever looks for one person is through with fewer. */
const FOUND_PERSONS_AT_LEAST = 60;
/** What has left on paper or in a file is looked at by nobody any more. */
const SCORE = 60;
/** A common name has many bearers. */
const FOUND_SCORE = 40;

const MEASURES = {
  PRINT: { rule: 'MANY_PRINTS', atLeast: TAKEN_PERSONS_AT_LEAST, score: SCORE },
  EXPORT: { rule: 'MANY_EXPORTS', atLeast: TAKEN_PERSONS_AT_LEAST, score: SCORE },
  FOUND: { rule: 'MANY_FOUND', atLeast: FOUND_PERSONS_AT_LEAST, score: FOUND_SCORE },
} as const satisfies Record<Taking['kind'], { readonly rule: RuleName; readonly atLeast: number; readonly score: number }>;

/** So many times what is usual in the role: twice is a day of home visits. */
const TIMES_THE_USUAL = 4;

/** Whether so many people can be a signal at all, whatever is usual. */
export function mayBeMany({ kind, persons }: Pick<Taking, 'kind' | 'persons'>): boolean {
  return persons >= MEASURES[kind].atLeast;
}

/**
 * A worker prints, exports, or finds by searching, in one hour the data of many times as many people as their role usually does in an hour in which it
 * does so at all.
 *
 * @param usual the median of people in such an hour; undefined while there was none
 */
export function manyTaken(taking: Taking, usual: number | undefined): Suspicion | undefined {
  const { workerId, institutionId, hour, kind, persons } = taking;
  const { rule, score } = MEASURES[kind];
  if (!mayBeMany(taking) || persons < TIMES_THE_USUAL * (usual ?? 0)) return undefined;
  return {
    rule,
    key: `${workerId} ${hour.toString()}`,
    at: hour,
    workerId,
    institutionId,
    score,
    evidence: [{ type: 'user', id: workerId }],
  };
}
