import { sql } from 'kysely';
import { dateOf, instantOf, type Temporal } from '../platform/index.ts';
import type { Db, Tx } from '../storage/index.ts';
import { ACTIVE_STATES, type AnswerState, type Query, type QueryState, statesBefore } from './query.ts';

type PermitTable = {
  id: string;
  at: Date;
  user_id: string;
  institution_id: string;
  proceeding_id: string;
  client_id: string;
  type_code: string;
  parameters: string;
  legal_basis: string;
  fields: string;
  justification: string | null;
};

type QueryTable = {
  id: string;
  permit_id: string;
  proceeding_id: string;
  institution_id: string;
  client_id: string;
  type_code: string;
  registry: string;
  question_hash: string;
  state: QueryState;
  answer_state: AnswerState | null;
  served_from: string | null;
  priority: number;
  attempt: number;
  asked_at: Date;
  answered_at: Date | null;
  not_before: Date | null;
  lease_until: Date | null;
  enqueued_at: Date;
  code: string | null;
  correlation_id: string;
};

type AttemptTable = {
  query_id: string;
  attempt: number;
  x_road_id: string;
  service: string;
  request_hash: string;
  request_bytes: number;
  sent_at: Date;
  received_at: Date | null;
  response_bytes: number | null;
  security_server: string | null;
  outcome: string | null;
  code: string | null;
  detail: string | null;
};

type Tables = {
  query_permit: PermitTable;
  query: QueryTable;
  query_attempt: AttemptTable;
  query_answer: { query_id: string; sealed: Uint8Array };
};

/** Why a query may leave: who asks, whom, in which proceeding, on which legal basis, which fields. Written once, never changed. */
export interface Permit {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly userId: string;
  readonly institutionId: string;
  readonly proceedingId: string;
  readonly clientId: string;
  readonly typeCode: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly legalBasis: string;
  readonly fields: readonly string[];
  readonly justification: string | null;
}

/** A query to be recorded, with what its row needs besides {@link Query}. */
export interface NewQuery {
  readonly id: string;
  readonly permit: Permit;
  readonly registry: string;
  readonly questionHash: string;
  readonly priority: number;
  readonly servedFrom: { readonly id: string; readonly answerState: AnswerState } | undefined;
}

export interface Attempt {
  readonly queryId: string;
  readonly attempt: number;
  readonly xRoadId: string;
  readonly service: string;
  readonly requestHash: string;
  readonly requestBytes: number;
  readonly sentAt: Temporal.Instant;
}

export interface AttemptEnd {
  readonly receivedAt: Temporal.Instant;
  readonly responseBytes: number | undefined;
  readonly securityServer: string;
  readonly outcome: string;
  readonly code: string | undefined;
  readonly detail: string | undefined;
}

/** What is known of the exchange that answered a query. */
export interface AnswerEvidence {
  readonly xRoadId: string;
  readonly requestHash: string;
  readonly service: string;
  readonly sentAt: Temporal.Instant;
  readonly receivedAt: Temporal.Instant;
}

const tables = (db: Db) => db.withTables<Tables>();

