import type { Deed } from '../facts.ts';
import { onceADay, type Suspicion } from '../signal.ts';

/** Colleagues fall on hard times too, but a colleague is better served by another institution. */
const SCORE = 60;

/** A worker asks about somebody who works in the same institution. */
export function colleague({ line, worker, colleagueId }: Deed): Suspicion | undefined {
  if (line.action !== 'QUERY_ASKED' || colleagueId === undefined || colleagueId === worker.userId) return undefined;
  return {
    rule: 'COLLEAGUE',
    key: onceADay(line.at, worker.userId, colleagueId),
    at: line.at,
    workerId: worker.userId,
    institutionId: worker.institutionId,
    score: SCORE,
    evidence: [
      { type: 'audit', id: line.id },
      { type: 'user', id: colleagueId },
    ],
  };
}
