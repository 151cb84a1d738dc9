import { parseEuros } from '../../estonia/index.ts';
import {
  type Clock,
  type Failure,
  fail,
  failure,
  hasDays,
  newId,
  ok,
  overlaps,
  type Result,
  Temporal,
  today,
} from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { type Contract, endContract } from './contract.ts';
import { insertContract, listAgreed, lockContract, saveEnd } from './contract-store.ts';
import { keeps } from './institution.ts';
import { findInstitutionById, lockInstitution } from './institution-store.ts';
import { listPlaces } from './provider-store.ts';

export interface ContractEntry {
  /** The municipality's institution. */
  readonly kov: string;
  /** The provider's. */
  readonly provider: string;
  readonly service: string;
  readonly validFrom: string;
  readonly validTo?: string;
  /** In euros: "12.50". */
  readonly unitPrice: string;
  readonly documentId: string;
}

type ConcludeRefusal = Failure<
  | 'INSTITUTION_NOT_FOUND'
  | 'PROVIDER_NOT_FOUND'
  | 'NOT_A_MUNICIPALITY'
  | 'SERVICE_NOT_OFFERED'
  | 'PERIOD_INVALID'
  | 'UNIT_PRICE_INVALID'
  | 'CONTRACT_OVERLAPS'
>;

/** Enters a contract that a municipality has concluded with a provider (leping teenuseosutajaga). Gives its id. */
export async function concludeContract(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  entry: ContractEntry,
): Promise<Result<string, ConcludeRefusal>> {
  const municipality = await findInstitutionById(tx, entry.kov);
  if (municipality === undefined || !keeps(actor, municipality))
    return fail(failure('INSTITUTION_NOT_FOUND', { fields: [{ pointer: '/kov', code: 'UNKNOWN' }] }));
  if (municipality.kind !== 'KOV') return fail(failure('NOT_A_MUNICIPALITY'));
  // Contracts with one provider are entered one after the other: of two that overlap the second is seen to.
  const provider = await lockInstitution(tx, entry.provider);
  if (provider?.kind !== 'PROVIDER') return fail(failure('PROVIDER_NOT_FOUND', { fields: [{ pointer: '/provider', code: 'UNKNOWN' }] }));
  const read = readTerms(entry);
  if (!read.ok) return read;
  const places = await listPlaces(tx, [provider.id]);
  if (!places.some((place) => place.services.includes(entry.service) && overlaps(place, read.value)))
    return fail(failure('SERVICE_NOT_OFFERED'));
  const contract = { id: newId(), municipalityId: municipality.id, providerId: provider.id, ...read.value };
  if ((await listAgreed(tx, contract)).some((other) => overlaps(other, contract))) return fail(failure('CONTRACT_OVERLAPS'));
  const at = clock.now();
  await insertContract(tx, contract, { by: actor.userId, at });
  await appendAudit(tx, {
    action: 'CONTRACT_ENTERED',
    at,
    actor,
    object: { type: 'contract', id: contract.id },
    outcome: 'DONE',
    details: { municipality: municipality.id, provider: provider.id, service: entry.service },
  });
  return ok(contract.id);
}

type Terms = Omit<Contract, 'id' | 'municipalityId' | 'providerId'>;

function readTerms(entry: ContractEntry): Result<Terms, Failure<'PERIOD_INVALID' | 'UNIT_PRICE_INVALID'>> {
  const validFrom = Temporal.PlainDate.from(entry.validFrom);
  const validTo = entry.validTo === undefined ? undefined : Temporal.PlainDate.from(entry.validTo);
  if (!hasDays({ validFrom, validTo }))
    return fail(failure('PERIOD_INVALID', { fields: [{ pointer: '/validTo', code: 'BEFORE_BEGINNING' }] }));
  const unitPrice = parseEuros(entry.unitPrice);
  if (unitPrice === undefined || unitPrice < 0)
    return fail(failure('UNIT_PRICE_INVALID', { fields: [{ pointer: '/unitPrice', code: 'INVALID' }] }));
  return ok({ service: entry.service, validFrom, validTo, unitPrice, documentId: entry.documentId.trim(), version: 1 });
}

type EndRefusal = Failure<'CONTRACT_NOT_FOUND' | 'CONTRACT_END_INVALID' | 'PRECONDITION_FAILED'>;

/** Ends a contract earlier than was agreed. */
export async function endEarlier(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { id, lastDay, ifMatch }: { readonly id: string; readonly lastDay: string; readonly ifMatch: string | undefined },
): Promise<Result<string, EndRefusal>> {
  const contract = await lockContract(tx, id);
  if (contract === undefined || !keeps(actor, { id: contract.municipalityId })) return fail(failure('CONTRACT_NOT_FOUND'));
  if (ifMatch !== undefined && ifMatch !== String(contract.version)) return fail(failure('PRECONDITION_FAILED'));
  const ended = endContract(contract, Temporal.PlainDate.from(lastDay), today(clock));
  if (!ended.ok) return ended;
  await saveEnd(tx, ended.value);
  await appendAudit(tx, { action: 'CONTRACT_ENDED', at: clock.now(), actor, object: { type: 'contract', id }, outcome: 'DONE' });
  return ok(id);
}
