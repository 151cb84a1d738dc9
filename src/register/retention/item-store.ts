import { sql } from 'kysely';
import { anyWord, type Db, rowsOf, type Tx } from '../../storage/index.ts';
import type { ItemCount, ItemState } from './run.ts';

type Tables = {
  retention_item: { run_id: string; holding: string; object_id: string; state: ItemState };
  retention_count: { run_id: string; holding: string; state: ItemState; count: number };
};

const tables = (db: Db) => db.withTables<Tables>();

/** Lists things that a run has found. */
export async function insertItems(
  tx: Tx,
  runId: string,
  holding: string,
  items: readonly { readonly id: string; readonly state: ItemState }[],
): Promise<void> {
  if (items.length === 0) return;
  await tables(tx)
    .insertInto('retention_item')
    .expression(
      rowsOf(
        'retention_item',
        items.map(({ id, state }) => ({ run_id: runId, holding, object_id: id, state })),
      ),
    )
    .execute();
}

/** The next things of a holding that a run is to let go of. */
export async function nextItems(tx: Tx, runId: string, holding: string, atMost: number): Promise<readonly string[]> {
  const rows = await tables(tx)
    .selectFrom('retention_item')
    .select('object_id')
    .where('run_id', '=', runId)
    .where('holding', '=', holding)
    .where('state', '=', sql.lit('DUE'))
    .orderBy('object_id')
    .limit(atMost)
    .execute();
  return rows.map(({ object_id }) => object_id);
}

export async function markItems(tx: Tx, runId: string, holding: string, ids: readonly string[], state: ItemState): Promise<void> {
  if (ids.length === 0) return;
  await tables(tx)
    .updateTable('retention_item')
    .set({ state })
    .where('run_id', '=', runId)
    .where('holding', '=', holding)
    .where('object_id', '=', anyWord(ids))
    .execute();
}

/** How a run stands: while it is under way as its items say, afterwards as was written down at its end. */
export async function countItems(db: Db, runId: string): Promise<readonly ItemCount[]> {
  const kept = await tables(db)
    .selectFrom('retention_count')
    .select(['holding', 'state', 'count'])
    .where('run_id', '=', runId)
    .orderBy('holding')
    .orderBy('state')
    .execute();
  return kept.length > 0 ? kept : countListed(db, runId);
}

async function countListed(db: Db, runId: string): Promise<readonly ItemCount[]> {
  return await tables(db)
    .selectFrom('retention_item')
    .select(['holding', 'state', sql<number>`count(*)::integer`.as('count')])
    .where('run_id', '=', runId)
    .groupBy(['holding', 'state'])
    .orderBy('holding')
    .orderBy('state')
    .execute();
}

/** Ends a run's list: its counts stay, and by name only what was held or failed. What was let go of is not to be found here either. */
export async function closeList(tx: Tx, runId: string): Promise<readonly ItemCount[]> {
  const counts = await countListed(tx, runId);
  if (counts.length > 0) {
    await tables(tx)
      .insertInto('retention_count')
      .expression(
        rowsOf(
          'retention_count',
          counts.map((count) => ({ run_id: runId, ...count })),
        ),
      )
      .execute();
  }
  await tables(tx).deleteFrom('retention_item').where('run_id', '=', runId).where('state', 'not in', ['HELD', 'FAILED']).execute();
  return counts;
}

/** What a run has not let go of: what is held, and what failed, behind the given one of a holding. */
export async function listLeft(
  db: Db,
  runId: string,
  atMost: number,
): Promise<readonly { readonly holding: string; readonly id: string; readonly state: ItemState }[]> {
  return await tables(db)
    .selectFrom('retention_item')
    .select(['holding', 'object_id as id', 'state'])
    .where('run_id', '=', runId)
    .where('state', 'in', ['HELD', 'FAILED'])
    .orderBy('holding')
    .orderBy('object_id')
    .limit(atMost)
    .execute();
}
