import { euroCents } from '../../estonia/index.ts';
import { dateOf, plainDateOf, type Temporal } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import type { Contract } from './contract.ts';

type ContractTable = {
  id: string;
  municipality_id: string;
  provider_id: string;
  service: string;
  valid_from: string;
  valid_to: string | null;
  unit_price_cents: number;
  document_id: string;
  entered_by: string;
  entered_at: Date;
  version: number;
};

type Tables = { service_contract: ContractTable };

const tables = (db: Db) => db.withTables<Tables>();

/** Who has agreed, and on what. */
export type Agreement = Pick<Contract, 'municipalityId' | 'providerId' | 'service'>;

/** All contracts there have ever been on the same thing, the earliest first. */
export async function listAgreed(db: Db, { municipalityId, providerId, service }: Agreement): Promise<readonly Contract[]> {
  const rows = await tables(db)
    .selectFrom('service_contract')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('provider_id', '=', providerId)
    .where('service', '=', service)
    .orderBy('valid_from')
    .execute();
  return rows.map(contractOf);
}

export async function findContractById(db: Db, id: string): Promise<Contract | undefined> {
  const row = await tables(db).selectFrom('service_contract').selectAll().where('id', '=', id).executeTakeFirst();
  return row && contractOf(row);
}

/** Reads a contract to change it. */
export async function lockContract(tx: Tx, id: string): Promise<Contract | undefined> {
  const row = await tables(tx).selectFrom('service_contract').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  return row && contractOf(row);
}

export interface ContractFilter {
  readonly municipalityId: string | undefined;
  readonly providerId: string | undefined;
  readonly service: string | undefined;
  /** Those that hold on this day. */
  readonly on: Temporal.PlainDate | undefined;
}

/** Contracts in the order of their entering, behind the given id. */
export async function listContracts(
  db: Db,
  { municipalityId, providerId, service, on }: ContractFilter,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<readonly Contract[]> {
  const day = on?.toString() ?? '';
  const rows = await tables(db)
    .selectFrom('service_contract')
    .selectAll()
    .$if(municipalityId !== undefined, (query) => query.where('municipality_id', '=', municipalityId ?? ''))
    .$if(providerId !== undefined, (query) => query.where('provider_id', '=', providerId ?? ''))
    .$if(service !== undefined, (query) => query.where('service', '=', service ?? ''))
    .$if(on !== undefined, (query) =>
      query.where('valid_from', '<=', day).where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)])),
    )
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(contractOf);
}

export async function insertContract(
  tx: Tx,
  contract: Contract,
  { by, at }: { readonly by: string; readonly at: Temporal.Instant },
): Promise<void> {
  await tables(tx)
    .insertInto('service_contract')
    .values({
      id: contract.id,
      municipality_id: contract.municipalityId,
      provider_id: contract.providerId,
      service: contract.service,
      valid_from: contract.validFrom.toString(),
      valid_to: contract.validTo?.toString() ?? null,
      unit_price_cents: contract.unitPrice,
      document_id: contract.documentId,
      entered_by: by,
      entered_at: dateOf(at),
      version: contract.version,
    })
    .execute();
}

export async function saveEnd(tx: Tx, { id, validTo, version }: Contract): Promise<void> {
  await tables(tx)
    .updateTable('service_contract')
    .set({ valid_to: validTo?.toString() ?? null, version })
    .where('id', '=', id)
    .execute();
}

function contractOf(row: ContractTable): Contract {
  return {
    id: row.id,
    municipalityId: row.municipality_id,
    providerId: row.provider_id,
    service: row.service,
    validFrom: plainDateOf(row.valid_from),
    validTo: row.valid_to === null ? undefined : plainDateOf(row.valid_to),
    unitPrice: euroCents(row.unit_price_cents),
    documentId: row.document_id,
    version: row.version,
  };
}
