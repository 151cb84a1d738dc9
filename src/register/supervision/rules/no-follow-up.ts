import type { Pursuit } from '../facts.ts';
import type { Suspicion } from '../signal.ts';

/** After so many days something has been done in any proceeding that was meant: a decision on subsistence is due within five working days. */
export const FOLLOW_UP_WITHIN_DAYS = 14;
/** Work that nobody has entered looks the same. */
const SCORE = 40;

/** A worker asked in a proceeding, and then nobody did or decided anything there. */
export function noFollowUp({ workerId, institutionId, proceedingId, askedAt, isFollowedUp }: Pursuit): Suspicion | undefined {
  if (isFollowedUp) return undefined;
  return {
    rule: 'NO_FOLLOW_UP',
    key: `${workerId} ${proceedingId}`,
    at: askedAt,
    workerId,
    institutionId,
    score: SCORE,
    evidence: [{ type: 'proceeding', id: proceedingId }],
  };
}
