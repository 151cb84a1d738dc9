import { sql } from 'kysely';
import { dateOf, type Temporal } from '../platform/index.ts';
import type { Tx } from '../storage/index.ts';
import { type Query, statesBefore } from './query.ts';
import { named, queryOf, standing, tables } from './query-table.ts';

/** An operator sends a failed query round again: `FAULTED | FAILED -> QUEUED`. Not when another stands for its question meanwhile. */
export async function requeueQuery(tx: Tx, id: string, at: Temporal.Instant): Promise<Query | undefined> {
  const row = await tables(tx)
    .updateTable('query')
    .set({ state: 'QUEUED', code: null, enqueued_at: dateOf(at) })
    .where('id', '=', id)
    .where('state', 'in', named(['FAULTED', 'FAILED']))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('query as other')
            .select('other.id')
            .whereRef('other.proceeding_id', '=', 'query.proceeding_id')
            .whereRef('other.question_hash', '=', 'query.question_hash')
            .where(standing('other')),
        ),
      ),
    )
    .returningAll()
    .executeTakeFirst();
  return row && queryOf(row);
}

/** An operator gives a query up: any unanswered state `-> CANCELLED`. */
export async function discardQuery(tx: Tx, id: string): Promise<Query | undefined> {
  const row = await tables(tx)
    .updateTable('query')
    .set({ state: 'CANCELLED', code: 'DISCARDED', lease_until: null, not_before: null })
    .where('id', '=', id)
    .where('state', 'in', named(statesBefore('CANCELLED')))
    .returningAll()
    .executeTakeFirst();
  return row && queryOf(row);
}

/** Reads a query and keeps everybody from moving it until the transaction ends. */
export async function lockQuery(tx: Tx, id: string): Promise<Query | undefined> {
  const row = await tables(tx).selectFrom('query').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && queryOf(row);
}

/** An operator says what is to become of a write that nobody here could tell about: `HELD -> ANSWERED | QUEUED | CANCELLED`. */
export async function resolveHeld(
  tx: Tx,
  id: string,
  resolved: { readonly state: 'ANSWERED' | 'QUEUED' | 'CANCELLED'; readonly at: Temporal.Instant; readonly code?: string },
): Promise<void> {
  const { state, at, code } = resolved;
  await tables(tx)
    .updateTable('query')
    .set({
      state,
      answer_state: state === 'ANSWERED' ? 'FOUND' : null,
      answered_at: state === 'ANSWERED' ? dateOf(at) : null,
      enqueued_at: dateOf(at),
      code: code ?? null,
    })
    .where('id', '=', id)
    .where('state', '=', sql.lit('HELD'))
    .executeTakeFirstOrThrow();
}
