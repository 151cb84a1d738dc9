import { sql } from 'kysely';
import { dateOf, type Temporal } from '../../platform/index.ts';
import { type Among, anyOf, countAmong, type Db, isAmong, type Tx } from '../../storage/index.ts';
import { type BatchState, WORKED_STATES } from './batch.ts';

type Tables = {
  batch: { id: string; state: BatchState; ordered_at: Date };
  batch_permit: { id: string };
  batch_person: { batch_id: string; client_id: string; proceeding_id: string };
  batch_resident: { batch_id: string };
  batch_exchange: { batch_id: string };
};

const tables = (db: Db) => db.withTables<Tables>();

/** Mass orders made before that have come to their end, with whom they were about. */
export async function findOldOrders(
  db: Db,
  before: Temporal.Instant,
  among: Among,
): Promise<readonly { readonly id: string; readonly clientIds: readonly string[] }[]> {
  const rows = await tables(db)
    .selectFrom('batch')
    .select(['id', sql<string[]>`array(select client_id from batch_person where batch_id = batch.id)`.as('client_ids')])
    .where('state', 'not in', [...WORKED_STATES, 'FETCHED'])
    .where('ordered_at', '<', dateOf(before))
    .where(isAmong(among, 'id'))
    .orderBy('id')
    .limit(countAmong(among))
    .$if('ids' in among, (query) => query.forUpdate('batch'))
    .execute();
  return rows.map(({ id, client_ids }) => ({ id, clientIds: client_ids }));
}

/** Erases mass orders whole. The transaction must be allowed to. */
export async function eraseOrders(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const table of ['batch_person', 'batch_resident', 'batch_exchange'] as const)
    await tables(tx).deleteFrom(table).where('batch_id', '=', anyOf(ids)).execute();
  await tables(tx).deleteFrom('batch').where('id', '=', anyOf(ids)).execute();
  await tables(tx).deleteFrom('batch_permit').where('id', '=', anyOf(ids)).execute();
}

/** Takes these proceedings out of the orders that named them. What they were asked about was forgotten when they closed. */
export async function erasePeopleOf(tx: Tx, proceedingIds: readonly string[]): Promise<void> {
  await tables(tx).deleteFrom('batch_person').where('proceeding_id', '=', anyOf(proceedingIds)).execute();
}
