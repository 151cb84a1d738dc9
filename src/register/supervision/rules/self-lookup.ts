import type { Deed } from '../facts.ts';
import { onceADay, type Suspicion } from '../signal.ts';

/** A question about oneself is refused, and that it was asked is worth a look; what is kept about oneself is shown, and worth one too. */
const SCORE = 90;
const LOOKS: ReadonlySet<string> = new Set(['CLIENT_READ', 'CLIENT_FOUND', 'PROCEEDING_READ', 'INTAKE_READ']);

/** A worker looked, or tried to look, at their own data (INV-65). */
export function selfLookup({ line, worker, isOwnFile }: Deed): Suspicion | undefined {
  const refused = line.action === 'QUERY_REFUSED' && line.code === 'SELF_LOOKUP_REFUSED';
  const found = isOwnFile && LOOKS.has(line.action);
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
