import type { Db, Tx } from '../../storage/index.ts';
import type { AnswerState } from '../query.ts';

type Tables = {
  batch_resident: { batch_id: string; position: number; outcome: AnswerState; sealed: Uint8Array };
};

/** One resident of whom something was answered. Who it is stands in the sealed bytes: nobody of them has a file here yet. */
export interface Resident {
  readonly position: number;
  readonly outcome: AnswerState;
  readonly sealed: Uint8Array;
}

const tables = (db: Db) => db.withTables<Tables>();
/** Rows of one statement: four values each, well below the 65,535 that a statement may bind. */
const ROWS_AT_ONCE = 10_000;

export async function insertResidents(tx: Tx, batchId: string, residents: readonly Resident[]): Promise<void> {
  for (let from = 0; from < residents.length; from += ROWS_AT_ONCE) {
    const rows = residents.slice(from, from + ROWS_AT_ONCE).map((resident) => ({ batch_id: batchId, ...resident }));
    await tables(tx).insertInto('batch_resident').values(rows).execute();
  }
}

export async function pageOfResidents(db: Db, batchId: string, after: number, limit: number): Promise<readonly Resident[]> {
  return tables(db)
    .selectFrom('batch_resident')
    .select(['position', 'outcome', 'sealed'])
    .where('batch_id', '=', batchId)
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute();
}

export async function countResidents(db: Db, batchId: string): Promise<ReadonlyMap<AnswerState, number>> {
  const rows = await tables(db)
    .selectFrom('batch_resident')
    .select((eb) => ['outcome', eb.fn.countAll<number>().as('people')])
    .where('batch_id', '=', batchId)
    .groupBy('outcome')
    .execute();
  return new Map(rows.map(({ outcome, people }) => [outcome, people]));
}

export async function deleteResidents(tx: Tx, batchId: string): Promise<void> {
  await tables(tx).deleteFrom('batch_resident').where('batch_id', '=', batchId).execute();
}
