import { type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Db } from '../../storage/index.ts';
import type { ProcessorMandate } from './mandate.ts';
import { findInForce } from './mandate-store.ts';

/**
 * The mandate by which a provider may see whom a municipality has referred to it: asked for at every look, so that revoking it ends the next one
 * (REQ-258, INV-42).
 *
 * @param municipality the municipality's institution
 * @param provider the provider's
 */
export async function requireMandate(
  db: Db,
  { municipality, provider }: { readonly municipality: string; readonly provider: string },
): Promise<Result<ProcessorMandate, Failure<'MANDATE_REQUIRED'>>> {
  const mandate = await findInForce(db, { municipalityId: municipality, providerId: provider });
  return mandate === undefined ? fail(failure('MANDATE_REQUIRED')) : ok(mandate);
}
