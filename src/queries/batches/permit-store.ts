import { dateOf, instantOf } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import type { BatchPermit } from './batch.ts';

type PermitTable = {
  id: string;
  at: Date;
  user_id: string;
  institution_id: string;
  type_code: string;
  parameters: string;
  legal_basis: string;
  fields: string;
  justification: string | null;
};

type Tables = { batch_permit: PermitTable };

const tables = (db: Db) => db.withTables<Tables>();

export async function insertBatchPermit(tx: Tx, permit: BatchPermit): Promise<void> {
  await tables(tx)
    .insertInto('batch_permit')
    .values({
      id: permit.id,
      at: dateOf(permit.at),
      user_id: permit.userId,
      institution_id: permit.institutionId,
      type_code: permit.typeCode,
      parameters: JSON.stringify(permit.parameters),
      legal_basis: permit.legalBasis,
      fields: JSON.stringify(permit.fields),
      justification: permit.justification,
    })
    .execute();
}

export async function findBatchPermit(db: Db, id: string): Promise<BatchPermit> {
  const row = await tables(db).selectFrom('batch_permit').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return {
    id: row.id,
    at: instantOf(row.at),
    userId: row.user_id,
    institutionId: row.institution_id,
    typeCode: row.type_code,
    parameters: row.parameters as unknown as Record<string, unknown>,
    legalBasis: row.legal_basis,
    fields: row.fields as unknown as string[],
    justification: row.justification,
  };
}
