import type { Deed } from '../facts.ts';
import { onceADay, type Suspicion } from '../signal.ts';

/** Most who share a name are strangers: it says something beside another signal alone. */
const SCORE = 10;

const LOOKS: ReadonlySet<string> = new Set(['QUERY_ASKED', 'CLIENT_READ']);

/** A worker looks at somebody of their own surname (REQ-246). Who is known to be closer is noticed by the rules that know it. */
export function sameSurname({ line, worker, sharesSurname, isOwnFile, togetherIn }: Deed): Suspicion | undefined {
  if (!sharesSurname || isOwnFile || togetherIn !== undefined || line.clientId === undefined || !LOOKS.has(line.action)) return undefined;
  return {
    rule: 'SAME_SURNAME',
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
