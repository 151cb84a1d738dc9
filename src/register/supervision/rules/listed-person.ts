import type { Deed } from '../facts.ts';
import { onceADay, type Suspicion } from '../signal.ts';

/** Whoever works on their matter looks at them too: to be looked at always, and mostly found right. */
const SCORE = 55;

const LOOKS: ReadonlySet<string> = new Set([
  'QUERY_ASKED',
  'CLIENT_READ',
  'CLIENT_FOUND',
  'CLIENT_ENTERED',
  'CLIENT_FILE_OPENED',
  'PRINT',
  'EVIDENCE_EXPORTED',
]);

/** A worker looks at somebody whom supervision has listed (REQ-246). */
export function listedPerson({ line, worker, isListed }: Deed): Suspicion | undefined {
  if (!isListed || line.clientId === undefined || !LOOKS.has(line.action)) return undefined;
  return {
    rule: 'LISTED_PERSON',
    key: onceADay(line.at, worker.userId, line.clientId),
    at: line.at,
    workerId: worker.userId,
    institutionId: worker.institutionId,
    score: SCORE,
    evidence: [
      { type: 'audit', id: line.id },
      { type: 'client', id: line.clientId },
    ],
  };
}
