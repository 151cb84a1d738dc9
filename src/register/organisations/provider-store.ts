import { findMunicipality } from '../../estonia/index.ts';
import { dateOf, instantOf, plainDateOf, type Temporal } from '../../platform/index.ts';
import { anyOf, type Db, type Tx } from '../../storage/index.ts';
import type { ServicePlace } from './service-place.ts';

type ServicePlaceTable = {
  id: string;
  provider_id: string;
  municipality: string;
  address: string;
  ads_oid: string | null;
  services: string[];
  valid_from: string;
  valid_to: string | null;
  version: number;
};

type Tables = {
  provider: { institution_id: string; request_document: string; registered_by: string; registered_at: Date; check_due_at: Date };
  service_place: ServicePlaceTable;
};

const tables = (db: Db) => db.withTables<Tables>();

/** On what and when an institution was registered as a provider. */
export interface Registration {
  readonly requestDocument: string;
  readonly registeredBy: string;
  readonly registeredAt: Temporal.Instant;
}

export async function insertProvider(tx: Tx, institutionId: string, registration: Registration): Promise<void> {
  await tables(tx)
    .insertInto('provider')
    .values({
      institution_id: institutionId,
      request_document: registration.requestDocument,
      registered_by: registration.registeredBy,
      registered_at: dateOf(registration.registeredAt),
      check_due_at: dateOf(registration.registeredAt),
    })
    .execute();
}

export async function findRegistration(db: Db, institutionId: string): Promise<Registration | undefined> {
  const row = await tables(db).selectFrom('provider').selectAll().where('institution_id', '=', institutionId).executeTakeFirst();
  return row && { requestDocument: row.request_document, registeredBy: row.registered_by, registeredAt: instantOf(row.registered_at) };
}

/** The places of each of the providers, in the order of their entering. */
export async function listPlaces(db: Db, providerIds: readonly string[]): Promise<readonly ServicePlace[]> {
  if (providerIds.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('service_place')
    .selectAll()
    .where('provider_id', '=', anyOf(providerIds))
    .orderBy('provider_id')
    .orderBy('id')
    .execute();
  return rows.map(placeOf);
}

/** Reads a place to change it. */
export async function lockPlace(tx: Tx, id: string): Promise<ServicePlace | undefined> {
  const row = await tables(tx).selectFrom('service_place').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  return row && placeOf(row);
}

export async function findPlace(db: Db, id: string): Promise<ServicePlace | undefined> {
  const row = await tables(db).selectFrom('service_place').selectAll().where('id', '=', id).executeTakeFirst();
  return row && placeOf(row);
}

export async function insertPlace(tx: Tx, place: ServicePlace): Promise<void> {
  await tables(tx)
    .insertInto('service_place')
    .values({ id: place.id, provider_id: place.providerId, ...columnsOf(place) })
    .execute();
}

export async function savePlace(tx: Tx, place: ServicePlace): Promise<void> {
  await tables(tx).updateTable('service_place').set(columnsOf(place)).where('id', '=', place.id).execute();
}

function columnsOf({ address, services, validFrom, validTo, version }: ServicePlace) {
  return {
    municipality: address.municipality,
    address: address.text,
    ads_oid: address.adsOid ?? null,
    services: [...services],
    valid_from: validFrom.toString(),
    valid_to: validTo?.toString() ?? null,
    version,
  };
}

function placeOf(row: ServicePlaceTable): ServicePlace {
  const municipality = findMunicipality(row.municipality);
  if (municipality === undefined) throw new Error('a service place lies in a municipality that there is not');
  return {
    id: row.id,
    providerId: row.provider_id,
    address: { municipality: municipality.code, text: row.address, adsOid: row.ads_oid ?? undefined },
    services: row.services,
    validFrom: plainDateOf(row.valid_from),
    validTo: row.valid_to === null ? undefined : plainDateOf(row.valid_to),
    version: row.version,
  };
}
