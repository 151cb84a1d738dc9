import type { Deed } from '../facts.ts';
import type { Suspicion } from '../signal.ts';

/** A computer that changes its network looks the same; a password in two hands looks no other way. */
const SCORE = 50;

/** Somebody signed in while they were signed in from another address: entering with another's account is forbidden (REQ-119). */
export function concurrentSessions({ line, worker }: Deed): Suspicion | undefined {
  if (line.action !== 'SESSION_SUPERSEDED' || line.object === undefined) return undefined;
  return {
    rule: 'CONCURRENT_SESSIONS',
    key: line.object.id,
    at: line.at,
    workerId: worker.userId,
    institutionId: worker.institutionId,
    score: SCORE,
    evidence: [
      { type: 'audit', id: line.id },
      { type: 'user', id: worker.userId },
    ],
  };
}
