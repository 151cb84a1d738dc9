import type { Pace } from '../facts.ts';
import { onceADay, type Suspicion } from '../signal.ts';

/** Four are a form filled in wrong; five on one day are somebody who tries doors. */
const REFUSALS_AT_LEAST = 5;
const SCORE = 40;

/** A worker is refused again and again on one day. */
export function repeatedRefusals({ workerId, institutionId, begins, refusals }: Pace): Suspicion | undefined {
  if (refusals < REFUSALS_AT_LEAST) return undefined;
  return {
    rule: 'REPEATED_REFUSALS',
    key: onceADay(begins, workerId),
    at: begins,
    workerId,
    institutionId,
    score: SCORE,
    evidence: [{ type: 'user', id: workerId }],
  };
}
