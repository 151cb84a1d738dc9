import type { Deed } from '../facts.ts';
import { onceADay, type Suspicion } from '../signal.ts';

/** A question about oneself is refused, and that it was asked is worth a look; a client file of one's own is shown, and worth one too. */
const SCORE = 90;

/** A worker looked, or tried to look, at their own data (INV-65). */
export function selfLookup({ line, worker, isOwnFile }: Deed): Suspicion | undefined {
  const refused = line.action === 'QUERY_REFUSED' && line.code === 'SELF_LOOKUP_REFUSED';
  const found = isOwnFile && (line.action === 'CLIENT_READ' || line.action === 'CLIENT_FOUND');
  if (!refused && !found) return undefined;
  return {
    rule: 'SELF_LOOKUP',
    key: onceADay(line.at, worker.userId),
    at: line.at,
    workerId: worker.userId,
    institutionId: worker.institutionId,
    score: SCORE,
    evidence: [{ type: 'audit', id: line.id }, ...(line.clientId === undefined ? [] : [{ type: 'client', id: line.clientId } as const])],
  };
}
