import { type Clock, type Failure, fail, failure, hasDays, newId, ok, type Result, Temporal, today } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { checkCodes } from '../classifiers/index.ts';
import { keeps } from './institution.ts';
import { findInstitutionById } from './institution-store.ts';
import { insertPlace, lockPlace, savePlace } from './provider-store.ts';
import { type AddressEntry, readAddress, type ServicePlace, serviceUses } from './service-place.ts';

export interface PlaceEntry {
  readonly address: AddressEntry;
  readonly services: readonly string[];
  readonly validFrom: string;
  /** The last day. */
  readonly validTo?: string;
}

type PlaceRefusal = Failure<'MUNICIPALITY_INVALID' | 'PERIOD_INVALID' | 'CLASSIFIER_VALUE_UNKNOWN' | 'PRECONDITION_FAILED'>;

/** Enters one more place where a provider serves. Gives its id. */
export async function openPlace(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { providerId, ...entry }: PlaceEntry & { readonly providerId: string },
): Promise<Result<string, PlaceRefusal | Failure<'PROVIDER_NOT_FOUND'>>> {
  const provider = await findInstitutionById(tx, providerId);
  if (provider?.kind !== 'PROVIDER' || !keeps(actor, provider)) return fail(failure('PROVIDER_NOT_FOUND'));
  const read = await readPlace({ clock }, tx, actor, entry);
  if (!read.ok) return read;
  const id = newId();
  await insertPlace(tx, { id, providerId, version: 1, ...read.value });
  await appendAudit(tx, { action: 'SERVICE_PLACE_OPENED', at: clock.now(), actor, object: { type: 'service-place', id }, outcome: 'DONE' });
  return ok(id);
}

/** Changes a place: where it is, what is served there, from when and until when. */
export async function changePlace(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { id, ifMatch, ...entry }: PlaceEntry & { readonly id: string; readonly ifMatch: string | undefined },
): Promise<Result<string, PlaceRefusal | Failure<'SERVICE_PLACE_NOT_FOUND'>>> {
  const place = await lockPlace(tx, id);
  if (place === undefined || !keeps(actor, { id: place.providerId })) return fail(failure('SERVICE_PLACE_NOT_FOUND'));
  if (ifMatch !== undefined && ifMatch !== String(place.version)) return fail(failure('PRECONDITION_FAILED'));
  const read = await readPlace({ clock }, tx, actor, entry);
  if (!read.ok) return read;
  await savePlace(tx, { ...place, ...read.value, version: place.version + 1 });
  await appendAudit(tx, {
    action: 'SERVICE_PLACE_CHANGED',
    at: clock.now(),
    actor,
    object: { type: 'service-place', id },
    outcome: 'DONE',
  });
  return ok(id);
}

async function readPlace(
  ports: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { address: entered, services, ...period }: PlaceEntry,
): Promise<Result<Pick<ServicePlace, 'address' | 'services' | 'validFrom' | 'validTo'>, PlaceRefusal>> {
  const address = readAddress(entered, '/address');
  if (!address.ok) return address;
  const validFrom = Temporal.PlainDate.from(period.validFrom);
  const validTo = period.validTo === undefined ? undefined : Temporal.PlainDate.from(period.validTo);
  if (!hasDays({ validFrom, validTo }))
    return fail(failure('PERIOD_INVALID', { fields: [{ pointer: '/validTo', code: 'BEFORE_BEGINNING' }] }));
  const offered = await checkCodes(tx, serviceUses(services), { institutionId: actor.institutionId, on: today(ports.clock) });
  if (!offered.ok) return offered;
  return ok({ address: address.value, services, validFrom, validTo });
}
