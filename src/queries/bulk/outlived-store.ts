import { dateOf, type Temporal } from '../../platform/index.ts';
import { type Among, anyOf, countAmong, type Db, isAmong, type Tx } from '../../storage/index.ts';

const tables = (db: Db) => db.withTables<{ bulk_operation: { id: string; ended_at: Date | null } }>();

/** Operations that came to their end before then. */
export async function findOldOperations(db: Db, before: Temporal.Instant, among: Among): Promise<readonly { readonly id: string }[]> {
  return await tables(db)
    .selectFrom('bulk_operation')
    .select('id')
    .where('ended_at', '<', dateOf(before))
    .where(isAmong(among, 'id'))
    .orderBy('id')
    .limit(countAmong(among))
    .$if('ids' in among, (query) => query.forUpdate())
    .execute();
}

export async function eraseOperations(tx: Tx, ids: readonly string[]): Promise<void> {
  await tables(tx).deleteFrom('bulk_operation').where('id', '=', anyOf(ids)).execute();
}
