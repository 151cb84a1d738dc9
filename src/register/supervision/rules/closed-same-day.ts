import { startOfDay } from '../../../platform/index.ts';
import type { ShortLived } from '../facts.ts';
import type { Suspicion } from '../signal.ts';

/** The last question before a decision is an ordinary end. */
const SCORE = 20;
/** Opened, asked in and closed on one day: a purpose made for the question. */
const SCORE_OF_A_DAY = 60;

/** A worker asked in a proceeding on the day on which it was closed. */
export function closedSameDay({ line, proceedingId, openedAt, workerId, institutionId }: ShortLived): Suspicion {
  const wholeLife = startOfDay(openedAt).equals(startOfDay(line.at));
  return {
    rule: 'CLOSED_SAME_DAY',
    key: `${workerId} ${proceedingId}`,
    at: line.at,
    workerId,
    institutionId,
    score: wholeLife ? SCORE_OF_A_DAY : SCORE,
    evidence: [
      { type: 'audit', id: line.id },
      { type: 'proceeding', id: proceedingId },
    ],
  };
}
