import { findMunicipality, type MunicipalityCode, parseRegistryCode, type RegistryCode } from '../../estonia/index.ts';
import { newId } from '../../platform/index.ts';
import { anyOf, type Db, type Tx } from '../../storage/index.ts';
import type { InstitutionKind } from '../access/index.ts';
import type { Institution, NewInstitution } from './institution.ts';

type InstitutionTable = {
  id: string;
  registry_code: string;
  name: string;
  kind: InstitutionKind;
  ehak_code: string | null;
  version: number;
};

type Tables = { institution: InstitutionTable };

const tables = (db: Db) => db.withTables<Tables>();

export async function findInstitution(db: Db, registryCode: RegistryCode): Promise<Institution | undefined> {
  const row = await tables(db).selectFrom('institution').selectAll().where('registry_code', '=', registryCode).executeTakeFirst();
  return row && institutionOf(row);
}

export async function findInstitutionById(db: Db, id: string): Promise<Institution | undefined> {
  return (await findInstitutions(db, [id])).get(id);
}

/** The institutions there are among the given ids. */
export async function findInstitutions(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Institution>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(db).selectFrom('institution').selectAll().where('id', '=', anyOf(ids)).execute();
  return new Map(rows.map((row) => [row.id, institutionOf(row)]));
}

/** Reads an institution to change it, or to decide on what it alone may have one of. */
export async function lockInstitution(tx: Tx, id: string): Promise<Institution | undefined> {
  const row = await tables(tx).selectFrom('institution').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  return row && institutionOf(row);
}

/** Institutions in the order of their entering, behind the given id. */
export async function listInstitutions(
  db: Db,
  { kind, after, limit }: { kind: InstitutionKind | undefined; after: string | undefined; limit: number },
): Promise<readonly Institution[]> {
  const rows = await tables(db)
    .selectFrom('institution')
    .selectAll()
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'KOV'))
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(institutionOf);
}

/** The institution of a kind of which there is one; the first that was entered. */
export async function findInstitutionOfKind(db: Db, kind: 'SKA' | 'TEHIK'): Promise<Institution | undefined> {
  const row = await tables(db).selectFrom('institution').selectAll().where('kind', '=', kind).orderBy('id').limit(1).executeTakeFirst();
  return row && institutionOf(row);
}

/** Every municipality's institution there is: 79 at most. */
export async function listMunicipalInstitutions(db: Db): Promise<ReadonlyMap<MunicipalityCode, Institution>> {
  const rows = await tables(db).selectFrom('institution').selectAll().where('ehak_code', 'is not', null).execute();
  return new Map(
    rows.map(institutionOf).flatMap((institution) => (institution.ehakCode === undefined ? [] : [[institution.ehakCode, institution]])),
  );
}

function institutionOf(row: InstitutionTable): Institution {
  const registryCode = parseRegistryCode(row.registry_code);
  if (registryCode === undefined) throw new Error('an institution has a registry code that is none');
  const ehakCode = row.ehak_code === null ? undefined : findMunicipality(row.ehak_code)?.code;
  return { id: row.id, registryCode, name: row.name, kind: row.kind, ehakCode, version: row.version };
}

/** By which code other registers know an institution. */
export async function findRegistryCode(db: Db, institutionId: string): Promise<RegistryCode | undefined> {
  return (await findInstitutionById(db, institutionId))?.registryCode;
}

/** Enters an institution. Undefined: its registry code, or its municipality, has one already. */
export async function insertInstitution(tx: Tx, institution: NewInstitution): Promise<string | undefined> {
  const row = await tables(tx)
    .insertInto('institution')
    .values({
      id: newId(),
      registry_code: institution.registryCode,
      name: institution.name,
      kind: institution.kind,
      ehak_code: institution.ehakCode ?? null,
      version: 1,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export async function saveName(tx: Tx, { id, name, version }: Pick<Institution, 'id' | 'name' | 'version'>): Promise<void> {
  await tables(tx).updateTable('institution').set({ name, version }).where('id', '=', id).execute();
}
