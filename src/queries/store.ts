import { sql } from 'kysely';
import { dateOf, type Temporal } from '../platform/index.ts';
import { anyOf, type Db, type Places, rowsOf, statement, type Tx } from '../storage/index.ts';
import { deleteKeptAnswers } from './kept-answer-store.ts';
import type { Permit } from './permit-store.ts';
import { ACTIVE_STATES, type AnswerState, type Query, statesBefore, UNSETTLED_WRITE_STATES } from './query.ts';
import { classAfter, rankOf, wantedBy } from './query-class.ts';
import { asWanted, named, type QueryTable, queryOf, tables } from './query-table.ts';
import { type HashedQuestion, questionKey } from './question-hash.ts';

/** A query to be recorded, with what its row needs besides. */
export interface NewQuery {
  readonly query: Query;
  readonly hash: string;
  readonly permit: Permit;
}

export async function findQuery(db: Db, id: string): Promise<Query | undefined> {
  const row = await tables(db).selectFrom('query').selectAll().where('id', '=', id).executeTakeFirst();
  return row && queryOf(row);
}

/** How the given queries stand, in their order. */
export async function findQueries(db: Db, ids: readonly string[]): Promise<readonly Query[]> {
  const rows = await tables(db).selectFrom('query').selectAll().where('id', '=', anyOf(ids)).execute();
  const found = new Map(rows.map((row) => [row.id, queryOf(row)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

const insertRows = statement((db, { rows }: Places<{ rows: readonly QueryTable[] }>) =>
  tables(db)
    .insertInto('query')
    .expression(rowsOf('query', rows))
    // Of either index: query_active, and query_write_once.
    .onConflict((conflict) => conflict.doNothing())
    .returning('id'),
);

/** Inserts the queries; one for whose question another stands in the proceeding is left out, and so not among the ids returned. */
export async function insertQueries(tx: Tx, queries: readonly NewQuery[]): Promise<ReadonlySet<string>> {
  // In one order, whoever asks: two that insert the same questions at the same time would else wait for each other.
  const rows = queries.map(rowOf).sort((a, b) => (a.question_hash < b.question_hash ? -1 : 1));
  const inserted = await insertRows(tx, { rows });
  return new Set(inserted.map(({ id }) => id));
}

function rowOf({ query, hash }: NewQuery): QueryTable {
  return {
    id: query.id,
    permit_id: query.permitId,
    proceeding_id: query.proceedingId,
    institution_id: query.institutionId,
    client_id: query.clientId,
    type_code: query.typeCode,
    registry: query.registry,
    write: query.write,
    question_hash: hash,
    state: query.state,
    answer_state: query.answerState,
    served_from: query.servedFrom,
    class: rankOf(query.class),
    user_id: query.userId,
    wanted_by: wantedBy(query.class, query.askedAt),
    attempt: query.attempt,
    asked_at: dateOf(query.askedAt),
    answered_at: query.answeredAt === null ? null : dateOf(query.answeredAt),
    not_before: null,
    lease_until: null,
    enqueued_at: dateOf(query.askedAt),
    code: query.code,
    correlation_id: query.id,
    trace_parent: query.traceParent,
  };
}

/**
 * Inserts a query that asks what another has asked, due later: it waits from the beginning, and is as old as its due time, since nobody has
 * waited for it before. False when the question is under way or planned already.
 */
export async function insertAgain(
  tx: Tx,
  asked: string,
  { id, dueAt, class: queryClass, traceParent }: Pick<Query, 'id' | 'class' | 'traceParent'> & { readonly dueAt: Temporal.Instant },
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
      wanted_by: wantedBy(queryClass, dueAt),
      attempt: 0,
      asked_at: due,
      answered_at: null,
      not_before: due,
      lease_until: null,
      enqueued_at: due,
      code: 'NOT_YET_DUE',
      trace_parent: traceParent,
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

/** The newest query of each of the given questions, by {@link questionKey}. */
export async function findNewest(db: Db, questions: readonly HashedQuestion[]): Promise<ReadonlyMap<string, Query>> {
  if (questions.length === 0) return new Map();
  const { rows } = await sql<QueryTable>`
    select newest.*
    from ${asWanted(questions)}
    cross join lateral (
      select * from query where proceeding_id = wanted.proceeding_id and question_hash = wanted.question_hash order by asked_at desc limit 1
    ) newest`.execute(db);
  return new Map(rows.map((row) => [questionKey({ proceedingId: row.proceeding_id, hash: row.question_hash }), queryOf(row)]));
}

/** The given questions that have been answered by an exchange of their own since a moment, by {@link questionKey}. */
export async function findAnsweredSince(
  db: Db,
  questions: readonly HashedQuestion[],
  since: Temporal.Instant,
): Promise<ReadonlyMap<string, Query>> {
  if (questions.length === 0) return new Map();
  const { rows } = await sql<QueryTable>`
    select latest.*
    from ${asWanted(questions)}
    cross join lateral (
      select * from query where proceeding_id = wanted.proceeding_id and question_hash = wanted.question_hash
        and state = 'ANSWERED' and served_from is null and answered_at >= ${dateOf(since)} order by answered_at desc limit 1
    ) latest`.execute(db);
  return new Map(rows.map((row) => [questionKey({ proceedingId: row.proceeding_id, hash: row.question_hash }), queryOf(row)]));
}

/** Takes back queries that this transaction has inserted. */
export async function takeBack(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tables(tx)
    .deleteFrom('query')
    .where('id', '=', anyOf(ids))
    .where('state', '=', sql.lit('QUEUED'))
    .where('attempt', '=', 0)
    .execute();
}

/**
 * Settles a claimed query. False when the caller's claim is no longer the latest: somebody else has it, or it was cancelled.
 *
 * @param whenBusy what to do while somebody is changing the row: a transaction that settles several must not wait for one, since its row may be held
 * by whoever waits for another of them
 */
export async function settleQuery(
  tx: Tx,
  claim: Pick<Query, 'id' | 'attempt' | 'class' | 'askedAt'>,
  settled: {
    state: 'ANSWERED' | 'RETRY_WAIT' | 'FAULTED' | 'FAILED' | 'HELD' | 'CANCELLED';
    at: Temporal.Instant;
    answerState?: AnswerState;
    notBefore?: Temporal.Instant;
    code?: string;
  },
  whenBusy: 'WAIT' | 'LEAVE' = 'WAIT',
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
      ...(settled.notBefore === undefined ? {} : { class: rankOf(classAfter(claim.class, claim.askedAt, settled.notBefore)) }),
    })
    .where('id', '=', (eb) =>
      eb
        .selectFrom('query')
        .select('id')
        .where('id', '=', claim.id)
        .where('attempt', '=', claim.attempt)
        .where('state', '=', sql.lit('SENT'))
        .forUpdate()
        .$if(whenBusy === 'LEAVE', (held) => held.skipLocked()),
    )
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
