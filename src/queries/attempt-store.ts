import { dateOf, instantOf, type Temporal } from '../platform/index.ts';
import { type Db, rowsOf, type Tx } from '../storage/index.ts';
import type { Query } from './query.ts';

type Tables = { query_attempt: AttemptTable };

type AttemptTable = {
  query_id: string;
  attempt: number;
  x_road_id: string;
  service: string;
  request_hash: string | null;
  request_bytes: number;
  sent_at: Date;
  received_at: Date | null;
  response_bytes: number | null;
  security_server: string | null;
  outcome: string | null;
  code: string | null;
  detail: string | null;
  purpose: Purpose;
  may_have_run: boolean | null;
};

/** Why a message left: to ask the question, or to see whether an earlier attempt at a write was carried out. */
export type Purpose = 'ASK' | 'READ_BACK';

export interface Attempt {
  readonly queryId: string;
  readonly attempt: number;
  readonly purpose: Purpose;
  readonly xRoadId: string;
  readonly service: string;
  /** Undefined in REST, where it is known with the answer. */
  readonly requestHash: string | undefined;
  readonly requestBytes: number;
  readonly sentAt: Temporal.Instant;
}

export interface AttemptEnd {
  readonly requestHash: string | undefined;
  readonly receivedAt: Temporal.Instant;
  readonly responseBytes: number | undefined;
  readonly securityServer: string;
  readonly outcome: string;
  readonly code: string | undefined;
  readonly detail: string | undefined;
  readonly mayHaveRun: boolean;
}

/** What is known of the exchange that answered a query. */
export interface AnswerEvidence {
  readonly xRoadId: string;
  /** Null where the security server told none, in REST. */
  readonly requestHash: string | null;
  readonly service: string;
  readonly sentAt: Temporal.Instant;
  /** Undefined where no answer came, and an operator confirmed what was asked. */
  readonly receivedAt: Temporal.Instant | undefined;
}

/** What of an attempt's row makes the evidence. */
export type EvidenceColumns = Pick<AttemptTable, 'x_road_id' | 'request_hash' | 'service' | 'sent_at' | 'received_at'>;

const tables = (db: Db) => db.withTables<Tables>();

export async function insertAttempts(tx: Tx, attempts: readonly Attempt[]): Promise<void> {
  if (attempts.length === 0) return;
  const rows = attempts.map(
    (attempt): AttemptTable => ({
      query_id: attempt.queryId,
      attempt: attempt.attempt,
      x_road_id: attempt.xRoadId,
      service: attempt.service,
      request_hash: attempt.requestHash ?? null,
      request_bytes: attempt.requestBytes,
      sent_at: dateOf(attempt.sentAt),
      received_at: null,
      response_bytes: null,
      security_server: null,
      outcome: null,
      code: null,
      detail: null,
      purpose: attempt.purpose,
      may_have_run: null,
    }),
  );
  await tables(tx).insertInto('query_attempt').expression(rowsOf('query_attempt', rows)).execute();
}

export async function endAttempt(tx: Tx, claim: Pick<Query, 'id' | 'attempt'>, end: AttemptEnd): Promise<void> {
  await tables(tx)
    .updateTable('query_attempt')
    .set({
      ...(end.requestHash === undefined ? {} : { request_hash: end.requestHash }),
      received_at: dateOf(end.receivedAt),
      response_bytes: end.responseBytes ?? null,
      security_server: end.securityServer,
      outcome: end.outcome,
      code: end.code ?? null,
      detail: end.detail ?? null,
      may_have_run: end.mayHaveRun,
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
  return row && evidenceOf(row);
}

export function evidenceOf(row: EvidenceColumns): AnswerEvidence {
  return {
    xRoadId: row.x_road_id,
    requestHash: row.request_hash,
    service: row.service,
    sentAt: instantOf(row.sent_at),
    receivedAt: row.received_at === null ? undefined : instantOf(row.received_at),
  };
}

/** Every attempt at a query, in their order; `end` is undefined while it is under way, and where its worker never told. */
export async function findAttempts(db: Db, queryId: string): Promise<readonly (Attempt & { readonly end: AttemptEnd | undefined })[]> {
  const rows = await tables(db).selectFrom('query_attempt').selectAll().where('query_id', '=', queryId).orderBy('attempt').execute();
  return rows.map((row) => ({
    queryId: row.query_id,
    attempt: row.attempt,
    purpose: row.purpose,
    xRoadId: row.x_road_id,
    service: row.service,
    requestHash: row.request_hash ?? undefined,
    requestBytes: row.request_bytes,
    sentAt: instantOf(row.sent_at),
    end:
      row.received_at === null || row.outcome === null
        ? undefined
        : {
            requestHash: row.request_hash ?? undefined,
            receivedAt: instantOf(row.received_at),
            responseBytes: row.response_bytes ?? undefined,
            securityServer: row.security_server ?? '',
            outcome: row.outcome,
            code: row.code ?? undefined,
            detail: row.detail ?? undefined,
            mayHaveRun: row.may_have_run ?? true,
          },
  }));
}

/** An attempt at a write of which nobody knows whether it was carried out. */
export interface LostAttempt {
  readonly sentAt: Temporal.Instant;
  /** How it failed; null when its worker never told. */
  readonly code: string | null;
}

/** The last attempt at a write that may have been carried out, as far as anybody knows. */
export async function findLost(db: Db, queryId: string): Promise<LostAttempt | undefined> {
  const row = await tables(db)
    .selectFrom('query_attempt')
    .select(['sent_at', 'code'])
    .where('query_id', '=', queryId)
    .where('purpose', '=', 'ASK')
    .where('may_have_run', 'is distinct from', false)
    .orderBy('attempt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { sentAt: instantOf(row.sent_at), code: row.code };
}

/** Nothing has come of any attempt at a write: a look at the register has shown it, or an operator knows. */
export async function noneHasRun(tx: Tx, queryId: string): Promise<void> {
  await tables(tx)
    .updateTable('query_attempt')
    .set({ may_have_run: false })
    .where('query_id', '=', queryId)
    .where('purpose', '=', 'ASK')
    .execute();
}
