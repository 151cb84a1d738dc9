import { dateOf, type Temporal } from '../../platform/index.ts';
import { type Among, anyOf, countAmong, type Db, isAmong, type Tx } from '../../storage/index.ts';

type Tables = { misuse_signal: { id: string; at: Date; state: 'OPEN' | 'REVIEWED' } };

const tables = (db: Db) => db.withTables<Tables>();

/** Signals of things that happened before, once somebody has looked at them. */
export async function findOldSignals(db: Db, before: Temporal.Instant, among: Among): Promise<readonly { readonly id: string }[]> {
  return await tables(db)
    .selectFrom('misuse_signal')
    .select('id')
    .where('state', '=', 'REVIEWED')
    .where('at', '<', dateOf(before))
    .where(isAmong(among, 'id'))
    .orderBy('id')
    .limit(countAmong(among))
    .$if('ids' in among, (query) => query.forUpdate())
    .execute();
}

export async function eraseSignals(tx: Tx, ids: readonly string[]): Promise<void> {
  await tables(tx).deleteFrom('misuse_signal').where('id', '=', anyOf(ids)).execute();
}
