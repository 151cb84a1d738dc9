import { plainDateOf, type Temporal } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import type { CapRule, HousingCostCap } from './cap.ts';

type CapTable = {
  id: string;
  institution_id: string;
  cost_kind: string;
  rules: unknown;
  legal_basis_id: string;
  valid_from: string;
  valid_to: string | null;
};

type Tables = { housing_cost_cap: CapTable };

const tables = (db: Db) => db.withTables<Tables>();

/** A municipality's caps, of one kind of cost or of all, in the order of time. */
export async function findCaps(db: Db, institutionId: string, costKind?: string): Promise<readonly HousingCostCap[]> {
  const rows = await tables(db)
    .selectFrom('housing_cost_cap')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .$if(costKind !== undefined, (query) => query.where('cost_kind', '=', costKind ?? ''))
    .orderBy('cost_kind')
    .orderBy('valid_from')
    .execute();
  return rows.map(capOf);
}

/** False when another that holds on one of these days has been described meanwhile. */
export async function insertCap(tx: Tx, cap: HousingCostCap): Promise<boolean> {
  const result = await tables(tx)
    .insertInto('housing_cost_cap')
    .values({
      id: cap.id,
      institution_id: cap.institutionId,
      cost_kind: cap.costKind,
      rules: JSON.stringify(cap.rules),
      legal_basis_id: cap.legalBasisId,
      valid_from: cap.validFrom.toString(),
      valid_to: cap.validTo?.toString() ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Ends what holds until further notice. False when it has been ended meanwhile. */
export async function endCap(tx: Tx, id: string, lastDay: Temporal.PlainDate): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('housing_cost_cap')
    .set({ valid_to: lastDay.toString() })
    .where('id', '=', id)
    .where('valid_to', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

function capOf(row: CapTable): HousingCostCap {
  return {
    id: row.id,
    institutionId: row.institution_id,
    costKind: row.cost_kind,
    rules: (row.rules as readonly CapRule[]).map(({ area, season, base, max }) => ({ area, season, base, max })),
    legalBasisId: row.legal_basis_id,
    validFrom: plainDateOf(row.valid_from),
    validTo: row.valid_to === null ? undefined : plainDateOf(row.valid_to),
  };
}
