import { sql } from 'kysely';
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

export async function insertResidents(tx: Tx, batchId: string, residents: readonly Resident[]): Promise<void> {
  const [positions, outcomes, sealed] = [
    residents.map(({ position }) => position),
    residents.map(({ outcome }) => outcome),
    residents.map((resident) => resident.sealed),
  ];
  await sql`
    insert into batch_resident (batch_id, position, outcome, sealed)
    select ${batchId}, * from unnest(${positions}::integer[], ${outcomes}::text[], ${sealed}::bytea[])`.execute(tx);
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
