import { sql } from 'kysely';
import { dateOf, type Temporal } from '../platform/index.ts';
import type { Db, Tx } from '../storage/index.ts';
import { deleteKeptAnswers } from './kept-answer-store.ts';
import type { Permit } from './permit-store.ts';
import { ACTIVE_STATES, type AnswerState, type Query, statesBefore, UNSETTLED_WRITE_STATES } from './query.ts';
import { type QueryClass, rankOf, wantedBy } from './query-class.ts';
import { named, queryOf, tables } from './query-table.ts';

/** A query to be recorded, with what its row needs besides {@link Query}. */
export interface NewQuery {
  readonly id: string;
  readonly permit: Permit;
  readonly registry: string;
  readonly write: boolean;
  readonly questionHash: string;
  readonly class: QueryClass;
  readonly servedFrom: { readonly id: string; readonly answerState: AnswerState } | undefined;
}

export async function findQuery(db: Db, id: string): Promise<Query | undefined> {
  const row = await tables(db).selectFrom('query').selectAll().where('id', '=', id).executeTakeFirst();
  return row && queryOf(row);
}

/** How the given queries stand, in their order. */
export async function findQueries(db: Db, ids: readonly string[]): Promise<readonly Query[]> {
  const rows = await tables(db).selectFrom('query').selectAll().where('id', 'in', ids).execute();
  const found = new Map(rows.map((row) => [row.id, queryOf(row)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/**
 * The newest answered query for each of the questions that is no older than its type allows.
 *
 * @param today when today began: that something is not yet due is true for the day it was said on
 */
export async function findFresh(
  db: Db,
  proceedingId: string,
  wanted: readonly { hash: string; notOlderThan: Temporal.Instant }[],
  today: Temporal.Instant,
): Promise<ReadonlyMap<string, { id: string; answerState: AnswerState }>> {
  if (wanted.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom('query')
    .select(['id', 'question_hash', 'answer_state', 'answered_at'])
    .where('proceeding_id', '=', proceedingId)
    .where(
      'question_hash',
      'in',
      wanted.map(({ hash }) => hash),
    )
    .where('state', '=', sql.lit('ANSWERED'))
    .where('served_from', 'is', null)
    .distinctOn('question_hash')
    .orderBy('question_hash')
    .orderBy('answered_at', 'desc')
    .execute();
  const fresh = new Map<string, { id: string; answerState: AnswerState }>();
  for (const row of rows) {
    const limit = wanted.find(({ hash }) => hash === row.question_hash)?.notOlderThan;
    if (limit === undefined || row.answered_at === null || row.answer_state === null) continue;
    if (row.answer_state === 'NOT_YET_DUE' && row.answered_at.getTime() < today.epochMilliseconds) continue;
    if (row.answered_at.getTime() >= limit.epochMilliseconds) fresh.set(row.question_hash, { id: row.id, answerState: row.answer_state });
  }
  return fresh;
}

/** Inserts the queries; one for whose question another stands in the proceeding is left out, and so not among the ids returned. */
export async function insertQueries(tx: Tx, queries: readonly NewQuery[]): Promise<ReadonlySet<string>> {
  const rows = await tables(tx)
    .insertInto('query')
    .values(
      queries.map(({ id, permit, registry, write, questionHash, class: queryClass, servedFrom }) => ({
        id,
        permit_id: permit.id,
        proceeding_id: permit.proceedingId,
        institution_id: permit.institutionId,
        client_id: permit.clientId,
        type_code: permit.typeCode,
        registry,
        write,
        question_hash: questionHash,
        state: servedFrom === undefined ? ('QUEUED' as const) : ('ANSWERED' as const),
        answer_state: servedFrom?.answerState ?? null,
        served_from: servedFrom?.id ?? null,
        class: rankOf(queryClass),
        user_id: permit.userId,
        wanted_by: dateOf(wantedBy(queryClass, permit.at)),
        attempt: 0,
        asked_at: dateOf(permit.at),
        answered_at: servedFrom === undefined ? null : dateOf(permit.at),
        not_before: null,
        lease_until: null,
        enqueued_at: dateOf(permit.at),
        code: null,
        correlation_id: id,
      })),
    )
    // Of either index: query_active, and query_write_once.
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/**
 * Inserts a query that asks what another has asked, due later: it waits from the beginning, and is as old as its due time, since nobody has
 * waited for it before. False when the question is under way or planned already.
 */
export async function insertAgain(
  tx: Tx,
  asked: string,
  { id, dueAt, class: queryClass }: { readonly id: string; readonly dueAt: Temporal.Instant; readonly class: QueryClass },
): Promise<boolean> {
  const before = await tables(tx).selectFrom('query').selectAll().where('id', '=', asked).executeTakeFirstOrThrow();
  const due = dateOf(dueAt);
  const rows = await tables(tx)
    .insertInto('query')
    .values({
      ...before,
      id,
      state: 'RETRY_WAIT',
      answer_state: null,
      served_from: null,
      class: rankOf(queryClass),
      wanted_by: dateOf(wantedBy(queryClass, dueAt)),
      attempt: 0,
      asked_at: due,
      answered_at: null,
      not_before: due,
      lease_until: null,
      enqueued_at: due,
      code: 'NOT_YET_DUE',
    })
    .onConflict((conflict) => conflict.columns(['proceeding_id', 'question_hash']).where('state', 'in', named(ACTIVE_STATES)).doNothing())
    .returning('id')
    .execute();
  return rows.length === 1;
}

/** The newest answer of the same kind, about the same person in the same proceeding, that was there at a moment. */
export async function findAnsweredBefore(
  db: Db,
  { id, proceedingId, clientId, typeCode }: Pick<Query, 'id' | 'proceedingId' | 'clientId' | 'typeCode'>,
  moment: Temporal.Instant,
): Promise<Query | undefined> {
  const row = await tables(db)
    .selectFrom('query')
    .selectAll()
    .where('proceeding_id', '=', proceedingId)
    .where('client_id', '=', clientId)
    .where('type_code', '=', typeCode)
    .where('state', '=', sql.lit('ANSWERED'))
    .where('served_from', 'is', null)
    .where('answered_at', '<=', dateOf(moment))
    .where('id', '<>', id)
    .orderBy('answered_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && queryOf(row);
}

/** The newest query of each of the given questions of a proceeding, by question hash. */
export async function findNewest(db: Db, proceedingId: string, hashes: readonly string[]): Promise<ReadonlyMap<string, Query>> {
  if (hashes.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom('query')
    .selectAll()
    .where('proceeding_id', '=', proceedingId)
    .where('question_hash', 'in', hashes)
    .distinctOn('question_hash')
    .orderBy('question_hash')
    .orderBy('asked_at', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.question_hash, queryOf(row)]));
}

/** Settles a claimed query. False when the caller's claim is no longer the latest: somebody else has it, or it was cancelled. */
export async function settleQuery(
  tx: Tx,
  claim: Pick<Query, 'id' | 'attempt'>,
  settled: {
    state: 'ANSWERED' | 'RETRY_WAIT' | 'FAULTED' | 'FAILED' | 'HELD' | 'CANCELLED';
    at: Temporal.Instant;
    answerState?: AnswerState;
    notBefore?: Temporal.Instant;
    code?: string;
  },
): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('query')
    .set({
      state: settled.state,
      answer_state: settled.answerState ?? null,
      answered_at: settled.state === 'ANSWERED' ? dateOf(settled.at) : null,
      not_before: settled.notBefore === undefined ? null : dateOf(settled.notBefore),
      enqueued_at: dateOf(settled.notBefore ?? settled.at),
      lease_until: null,
      code: settled.code ?? null,
    })
    .where('id', '=', claim.id)
    .where('attempt', '=', claim.attempt)
    .where('state', '=', sql.lit('SENT'))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Whether a write of the proceeding has not come to its end. */
export async function hasUnsettledWrite(db: Db, proceedingId: string): Promise<boolean> {
  const row = await tables(db)
    .selectFrom('query')
    .select('id')
    .where('proceeding_id', '=', proceedingId)
    .where('write', '=', true)
    .where('state', 'in', named(UNSETTLED_WRITE_STATES))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** At the close of a proceeding: what waits is cancelled, what was answered is purged. Returns the cancelled ones, still perhaps queued. */
export async function endQueriesOf(tx: Tx, proceedingId: string): Promise<readonly Pick<Query, 'id' | 'registry'>[]> {
  const cancelled = await tables(tx)
    .updateTable('query')
    .set({ state: 'CANCELLED', lease_until: null, not_before: null, code: 'PROCEEDING_CLOSED' })
    .where('proceeding_id', '=', proceedingId)
    .where('state', 'in', named(ACTIVE_STATES))
    .returning(['id', 'registry'])
    .execute();
  await tables(tx)
    .updateTable('query')
    .set({ state: 'PURGED' })
    .where('proceeding_id', '=', proceedingId)
    .where('state', 'in', named(statesBefore('PURGED')))
    .execute();
  await deleteKeptAnswers(tx, proceedingId);
  return cancelled;
}
