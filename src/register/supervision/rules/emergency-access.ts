import type { Deed } from '../facts.ts';
import type { Suspicion } from '../signal.ts';

/** Asked for in the open and with a reason: to be looked at always, and mostly found right. */
const SCORE = 50;

/** A worker has asked to be let into a proceeding that is not theirs, whatever came of it. */
export function emergencyAccess({ line, worker }: Deed): Suspicion | undefined {
  if (line.action !== 'EMERGENCY_ACCESS_ASKED' || line.object === undefined) return undefined;
  return {
    rule: 'EMERGENCY_ACCESS',
    key: line.object.id,
    at: line.at,
    workerId: worker.userId,
    institutionId: worker.institutionId,
    score: SCORE,
    evidence: [
      { type: 'audit', id: line.id },
      { type: 'emergency-access', id: line.object.id },
    ],
  };
}
