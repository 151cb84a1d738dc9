import { parseMonth } from '../../estonia/index.ts';
import { dateOf, instantOf } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import type { DeclarationPermit } from './declaration.ts';

type PermitTable = {
  id: string;
  at: Date;
  user_id: string;
  institution_id: string;
  month: string;
  purpose: string;
  legal_basis: string;
  fields: string;
};

type Tables = { declaration_permit: PermitTable };

const tables = (db: Db) => db.withTables<Tables>();

export async function insertDeclarationPermit(tx: Tx, permit: DeclarationPermit): Promise<void> {
  await tables(tx)
    .insertInto('declaration_permit')
    .values({
      id: permit.id,
      at: dateOf(permit.at),
      user_id: permit.userId,
      institution_id: permit.institutionId,
      month: permit.month,
      purpose: permit.purpose,
      legal_basis: permit.legalBasis,
      fields: JSON.stringify(permit.fields),
    })
    .execute();
}

export async function findDeclarationPermit(db: Db, id: string): Promise<DeclarationPermit> {
  const row = await tables(db).selectFrom('declaration_permit').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const month = parseMonth(row.month);
  if (month === undefined) throw new Error('a declaration is for no month');
  return {
    id: row.id,
    at: instantOf(row.at),
    userId: row.user_id,
    institutionId: row.institution_id,
    month,
    purpose: row.purpose,
    legalBasis: row.legal_basis,
    fields: row.fields as unknown as string[],
  };
}
