import type { Deed } from '../facts.ts';
import type { Evidence, Suspicion } from '../signal.ts';

/** Asked for in the open and with a reason: to be looked at always, and mostly found right. */
const SCORE = 50;

/** A worker has asked to be let into a proceeding that is not theirs, whatever came of it; or has opened a client file by a reason alone. */
export function emergencyAccess({ line, worker }: Deed): Suspicion | undefined {
  if (line.object === undefined) return undefined;
  const evidence = evidenceOf(line.action, line.object.id, line.clientId);
  if (evidence === undefined) return undefined;
  return {
    rule: 'EMERGENCY_ACCESS',
    key: line.object.id,
    at: line.at,
    workerId: worker.userId,
    institutionId: worker.institutionId,
    score: SCORE,
    evidence: [{ type: 'audit', id: line.id }, evidence],
  };
}

function evidenceOf(action: string, objectId: string, clientId: string | undefined): Evidence | undefined {
  if (action === 'EMERGENCY_ACCESS_ASKED') return { type: 'emergency-access', id: objectId };
  return action === 'CLIENT_FILE_OPENED' && clientId !== undefined ? { type: 'client', id: clientId } : undefined;
}
