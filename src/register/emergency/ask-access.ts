import { type Clock, newId, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { findByPersonalCodes } from '../people/index.ts';
import { findProceedingByNo } from '../proceedings/index.ts';
import { DECIDED_WITHIN_MINUTES, judgeRequest, type RequestRefusal } from './emergency-access.ts';
import { insertAccess } from './store.ts';

/** A worker's request to be let into a proceeding, by the number that people read. Gives the request's id. */
export async function askAccess(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { proceedingNo, justification }: { readonly proceedingNo: string; readonly justification: string },
): Promise<Result<string, RequestRefusal>> {
  const [proceeding, [ownFile]] = await Promise.all([findProceedingByNo(tx, proceedingNo), findByPersonalCodes(tx, [actor.personalCode])]);
  const judged = judgeRequest(actor, proceeding, ownFile?.id);
  if (!judged.ok) return judged;
  const id = newId();
  const at = clock.now();
  await insertAccess(tx, {
    id,
    proceedingId: judged.value.id,
    workerId: actor.userId,
    institutionId: actor.institutionId,
    justification,
    askedAt: at,
    decideBy: at.add({ minutes: DECIDED_WITHIN_MINUTES }),
  });
  await appendAudit(tx, {
    action: 'EMERGENCY_ACCESS_ASKED',
    at,
    actor,
    object: { type: 'emergency-access', id },
    proceedingId: judged.value.id,
    outcome: 'DONE',
  });
  return ok(id);
}
