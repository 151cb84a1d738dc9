import { plainDateOf } from '../../platform/index.ts';
import { anyOf, type Db, type Tx } from '../../storage/index.ts';
import type { LegalBasis } from './legal-basis.ts';

type LegalBasisTable = {
  id: string;
  institution_id: string | null;
  act: string;
  title: string;
  section: string;
  worded_on: string;
  reference: string | null;
};

type Tables = { legal_basis: LegalBasisTable };

const tables = (db: Db) => db.withTables<Tables>();

/** The legal bases there are among the given ids. */
export async function findLegalBases(db: Db, ids: readonly string[]): Promise<readonly LegalBasis[]> {
  if (ids.length === 0) return [];
  const rows = await tables(db).selectFrom('legal_basis').selectAll().where('id', '=', anyOf(ids)).orderBy('act').orderBy('id').execute();
  return rows.map(legalBasisOf);
}

/** Of one act, where one is named, behind the given id. */
export async function listLegalBases(
  db: Db,
  { act, after, limit }: { readonly act: string | undefined; readonly after: string | undefined; readonly limit: number },
): Promise<readonly LegalBasis[]> {
  const rows = await tables(db)
    .selectFrom('legal_basis')
    .selectAll()
    .$if(act !== undefined, (query) => query.where('act', '=', act ?? ''))
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(legalBasisOf);
}

/** False when this wording is there already. */
export async function insertLegalBasis(tx: Tx, basis: LegalBasis): Promise<boolean> {
  const result = await tables(tx)
    .insertInto('legal_basis')
    .values({
      id: basis.id,
      institution_id: basis.institutionId ?? null,
      act: basis.act,
      title: basis.title,
      section: basis.section,
      worded_on: basis.wordedOn.toString(),
      reference: basis.reference ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

function legalBasisOf({ id, institution_id, act, title, section, worded_on, reference }: LegalBasisTable): LegalBasis {
  return {
    id,
    institutionId: institution_id ?? undefined,
    act,
    title,
    section,
    wordedOn: plainDateOf(worded_on),
    reference: reference ?? undefined,
  };
}
