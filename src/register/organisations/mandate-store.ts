import { dateOf, instantOf } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import type { ProcessorMandate } from './mandate.ts';

type MandateTable = {
  id: string;
  municipality_id: string;
  provider_id: string;
  document_id: string;
  given_by: string;
  given_at: Date;
  revoked_by: string | null;
  revoked_at: Date | null;
  revocation_reason: string | null;
};

type Tables = { processor_mandate: MandateTable };

const tables = (db: Db) => db.withTables<Tables>();

/** Gives a mandate. False: the provider has one of the municipality. */
export async function insertMandate(tx: Tx, mandate: ProcessorMandate, givenBy: string): Promise<boolean> {
  const result = await tables(tx)
    .insertInto('processor_mandate')
    .values({
      id: mandate.id,
      municipality_id: mandate.municipalityId,
      provider_id: mandate.providerId,
      document_id: mandate.documentId,
      given_by: givenBy,
      given_at: dateOf(mandate.givenAt),
      revoked_by: null,
      revoked_at: null,
      revocation_reason: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function findMandate(db: Db, id: string): Promise<ProcessorMandate | undefined> {
  const row = await tables(db).selectFrom('processor_mandate').selectAll().where('id', '=', id).executeTakeFirst();
  return row && mandateOf(row);
}

/** Reads a mandate to revoke it. */
export async function lockMandate(tx: Tx, id: string): Promise<ProcessorMandate | undefined> {
  const row = await tables(tx).selectFrom('processor_mandate').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  return row && mandateOf(row);
}

/** The mandate that a provider has of a municipality now. */
export async function findInForce(
  db: Db,
  { municipalityId, providerId }: Pick<ProcessorMandate, 'municipalityId' | 'providerId'>,
): Promise<ProcessorMandate | undefined> {
  const row = await tables(db)
    .selectFrom('processor_mandate')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('provider_id', '=', providerId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row && mandateOf(row);
}

/** Mandates in the order of their giving, revoked ones too, behind the given id. */
export async function listMandates(
  db: Db,
  { municipalityId, providerId }: { readonly municipalityId: string | undefined; readonly providerId: string | undefined },
  { after, limit }: { after: string | undefined; limit: number },
): Promise<readonly ProcessorMandate[]> {
  const rows = await tables(db)
    .selectFrom('processor_mandate')
    .selectAll()
    .$if(municipalityId !== undefined, (query) => query.where('municipality_id', '=', municipalityId ?? ''))
    .$if(providerId !== undefined, (query) => query.where('provider_id', '=', providerId ?? ''))
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(mandateOf);
}

export async function saveRevocation(tx: Tx, { id, revocation }: ProcessorMandate, revokedBy: string): Promise<void> {
  if (revocation === undefined) return;
  await tables(tx)
    .updateTable('processor_mandate')
    .set({ revoked_by: revokedBy, revoked_at: dateOf(revocation.at), revocation_reason: revocation.reason })
    .where('id', '=', id)
    .execute();
}

function mandateOf(row: MandateTable): ProcessorMandate {
  const { revoked_at: revokedAt, revocation_reason: reason } = row;
  return {
    id: row.id,
    municipalityId: row.municipality_id,
    providerId: row.provider_id,
    documentId: row.document_id,
    givenAt: instantOf(row.given_at),
    revocation: revokedAt === null || reason === null ? undefined : { at: instantOf(revokedAt), reason },
  };
}
