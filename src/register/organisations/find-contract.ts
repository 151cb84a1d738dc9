import { type Failure, fail, failure, holdsOn, ok, type Result, type Temporal } from '../../platform/index.ts';
import type { Db } from '../../storage/index.ts';
import type { Contract } from './contract.ts';
import { listAgreed } from './contract-store.ts';

/**
 * The one contract by which a municipality may have a provider serve somebody on a day, and at which price (INV-42, REQ-249). Periods of the same
 * parties and service never overlap, so there is no second.
 *
 * @param municipality the municipality's institution
 * @param provider the provider's
 */
export async function findContract(
  db: Db,
  {
    municipality,
    provider,
    service,
    on,
  }: { readonly municipality: string; readonly provider: string; readonly service: string; readonly on: Temporal.PlainDate },
): Promise<Result<Contract, Failure<'NO_VALID_CONTRACT'>>> {
  const agreed = await listAgreed(db, { municipalityId: municipality, providerId: provider, service });
  const holding = agreed.find((contract) => holdsOn(contract, on));
  return holding === undefined ? fail(failure('NO_VALID_CONTRACT')) : ok(holding);
}
