import { dateOf, instantOf, type Temporal } from '../platform/index.ts';
import { anyOf, type Db, type Places, rowsOf, statement, type Tx } from '../storage/index.ts';

type Tables = { query_permit: PermitTable };

type PermitTable = {
  id: string;
  at: Date;
  user_id: string;
  institution_id: string;
  proceeding_id: string;
  client_id: string;
  type_code: string;
  parameters: Readonly<Record<string, unknown>>;
  fixed: object | null;
  legal_basis: string;
  fields: readonly string[];
  justification: string | null;
};

/** Why a query may leave: who asks, whom, in which proceeding, on which legal basis, which fields. Written once, never changed. */
export interface Permit {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly userId: string;
  readonly institutionId: string;
  readonly proceedingId: string;
  readonly clientId: string;
  readonly typeCode: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** What a write fixed when it was asked, beside its parameters; null for a read. */
  readonly fixed: object | null;
  readonly legalBasis: string;
  readonly fields: readonly string[];
  readonly justification: string | null;
}

const tables = (db: Db) => db.withTables<Tables>();

const insertRows = statement((db, { rows }: Places<{ rows: readonly PermitTable[] }>) =>
  tables(db).insertInto('query_permit').expression(rowsOf('query_permit', rows)),
);

export async function insertPermits(tx: Tx, permits: readonly Permit[]): Promise<void> {
  const rows = permits.map(
    (permit): PermitTable => ({
      id: permit.id,
      at: dateOf(permit.at),
      user_id: permit.userId,
      institution_id: permit.institutionId,
      proceeding_id: permit.proceedingId,
      client_id: permit.clientId,
      type_code: permit.typeCode,
      parameters: permit.parameters,
      fixed: permit.fixed,
      legal_basis: permit.legalBasis,
      fields: permit.fields,
      justification: permit.justification,
    }),
  );
  await insertRows(tx, { rows });
}

export async function findPermit(db: Db, id: string): Promise<Permit | undefined> {
  return (await findPermits(db, [id])).get(id);
}

/** The permits there are among the given ids. */
export async function findPermits(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Permit>> {
  const rows = await tables(db).selectFrom('query_permit').selectAll().where('id', '=', anyOf(ids)).execute();
  return new Map(rows.map((row) => [row.id, permitOf(row)]));
}

function permitOf(row: PermitTable): Permit {
  return {
    id: row.id,
    at: instantOf(row.at),
    userId: row.user_id,
    institutionId: row.institution_id,
    proceedingId: row.proceeding_id,
    clientId: row.client_id,
    typeCode: row.type_code,
    parameters: row.parameters,
    fixed: row.fixed,
    legalBasis: row.legal_basis,
    fields: row.fields,
    justification: row.justification,
  };
}
