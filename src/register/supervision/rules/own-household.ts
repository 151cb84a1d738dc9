import type { Deed } from '../facts.ts';
import { onceADay, type Suspicion } from '../signal.ts';

/** Subjects of one proceeding are mostly a household or a family, but not always. */
const SCORE = 75;

/** A worker asks about somebody beside whom they are a subject of a proceeding themselves: what STAR knows of relatives without a register. */
export function ownHousehold({ line, worker, togetherIn }: Deed): Suspicion | undefined {
  if (line.action !== 'QUERY_ASKED' || togetherIn === undefined || line.clientId === undefined) return undefined;
  return {
    rule: 'OWN_RELATIVE',
    key: onceADay(line.at, worker.userId, line.clientId),
    at: line.at,
    workerId: worker.userId,
    institutionId: worker.institutionId,
    score: SCORE,
    evidence: [
      { type: 'audit', id: line.id },
      { type: 'client', id: line.clientId },
      { type: 'proceeding', id: togetherIn },
    ],
  };
}
