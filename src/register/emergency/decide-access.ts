import { type Clock, type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { type Actor, holdRole } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { holdProceeding, recordActions } from '../proceedings/index.ts';
import { type DecisionRefusal, isOpenToGuests, isShownTo, judgeDecision, LASTS_MINUTES } from './emergency-access.ts';
import { endNow, findAccess, saveDecision } from './store.ts';

type NotThere = Failure<'EMERGENCY_ACCESS_NOT_FOUND' | 'EMERGENCY_PROCEEDING_NOT_FOUND'>;

/**
 * A second person lets somebody in, or does not. Who decides must be in office until this is committed; of two at once the first decides. Being let
 * in is entered into the proceeding's course too, for those whose proceeding it is.
 */
export async function decideAccess(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { accessId, outcome }: { readonly accessId: string; readonly outcome: 'APPROVED' | 'REFUSED' },
): Promise<Result<string, DecisionRefusal | NotThere>> {
  const [inOffice, access] = await Promise.all([holdRole(tx, actor.userId, actor.institutionId, 'ADMIN'), findAccess(tx, accessId)]);
  if (!inOffice || access === undefined || access.institutionId !== actor.institutionId) return fail(failure('EMERGENCY_ACCESS_NOT_FOUND'));
  const at = clock.now();
  const judged = judgeDecision(access, actor, at);
  if (!judged.ok) return judged;
  const endsAt = at.add({ minutes: LASTS_MINUTES });
  const by = { by: actor.userId, at };
  if (outcome === 'APPROVED') {
    const proceeding = await holdProceeding(tx, access.proceedingId);
    if (proceeding === undefined || !isOpenToGuests(proceeding)) return fail(failure('EMERGENCY_PROCEEDING_NOT_FOUND'));
  }
  const saved = await saveDecision(tx, accessId, outcome === 'APPROVED' ? { ...by, outcome, endsAt } : { ...by, outcome });
  if (!saved) return fail(failure('EMERGENCY_ACCESS_DECIDED'));
  if (outcome === 'APPROVED') {
    await recordActions(tx, [
      {
        proceedingId: access.proceedingId,
        kind: 'NOTICE',
        origin: 'AUTOMATIC',
        performedBy: access.workerId,
        text: `Hädajuurdepääs ${LASTS_MINUTES} minutiks teisele töötajale; järelevalve teab`,
        refs: {},
        at,
      },
    ]);
  }
  await appendAudit(tx, {
    action: outcome === 'APPROVED' ? 'EMERGENCY_ACCESS_APPROVED' : 'EMERGENCY_ACCESS_REFUSED',
    at,
    actor,
    object: { type: 'emergency-access', id: accessId },
    proceedingId: access.proceedingId,
    outcome: 'DONE',
    details: { worker: access.workerId },
  });
  return ok(accessId);
}

/** Ends an open access before its time: whoever has it, their administrator, or supervision. */
export async function endAccess(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  accessId: string,
): Promise<Result<string, Failure<'EMERGENCY_ACCESS_NOT_FOUND' | 'EMERGENCY_ACCESS_NOT_OPEN'>>> {
  const access = await findAccess(tx, accessId);
  if (access === undefined || !isShownTo(access, actor)) return fail(failure('EMERGENCY_ACCESS_NOT_FOUND'));
  const at = clock.now();
  if (!(await endNow(tx, accessId, at))) return fail(failure('EMERGENCY_ACCESS_NOT_OPEN'));
  await appendAudit(tx, {
    action: 'EMERGENCY_ACCESS_ENDED',
    at,
    actor,
    object: { type: 'emergency-access', id: accessId },
    proceedingId: access.proceedingId,
    outcome: 'DONE',
    details: { worker: access.workerId },
  });
  return ok(accessId);
}
