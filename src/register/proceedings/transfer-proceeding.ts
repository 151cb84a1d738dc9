import { type Clock, type Failure, fail, failure, newId, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { type Actor, ROLES_OF } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { findInstitutionById } from '../organisations/index.ts';
import { handPlanned } from './action-store.ts';
import type { ClosePorts } from './close-proceeding.ts';
import { checkNotOwn } from './own-matter.ts';
import { advance, kindsOf, type Proceeding } from './proceeding.ts';
import { takeSteps } from './step-store.ts';
import { lockProceeding, saveProceeding } from './store.ts';
import { type Named, takeProceeding } from './take-proceeding.ts';
import { isPartyTo, type Transfer } from './transfer.ts';
import { decideTransfer, findTransfer, insertOffer } from './transfer-store.ts';

/** Offers an open proceeding to another institution: one that has workers for such a matter. Gives the transfer's id. */
export async function offerTransfer(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { institutionId, reason, ...named }: Named & { readonly institutionId: string; readonly reason: string },
): Promise<Result<string, Failure>> {
  const proceeding = await takeProceeding(tx, actor, named);
  if (!proceeding.ok) return proceeding;
  const { id: proceedingId, kind } = proceeding.value;
  const open = advance(proceeding.value, 'transfer');
  if (!open.ok) return open;
  const receiver = await findInstitutionById(tx, institutionId);
  const hasWorkers = receiver !== undefined && kindsOf(ROLES_OF[receiver.kind]).includes(kind);
  if (!hasWorkers || institutionId === actor.institutionId)
    return fail(failure('RECEIVING_INSTITUTION_INVALID', { fields: [{ pointer: '/institutionId', code: 'INVALID' }] }));
  const id = newId();
  const at = clock.now();
  const offer = { id, proceedingId, from: actor.institutionId, to: institutionId, offeredBy: actor.userId, offeredAt: at, reason };
  if (!(await insertOffer(tx, offer))) return fail(failure('TRANSFER_OFFERED_ALREADY'));
  await takeSteps(tx, [{ proceedingId, kind: 'TRANSFER_OFFERED', at, by: actor.userId, objectId: id, text: reason }]);
  await auditTransfer({ clock }, tx, actor, 'TRANSFER_OFFERED', { id, proceedingId, to: institutionId });
  return ok(id);
}

/** Says no to a transfer, by who would receive it, or takes it back, by who offered it. */
export async function endTransfer(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { transferId, as, reason }: { readonly transferId: string; readonly as: 'REFUSED' | 'WITHDRAWN'; readonly reason?: string },
): Promise<Result<Transfer, Failure>> {
  const transfer = await findTransfer(tx, transferId);
  const decides = as === 'REFUSED' ? transfer?.to : transfer?.from;
  if (transfer === undefined || !isPartyTo(actor, transfer) || decides !== actor.institutionId) return fail(failure('TRANSFER_NOT_FOUND'));
  if (!(await decideTransfer(tx, transferId, { state: as, by: actor.userId, at: clock.now(), reason })))
    return fail(failure('TRANSFER_DECIDED'));
  await auditTransfer({ clock }, tx, actor, `TRANSFER_${as}`, transfer);
  return ok(transfer);
}

/**
 * Takes over a proceeding that another institution offers. Its subjects, intakes and course come along. What registers have answered the other
 * institution does not: that was asked for the other's purpose, by the other's permit, and becomes unreadable as in closing; who needs it asks anew.
 */
export async function acceptTransfer(
  ports: ClosePorts,
  tx: Tx,
  actor: Actor,
  { transferId }: { readonly transferId: string },
): Promise<Result<Proceeding, Failure>> {
  const transfer = await findTransfer(tx, transferId);
  if (transfer === undefined || !isPartyTo(actor, transfer) || transfer.to !== actor.institutionId)
    return fail(failure('TRANSFER_NOT_FOUND'));
  const proceeding = await lockProceeding(tx, transfer.proceedingId);
  if (proceeding === undefined) throw new Error('a transfer has no proceeding');
  const other = await checkNotOwn(tx, actor, proceeding.subjects);
  if (!other.ok) return other;
  const at = ports.clock.now();
  if (!(await decideTransfer(tx, transferId, { state: 'ACCEPTED', by: actor.userId, at, reason: undefined })))
    return fail(failure('TRANSFER_DECIDED'));
  const received = advance(proceeding, 'transfer', { institutionId: actor.institutionId, ownerId: actor.userId });
  if (!received.ok) return received;
  const ended = await ports.onClosed(tx, proceeding.id);
  if (!ended.ok) return ended;
  await ports.keys.destroy(tx, proceeding.id);
  await ports.keys.renew(tx, proceeding.id);
  await saveProceeding(tx, received.value);
  await handPlanned(tx, proceeding.id, actor.userId);
  await takeSteps(tx, [{ proceedingId: proceeding.id, kind: 'TRANSFERRED', at, by: actor.userId, objectId: transferId }]);
  await auditTransfer(ports, tx, actor, 'PROCEEDING_TRANSFERRED', transfer);
  return received;
}

async function auditTransfer(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  action: string,
  { id, proceedingId, to }: Pick<Transfer, 'id' | 'proceedingId' | 'to'>,
): Promise<void> {
  await appendAudit(tx, {
    action,
    at: clock.now(),
    actor,
    object: { type: 'transfer', id },
    proceedingId,
    outcome: 'DONE',
    details: { to },
  });
}
