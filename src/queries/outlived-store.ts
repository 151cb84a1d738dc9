import { anyOf, type Tx } from '../storage/index.ts';

type Tables = {
  query: { id: string; permit_id: string; proceeding_id: string };
  query_permit: { id: string };
  query_attempt: { query_id: string };
  query_answer: { query_id: string };
  query_shadow: { query_id: string };
  change_notice: { proceeding_id: string };
};

/** Erases what was asked in these proceedings: permits, questions, exchanges, and what registers told of their people. The transaction must be allowed to. */
export async function eraseQueriesOf(tx: Tx, proceedingIds: readonly string[]): Promise<void> {
  const tables = tx.withTables<Tables>();
  const asked = await tables.selectFrom('query').select(['id', 'permit_id']).where('proceeding_id', '=', anyOf(proceedingIds)).execute();
  const ids = asked.map(({ id }) => id);
  await tables.deleteFrom('change_notice').where('proceeding_id', '=', anyOf(proceedingIds)).execute();
  for (const table of ['query_answer', 'query_attempt', 'query_shadow'] as const)
    await tables.deleteFrom(table).where('query_id', '=', anyOf(ids)).execute();
  await tables.deleteFrom('query').where('id', '=', anyOf(ids)).execute();
  await tables
    .deleteFrom('query_permit')
    .where('id', '=', anyOf([...new Set(asked.map(({ permit_id }) => permit_id))]))
    .execute();
}
