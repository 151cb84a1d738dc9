import { isWorkingDay } from '../../../estonia/index.ts';
import { OPENING_HOURS, ZONE } from '../../../platform/index.ts';
import type { Deed } from '../facts.ts';
import { onceADay, type Suspicion } from '../signal.ts';

/** Overtime is common: it says little by itself, and something beside another signal. */
const SCORE = 20;

/** A worker asks at night, at the weekend or on a holiday. One signal for a worker's day, whatever the number of questions. */
export function outOfHours({ line, worker }: Deed): Suspicion | undefined {
  if (line.action !== 'QUERY_ASKED') return undefined;
  const local = line.at.toZonedDateTimeISO(ZONE);
  if (isWorkingDay(local.toPlainDate()) && local.hour >= OPENING_HOURS.opens && local.hour < OPENING_HOURS.closes) return undefined;
  return {
    rule: 'OUT_OF_HOURS',
    key: onceADay(line.at, worker.userId),
    at: line.at,
    workerId: worker.userId,
    institutionId: worker.institutionId,
    score: SCORE,
    evidence: [{ type: 'audit', id: line.id }],
  };
}
