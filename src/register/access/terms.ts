import { type Clock, type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { type AuditActor, appendAudit } from '../audit/index.ts';
import { findTerms, insertAcceptance, insertTerms, type Terms } from './terms-store.ts';

/** Takes down that somebody accepts the terms of use that hold now (REQ-101). An older version is nobody's to accept: they have not read the new one. */
export async function acceptTerms(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: AuditActor,
  version: number,
): Promise<Result<number, Failure<'TERMS_NOT_CURRENT'>>> {
  const terms = await findTerms(tx);
  if (terms.version !== version) return fail(failure('TERMS_NOT_CURRENT'));
  const at = clock.now();
  await insertAcceptance(tx, actor.userId, version, at);
  await appendAudit(tx, {
    action: 'TERMS_ACCEPTED',
    at,
    actor,
    object: { type: 'user', id: actor.userId },
    outcome: 'DONE',
    details: { version },
  });
  return ok(version);
}

/** Puts new terms of use into force at once: everybody reads and accepts them before they go on. Gives their version. They name the order by which they hold. */
export async function publishTerms(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: AuditActor,
  terms: Omit<Terms, 'version'>,
): Promise<number> {
  const at = clock.now();
  const version = await insertTerms(tx, terms, actor.userId, at);
  await appendAudit(tx, { action: 'TERMS_PUBLISHED', at, actor, outcome: 'DONE', details: { version } });
  return version;
}
