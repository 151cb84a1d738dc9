import { euroCents } from '../../estonia/index.ts';
import { dateOf, plainDateOf, type Temporal } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import type { Budget, Reservation } from './budget.ts';

type BudgetTable = {
  id: string;
  institution_id: string | null;
  name: string;
  amount: number;
  reserved: number;
  spent: number;
  valid_from: string;
  valid_to: string;
  version: number;
};

type ReservationTable = {
  id: string;
  budget_id: string;
  for_id: string;
  amount: number;
  spent: number;
  open: boolean;
  reserved_at: Date;
};

type Tables = { budget: BudgetTable; budget_reservation: ReservationTable };

const tables = (db: Db) => db.withTables<Tables>();

export async function findBudget(db: Db, id: string): Promise<Budget | undefined> {
  const row = await tables(db).selectFrom('budget').selectAll().where('id', '=', id).executeTakeFirst();
  return row && budgetOf(row);
}

/** As {@link findBudget}, and nobody else reserves, spends or releases of it until the transaction ends. */
export async function lockBudget(tx: Tx, id: string): Promise<Budget | undefined> {
  const row = await tables(tx).selectFrom('budget').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && budgetOf(row);
}

/** An institution's budgets, or the state's, the latest first. */
export async function listBudgets(db: Db, institutionId: string | undefined): Promise<readonly Budget[]> {
  const rows = await tables(db)
    .selectFrom('budget')
    .selectAll()
    .where('institution_id', 'is not distinct from', institutionId ?? null)
    .orderBy('valid_from', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(budgetOf);
}

export async function insertBudget(tx: Tx, budget: Budget): Promise<void> {
  const { id, institutionId, name, amount, reserved, spent, validFrom, validTo, version } = budget;
  await tables(tx)
    .insertInto('budget')
    .values({
      id,
      institution_id: institutionId ?? null,
      name,
      amount,
      reserved,
      spent,
      valid_from: validFrom.toString(),
      valid_to: validTo.toString(),
      version,
    })
    .execute();
}

/** What changes of a budget: its amount, and what is reserved and spent of it. */
export async function saveBudget(tx: Tx, { id, amount, reserved, spent, version }: Budget): Promise<void> {
  await tables(tx).updateTable('budget').set({ amount, reserved, spent, version }).where('id', '=', id).execute();
}

export async function findReservation(db: Db, id: string): Promise<Reservation | undefined> {
  const row = await tables(db).selectFrom('budget_reservation').selectAll().where('id', '=', id).executeTakeFirst();
  return row && reservationOf(row);
}

/** False when something is reserved of that budget for the same already. */
export async function insertReservation(tx: Tx, reservation: Reservation, at: Temporal.Instant): Promise<boolean> {
  const { id, budgetId, forId, amount, spent, open } = reservation;
  const result = await tables(tx)
    .insertInto('budget_reservation')
    .values({ id, budget_id: budgetId, for_id: forId, amount, spent, open, reserved_at: dateOf(at) })
    .onConflict((conflict) => conflict.columns(['budget_id', 'for_id']).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function saveReservation(tx: Tx, { id, spent, open }: Reservation): Promise<void> {
  await tables(tx).updateTable('budget_reservation').set({ spent, open }).where('id', '=', id).execute();
}

function budgetOf(row: BudgetTable): Budget {
  return {
    id: row.id,
    institutionId: row.institution_id ?? undefined,
    name: row.name,
    amount: euroCents(row.amount),
    reserved: euroCents(row.reserved),
    spent: euroCents(row.spent),
    validFrom: plainDateOf(row.valid_from),
    validTo: plainDateOf(row.valid_to),
    version: row.version,
  };
}

function reservationOf(row: ReservationTable): Reservation {
  return {
    id: row.id,
    budgetId: row.budget_id,
    forId: row.for_id,
    amount: euroCents(row.amount),
    spent: euroCents(row.spent),
    open: row.open,
  };
}
