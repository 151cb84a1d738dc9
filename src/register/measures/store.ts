import { sql } from 'kysely';
import { plainDateOf, type Temporal } from '../../platform/index.ts';
import { anyOf, type Db, type Tx } from '../../storage/index.ts';
import type { EntryDuty, Measure, MeasureKind, MeasureVersion, PaymentMethod } from './measure.ts';
import type { Price } from './price.ts';

type MeasureTable = { id: string; institution_id: string | null; kind: MeasureKind; version: number };

type VersionTable = {
  id: string;
  measure_id: string;
  no: number;
  name: string;
  description: string | null;
  type: string | null;
  target_groups: string[];
  need_based: boolean | null;
  entry_duty: EntryDuty;
  periodicity: string | null;
  price: Price | null;
  payment_methods: PaymentMethod[];
  excluded_from_income_by: string | null;
  legal_basis_ids: string[];
  budget_id: string | null;
  valid_from: string;
  valid_to: string | null;
};

type Tables = { measure: MeasureTable; measure_version: VersionTable };

const tables = (db: Db) => db.withTables<Tables>();

export async function findMeasureById(db: Db, id: string): Promise<Measure | undefined> {
  const row = await tables(db).selectFrom('measure').selectAll().where('id', '=', id).executeTakeFirst();
  return row && (await withVersions(db, [row]))[0];
}

/** As {@link findMeasureById}, and nobody else describes it anew until the transaction ends. */
export async function lockMeasure(tx: Tx, id: string): Promise<Measure | undefined> {
  const row = await tables(tx).selectFrom('measure').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && (await withVersions(tx, [row]))[0];
}

/** Which measures are looked for. */
export interface MeasureFilter {
  /** Of these institutions; null among them: the state. Undefined: of all. */
  readonly institutions: readonly (string | null)[] | undefined;
  readonly kind: MeasureKind | undefined;
  readonly type: string | undefined;
  readonly targetGroup: string | undefined;
}

/** Measures that are described for a day, behind the given id. */
export async function listMeasures(
  db: Db,
  { institutions, kind, type, targetGroup }: MeasureFilter,
  { on, after, limit }: { readonly on: Temporal.PlainDate; readonly after: string | undefined; readonly limit: number },
): Promise<readonly Measure[]> {
  const named = institutions?.filter((id) => id !== null) ?? [];
  const rows = await tables(db)
    .selectFrom('measure')
    .selectAll('measure')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('measure_version')
          .select('measure_version.id')
          .whereRef('measure_version.measure_id', '=', 'measure.id')
          .where('valid_from', '<=', on.toString())
          .where((version) => version.or([version('valid_to', 'is', null), version('valid_to', '>=', on.toString())]))
          .$if(type !== undefined, (query) => query.where('type', '=', type ?? ''))
          .$if(targetGroup !== undefined, (query) => query.where(sql<boolean>`${targetGroup ?? ''} = any(target_groups)`)),
      ),
    )
    .$if(institutions !== undefined, (query) =>
      query.where((eb) =>
        eb.or([eb('institution_id', '=', anyOf(named)), ...(institutions?.includes(null) ? [eb('institution_id', 'is', null)] : [])]),
      ),
    )
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'BENEFIT'))
    .$if(after !== undefined, (query) => query.where('measure.id', '>', after ?? ''))
    .orderBy('measure.id')
    .limit(limit)
    .execute();
  return await withVersions(db, rows);
}

export async function insertMeasure(tx: Tx, { id, kind, institutionId }: Omit<Measure, 'version' | 'versions'>): Promise<void> {
  await tables(tx)
    .insertInto('measure')
    .values({ id, institution_id: institutionId ?? null, kind, version: 1 })
    .execute();
}

export async function insertVersion(tx: Tx, measureId: string, version: MeasureVersion): Promise<void> {
  await tables(tx)
    .insertInto('measure_version')
    .values({
      id: version.id,
      measure_id: measureId,
      no: version.no,
      name: version.name,
      description: version.description ?? null,
      type: version.type ?? null,
      target_groups: [...version.targetGroups],
      need_based: version.needBased ?? null,
      entry_duty: version.entryDuty,
      periodicity: version.periodicity ?? null,
      price: version.price ?? null,
      payment_methods: [...version.paymentMethods],
      excluded_from_income_by: version.excludedFromIncomeBy ?? null,
      legal_basis_ids: [...version.legalBasisIds],
      budget_id: version.budgetId ?? null,
      valid_from: version.validFrom.toString(),
      valid_to: version.validTo?.toString() ?? null,
    })
    .execute();
}

export async function endVersion(tx: Tx, id: string, lastDay: Temporal.PlainDate): Promise<void> {
  await tables(tx).updateTable('measure_version').set({ valid_to: lastDay.toString() }).where('id', '=', id).execute();
}

/** Takes back what has not begun. */
export async function deleteVersions(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tables(tx).deleteFrom('measure_version').where('id', '=', anyOf(ids)).execute();
}

export async function countUp(tx: Tx, measureId: string): Promise<void> {
  await tables(tx).updateTable('measure').set({ version: sql<number>`version + 1` }).where('id', '=', measureId).execute();
}

async function withVersions(db: Db, measures: readonly MeasureTable[]): Promise<readonly Measure[]> {
  if (measures.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('measure_version')
    .selectAll()
    .where('measure_id', '=', anyOf(measures.map(({ id }) => id)))
    .orderBy('valid_from')
    .execute();
  const byMeasure = Map.groupBy(rows, ({ measure_id }) => measure_id);
  return measures.map(({ id, institution_id, kind, version }) => ({
    id,
    kind,
    institutionId: institution_id ?? undefined,
    version,
    versions: (byMeasure.get(id) ?? []).map(versionOf),
  }));
}

function versionOf(row: VersionTable): MeasureVersion {
  return {
    id: row.id,
    no: row.no,
    name: row.name,
    description: row.description ?? undefined,
    type: row.type ?? undefined,
    targetGroups: row.target_groups,
    needBased: row.need_based ?? undefined,
    entryDuty: row.entry_duty,
    periodicity: row.periodicity ?? undefined,
    price: row.price ?? undefined,
    paymentMethods: row.payment_methods,
    excludedFromIncomeBy: row.excluded_from_income_by ?? undefined,
    legalBasisIds: row.legal_basis_ids,
    budgetId: row.budget_id ?? undefined,
    validFrom: plainDateOf(row.valid_from),
    validTo: row.valid_to === null ? undefined : plainDateOf(row.valid_to),
  };
}
