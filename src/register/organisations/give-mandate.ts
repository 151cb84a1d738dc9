import { type Clock, type Failure, fail, failure, newId, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { findInstitutions } from './institution-store.ts';
import { revoke } from './mandate.ts';
import { insertMandate, lockMandate, saveRevocation } from './mandate-store.ts';

type GiveRefusal = Failure<'PROVIDER_NOT_FOUND' | 'NOT_A_MUNICIPALITY' | 'MANDATE_EXISTS'>;

/** A municipality gives a provider a mandate; nobody gives it in its place (REQ-258). Gives its id. */
export async function giveMandate(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { provider: providerId, documentId }: { readonly provider: string; readonly documentId: string },
): Promise<Result<string, GiveRefusal>> {
  const parties = await findInstitutions(tx, [actor.institutionId, providerId]);
  if (parties.get(actor.institutionId)?.kind !== 'KOV') return fail(failure('NOT_A_MUNICIPALITY'));
  if (parties.get(providerId)?.kind !== 'PROVIDER')
    return fail(failure('PROVIDER_NOT_FOUND', { fields: [{ pointer: '/provider', code: 'UNKNOWN' }] }));
  const id = newId();
  const at = clock.now();
  const mandate = {
    id,
    municipalityId: actor.institutionId,
    providerId,
    documentId: documentId.trim(),
    givenAt: at,
    revocation: undefined,
  };
  if (!(await insertMandate(tx, mandate, actor.userId))) return fail(failure('MANDATE_EXISTS'));
  await appendAudit(tx, {
    action: 'MANDATE_GIVEN',
    at,
    actor,
    object: { type: 'mandate', id },
    outcome: 'DONE',
    details: { provider: providerId },
  });
  return ok(id);
}

/** Takes a mandate back: from now on the provider sees nobody of the municipality’s. */
export async function revokeMandate(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Result<string, Failure<'MANDATE_NOT_FOUND' | 'MANDATE_REVOKED_ALREADY'>>> {
  const mandate = await lockMandate(tx, id);
  if (mandate?.municipalityId !== actor.institutionId) return fail(failure('MANDATE_NOT_FOUND'));
  const at = clock.now();
  const revoked = revoke(mandate, reason.trim(), at);
  if (!revoked.ok) return revoked;
  await saveRevocation(tx, revoked.value, actor.userId);
  await appendAudit(tx, {
    action: 'MANDATE_REVOKED',
    at,
    actor,
    object: { type: 'mandate', id },
    outcome: 'DONE',
    details: { provider: mandate.providerId },
  });
  return ok(id);
}
