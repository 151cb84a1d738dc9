import type { Db, Tx } from '../storage/index.ts';

type Tables = {
  query_answer: { query_id: string; sealed: Uint8Array };
  query: { id: string; proceeding_id: string };
};

const tables = (db: Db) => db.withTables<Tables>();

/** Keeps a sealed answer for as long as its proceeding is open. Only STORABLE answers come here (INV-57). */
export async function keepAnswer(tx: Tx, queryId: string, sealed: Uint8Array): Promise<void> {
  await tables(tx)
    .insertInto('query_answer')
    .values({ query_id: queryId, sealed })
    .onConflict((conflict) => conflict.column('query_id').doUpdateSet({ sealed }))
    .execute();
}

export async function findKeptAnswer(db: Db, queryId: string): Promise<Uint8Array | undefined> {
  const row = await tables(db).selectFrom('query_answer').select('sealed').where('query_id', '=', queryId).executeTakeFirst();
  return row?.sealed;
}

/** At the close of a proceeding: nothing of its answers stays. */
export async function deleteKeptAnswers(tx: Tx, proceedingId: string): Promise<void> {
  await tables(tx)
    .deleteFrom('query_answer')
    .where('query_id', 'in', (eb) => eb.selectFrom('query').select('id').where('proceeding_id', '=', proceedingId))
    .execute();
}