function queryOf(row: QueryTable): Query {
  return {
    id: row.id,
    permitId: row.permit_id,
    proceedingId: row.proceeding_id,
    institutionId: row.institution_id,
    clientId: row.client_id,
    typeCode: row.type_code,
    registry: row.registry,
    state: row.state,
    answerState: row.answer_state,
    servedFrom: row.served_from,
    attempt: row.attempt,
    priority: row.priority,
    askedAt: instantOf(row.asked_at),
    answeredAt: row.answered_at === null ? null : instantOf(row.answered_at),
    notBefore: row.not_before === null ? null : instantOf(row.not_before),
    code: row.code,
  };
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

export async function findPermit(db: Db, id: string): Promise<Permit | undefined> {
  const row = await tables(db).selectFrom('query_permit').selectAll().where('id', '=', id).executeTakeFirst();
  return (
    row && {
      id: row.id,
      at: instantOf(row.at),
      userId: row.user_id,
      institutionId: row.institution_id,
      proceedingId: row.proceeding_id,
      clientId: row.client_id,
      typeCode: row.type_code,
      parameters: row.parameters as unknown as Record<string, unknown>,
      legalBasis: row.legal_basis,
      fields: row.fields as unknown as string[],
      justification: row.justification,
    }
  );
}

/** The newest answered query for each of the questions that is no older than its type allows. */
export async function findFresh(
  tx: Tx,
  proceedingId: string,
  wanted: readonly { hash: string; notOlderThan: Temporal.Instant }[],
): Promise<ReadonlyMap<string, { id: string; answerState: AnswerState }>> {
  if (wanted.length === 0) return new Map();
  const rows = await tables(tx)
    .selectFrom('query')
    .select(['id', 'question_hash', 'answer_state', 'answered_at'])
    .where('proceeding_id', '=', proceedingId)
    .where(
      'question_hash',
      'in',
      wanted.map(({ hash }) => hash),
    )
    .where('state', '=', 'ANSWERED')
    .where('served_from', 'is', null)
    .distinctOn('question_hash')
    .orderBy('question_hash')
    .orderBy('answered_at', 'desc')
    .execute();
  const fresh = new Map<string, { id: string; answerState: AnswerState }>();
  for (const row of rows) {
    const limit = wanted.find(({ hash }) => hash === row.question_hash)?.notOlderThan;
    if (limit === undefined || row.answered_at === null || row.answer_state === null) continue;
    if (row.answered_at.getTime() >= limit.epochMilliseconds) fresh.set(row.question_hash, { id: row.id, answerState: row.answer_state });
  }
  return fresh;
}

export async function insertPermits(tx: Tx, permits: readonly Permit[]): Promise<void> {
  await tables(tx)
    .insertInto('query_permit')
    .values(
      permits.map((permit) => ({
        id: permit.id,
        at: dateOf(permit.at),
        user_id: permit.userId,
        institution_id: permit.institutionId,
        proceeding_id: permit.proceedingId,
        client_id: permit.clientId,
        type_code: permit.typeCode,
        parameters: JSON.stringify(permit.parameters),
        legal_basis: permit.legalBasis,
        fields: JSON.stringify(permit.fields),
        justification: permit.justification,
      })),
    )
    .execute();
}

/** Inserts the queries; one whose question is already under way in the proceeding is left out, and so not among the ids returned. */
export async function insertQueries(tx: Tx, queries: readonly NewQuery[]): Promise<ReadonlySet<string>> {
  const rows = await tables(tx)
    .insertInto('query')
    .values(
      queries.map(({ id, permit, registry, questionHash, priority, servedFrom }) => ({
        id,
        permit_id: permit.id,
        proceeding_id: permit.proceedingId,
        institution_id: permit.institutionId,
        client_id: permit.clientId,
        type_code: permit.typeCode,
        registry,
        question_hash: questionHash,
        state: servedFrom === undefined ? ('QUEUED' as const) : ('ANSWERED' as const),
        answer_state: servedFrom?.answerState ?? null,
        served_from: servedFrom?.id ?? null,
        priority,
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
    .onConflict((conflict) =>
      conflict
        .columns(['proceeding_id', 'question_hash'])
        .where('state', 'in', [...ACTIVE_STATES])
        .doNothing(),
    )
    .returning('id')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** The queries under way for the given questions of a proceeding, by question hash. */
export async function findActive(tx: Tx, proceedingId: string, hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(tx)
    .selectFrom('query')
    .select(['id', 'question_hash'])
    .where('proceeding_id', '=', proceedingId)
    .where('question_hash', 'in', hashes)
    .where('state', 'in', [...ACTIVE_STATES])
    .execute();
  return new Map(rows.map((row) => [row.question_hash, row.id]));
}

/**
 * Claims a due query for sending: `QUEUED | RETRY_WAIT -> SENT`. The attempt number it returns is the caller's fencing token. Undefined when
 * there is nothing to claim: already claimed, settled, cancelled, or not due yet.
 */
export async function claimQuery(tx: Tx, id: string, now: Temporal.Instant, leaseUntil: Temporal.Instant): Promise<Query | undefined> {
  const row = await tables(tx)
    .updateTable('query')
    .set((eb) => ({ state: 'SENT', attempt: eb('attempt', '+', 1), lease_until: dateOf(leaseUntil), not_before: null }))
    .where('id', '=', id)
    .where('state', 'in', statesBefore('SENT'))
    .where((eb) => eb.or([eb('not_before', 'is', null), eb('not_before', '<=', dateOf(now))]))
    .returningAll()
    .executeTakeFirst();
  return row && queryOf(row);
}

/** Puts a query off that was not sent: `QUEUED | RETRY_WAIT -> RETRY_WAIT`. */
export async function postponeQuery(tx: Tx, id: string, notBefore: Temporal.Instant): Promise<Query | undefined> {
  const row = await tables(tx)
    .updateTable('query')
    .set({ state: 'RETRY_WAIT', not_before: dateOf(notBefore), enqueued_at: dateOf(notBefore), code: 'BREAKER_OPEN' })
    .where('id', '=', id)
    .where('state', 'in', ['QUEUED', 'RETRY_WAIT'])
    .returningAll()
    .executeTakeFirst();
  return row && queryOf(row);
}

/** Settles a claimed query. False when the caller's claim is no longer the latest: somebody else has it, or it was cancelled. */
export async function settleQuery(
  tx: Tx,
  claim: Pick<Query, 'id' | 'attempt'>,
  settled: {
    state: 'ANSWERED' | 'RETRY_WAIT' | 'FAULTED' | 'FAILED' | 'CANCELLED';
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
    .where('state', '=', 'SENT')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertAttempt(tx: Tx, attempt: Attempt): Promise<void> {
  await tables(tx)
    .insertInto('query_attempt')
    .values({
      query_id: attempt.queryId,
      attempt: attempt.attempt,
      x_road_id: attempt.xRoadId,
      service: attempt.service,
      request_hash: attempt.requestHash,
      request_bytes: attempt.requestBytes,
      sent_at: dateOf(attempt.sentAt),
      received_at: null,
      response_bytes: null,
      security_server: null,
      outcome: null,
      code: null,
      detail: null,
    })
    .execute();
}

export async function endAttempt(tx: Tx, claim: Pick<Query, 'id' | 'attempt'>, end: AttemptEnd): Promise<void> {
  await tables(tx)
    .updateTable('query_attempt')
    .set({
      received_at: dateOf(end.receivedAt),
      response_bytes: end.responseBytes ?? null,
      security_server: end.securityServer,
      outcome: end.outcome,
      code: end.code ?? null,
      detail: end.detail ?? null,
    })
    .where('query_id', '=', claim.id)
    .where('attempt', '=', claim.attempt)
    .execute();
}

/** The evidence of the exchange that answered: its last attempt. */
export async function findEvidence(db: Db, queryId: string): Promise<AnswerEvidence | undefined> {
  const row = await tables(db)
    .selectFrom('query_attempt')
    .selectAll()
    .where('query_id', '=', queryId)
    .orderBy('attempt', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined || row.received_at === null) return undefined;
  return {
    xRoadId: row.x_road_id,
    requestHash: row.request_hash,
    service: row.service,
    sentAt: instantOf(row.sent_at),
    receivedAt: instantOf(row.received_at),
  };
}

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

/** At the close of a proceeding: what waits is cancelled, what was answered is purged. Returns the cancelled ones, still perhaps queued. */
export async function endQueriesOf(tx: Tx, proceedingId: string): Promise<readonly Pick<Query, 'id' | 'registry'>[]> {
  const cancelled = await tables(tx)
    .updateTable('query')
    .set({ state: 'CANCELLED', lease_until: null, not_before: null, code: 'PROCEEDING_CLOSED' })
    .where('proceeding_id', '=', proceedingId)
    .where('state', 'in', [...ACTIVE_STATES])
    .returning(['id', 'registry'])
    .execute();
  await tables(tx)
    .updateTable('query')
    .set({ state: 'PURGED' })
    .where('proceeding_id', '=', proceedingId)
    .where('state', 'in', statesBefore('PURGED'))
    .execute();
  await tables(tx)
    .deleteFrom('query_answer')
    .where('query_id', 'in', (eb) => eb.selectFrom('query').select('id').where('proceeding_id', '=', proceedingId))
    .execute();
  return cancelled;
}

/** An operator sends a failed query round again: `FAULTED | FAILED -> QUEUED`. */
export async function requeueQuery(tx: Tx, id: string, at: Temporal.Instant): Promise<Query | undefined> {
  const row = await tables(tx)
    .updateTable('query')
    .set({ state: 'QUEUED', code: null, enqueued_at: dateOf(at) })
    .where('id', '=', id)
    .where('state', 'in', ['FAULTED', 'FAILED'])
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
    .where('state', 'in', statesBefore('CANCELLED'))
    .returningAll()
    .executeTakeFirst();
  return row && queryOf(row);
}

/** A query that the queue ought to know but may have lost, with its place in it. */
export interface Stray {
  readonly id: string;
  readonly registry: string;
  readonly attempt: number;
  readonly priority: number;
}

/**
 * Takes up queries whose job the queue may have lost: due and not (re-)enqueued since `before`, or claimed by a worker whose lease has run out
 * (it died; the claim's number fences it off should it still be alive). Each is marked as enqueued now, so that the next sweep leaves it alone.
 */
export async function takeStrays(tx: Tx, now: Temporal.Instant, before: Temporal.Instant, atMost: number): Promise<readonly Stray[]> {
  const due = tables(tx)
    .selectFrom('query')
    .select('id')
    .where((eb) =>
      eb.or([
        eb.and([eb('state', 'in', ['QUEUED', 'RETRY_WAIT']), eb('enqueued_at', '<', dateOf(before))]),
        eb.and([eb('state', '=', 'SENT'), eb('lease_until', '<', dateOf(now))]),
      ]),
    )
    .orderBy('enqueued_at')
    .limit(atMost)
    .forUpdate()
    .skipLocked();
  return tables(tx)
    .updateTable('query')
    .set((eb) => ({
      state: eb.case().when('state', '=', 'SENT').then(sql.lit('QUEUED')).else(eb.ref('state')).end().$castTo<QueryState>(),
      lease_until: null,
      enqueued_at: dateOf(now),
    }))
    .where('id', 'in', due)
    .returning(['id', 'registry', 'attempt', 'priority'])
    .execute();
}
