import { sql } from 'kysely';
import { newId, type Period, plainDateOf, type Temporal, type Text } from '../../platform/index.ts';
import { anyWord, type Db, type Tx } from '../../storage/index.ts';
import type { Classifier, ClassifierGroup, ClassifierValue } from './classifier.ts';

type ClassifierTable = {
  id: string;
  institution_id: string | null;
  code: string;
  in_group: ClassifierGroup;
  name: Text;
  version: number;
};

type ValueTable = {
  id: string;
  classifier_id: string;
  code: string;
  label: Text;
  valid_from: string;
  valid_to: string | null;
};

type Tables = { classifier: ClassifierTable; classifier_value: ValueTable };

const tables = (db: Db) => db.withTables<Tables>();

/** The central classifiers and those of the institution itself. */
const visible = (db: Db, institutionId: string) =>
  tables(db)
    .selectFrom('classifier')
    .selectAll()
    .where((eb) => eb.or([eb('institution_id', 'is', null), eb('institution_id', '=', institutionId)]));

export async function listClassifiers(db: Db, institutionId: string, group: ClassifierGroup | undefined): Promise<readonly Classifier[]> {
  const rows = await visible(db, institutionId)
    .$if(group !== undefined, (query) => query.where('in_group', '=', group ?? 'ADMIN'))
    .orderBy('code')
    .execute();
  return rows.map(classifierOf);
}

export async function findClassifier(db: Db, institutionId: string, code: string): Promise<Classifier | undefined> {
  const row = await visible(db, institutionId).where('code', '=', code).executeTakeFirst();
  return row && classifierOf(row);
}

/** As {@link findClassifier}, and nobody else changes it until the transaction ends. */
export async function lockClassifier(tx: Tx, institutionId: string, code: string): Promise<Classifier | undefined> {
  const row = await visible(tx, institutionId).where('code', '=', code).forUpdate().executeTakeFirst();
  return row && classifierOf(row);
}

/** Every version of every value, each value's in the order of time. */
export async function findValues(db: Db, classifierId: string): Promise<readonly ClassifierValue[]> {
  const rows = await tables(db)
    .selectFrom('classifier_value')
    .selectAll()
    .where('classifier_id', '=', classifierId)
    .orderBy('code')
    .orderBy('valid_from')
    .execute();
  return rows.map(versionOf);
}

/** What may be said on a day, by the code of the classifier. */
export async function findCodes(
  db: Db,
  institutionId: string,
  classifiers: readonly string[],
  on: Temporal.PlainDate,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await tables(db)
    .selectFrom('classifier')
    .innerJoin('classifier_value', 'classifier_value.classifier_id', 'classifier.id')
    .select(['classifier.code as classifier', 'classifier_value.code as code'])
    .where('classifier.code', '=', anyWord(classifiers))
    .where((eb) => eb.or([eb('institution_id', 'is', null), eb('institution_id', '=', institutionId)]))
    .where('valid_from', '<=', on.toString())
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on.toString())]))
    .execute();
  const grouped = Map.groupBy(rows, ({ classifier }) => classifier);
  return new Map([...grouped].map(([classifier, found]) => [classifier, new Set(found.map(({ code }) => code))]));
}

/** What each code of the classifiers is called, by the classifier: as it was called last, also of a code that is no longer used. */
export async function findLabels(
  db: Db,
  institutionId: string,
  classifiers: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Text>>> {
  const rows = await tables(db)
    .selectFrom('classifier')
    .innerJoin('classifier_value', 'classifier_value.classifier_id', 'classifier.id')
    .select(['classifier.code as classifier', 'classifier_value.code as code', 'label'])
    .where('classifier.code', '=', anyWord(classifiers))
    .where((eb) => eb.or([eb('institution_id', 'is', null), eb('institution_id', '=', institutionId)]))
    .orderBy('valid_from')
    .execute();
  const grouped = Map.groupBy(rows, ({ classifier }) => classifier);
  return new Map([...grouped].map(([classifier, found]) => [classifier, new Map(found.map(({ code, label }) => [code, label]))]));
}

/** False when there is one of this code already. */
export async function insertClassifier(tx: Tx, { id, code, group, name, institutionId }: Omit<Classifier, 'version'>): Promise<boolean> {
  const result = await tables(tx)
    .insertInto('classifier')
    .values({ id, institution_id: institutionId ?? null, code, in_group: group, name, version: 1 })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function insertValue(
  tx: Tx,
  classifierId: string,
  value: Period & { readonly code: string; readonly label: Text },
): Promise<void> {
  await tables(tx)
    .insertInto('classifier_value')
    .values({
      id: newId(),
      classifier_id: classifierId,
      code: value.code,
      label: value.label,
      valid_from: value.validFrom.toString(),
      valid_to: value.validTo?.toString() ?? null,
    })
    .execute();
}

export async function endValue(tx: Tx, id: string, lastDay: Temporal.PlainDate): Promise<void> {
  await tables(tx).updateTable('classifier_value').set({ valid_to: lastDay.toString() }).where('id', '=', id).execute();
}

export async function countUp(tx: Tx, classifierId: string): Promise<void> {
  await tables(tx).updateTable('classifier').set({ version: sql<number>`version + 1` }).where('id', '=', classifierId).execute();
}

function classifierOf(row: ClassifierTable): Classifier {
  const { id, code, name, version } = row;
  return { id, code, group: row.in_group, name, institutionId: row.institution_id ?? undefined, version };
}

function versionOf({ id, code, label, valid_from, valid_to }: ValueTable): ClassifierValue {
  return {
    id,
    code,
    label,
    validFrom: plainDateOf(valid_from),
    validTo: valid_to === null ? undefined : plainDateOf(valid_to),
  };
}
