import { dateOf, type Temporal } from '../../platform/index.ts';
import { type Among, anyOf, countAmong, type Db, isAmong, type Tx } from '../../storage/index.ts';
import { type DeclarationState, WORKED_STATES } from './declaration.ts';

type Tables = {
  declaration: { id: string; state: DeclarationState; ordered_at: Date };
  declaration_permit: { id: string };
  declaration_content: { declaration_id: string };
  declaration_exchange: { declaration_id: string };
};

const tables = (db: Db) => db.withTables<Tables>();

/** Declarations ordered before that have come to their end. */
export async function findOldDeclarations(db: Db, before: Temporal.Instant, among: Among): Promise<readonly { readonly id: string }[]> {
  return await tables(db)
    .selectFrom('declaration')
    .select('id')
    .where('state', 'not in', [...WORKED_STATES, 'HELD'])
    .where('ordered_at', '<', dateOf(before))
    .where(isAmong(among, 'id'))
    .orderBy('id')
    .limit(countAmong(among))
    .$if('ids' in among, (query) => query.forUpdate())
    .execute();
}

/** Erases declarations whole. The transaction must be allowed to. */
export async function eraseDeclarations(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const table of ['declaration_content', 'declaration_exchange'] as const)
    await tables(tx).deleteFrom(table).where('declaration_id', '=', anyOf(ids)).execute();
  await tables(tx).deleteFrom('declaration_permit').where('id', '=', anyOf(ids)).execute();
  await tables(tx).deleteFrom('declaration').where('id', '=', anyOf(ids)).execute();
}
