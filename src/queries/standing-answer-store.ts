import { sql } from 'kysely';
import { instantOf, type Temporal } from '../platform/index.ts';
import type { Db } from '../storage/index.ts';
import { type AnswerEvidence, type EvidenceColumns, evidenceOf } from './attempt-store.ts';
import type { AnswerState } from './query.ts';
import { asWanted } from './query-table.ts';
import type { HashedQuestion } from './question-hash.ts';

/** The newest answer that a register gave to a question of a proceeding, sealed as it is kept. */
export interface StandingAnswer extends HashedQuestion {
  /** The query that went out. */
  readonly queryId: string;
  readonly answerState: AnswerState;
  readonly answeredAt: Temporal.Instant;
  readonly evidence: AnswerEvidence | undefined;
  /** Undefined where it may be shown only, and so lies in the cache alone. */
  readonly sealed: Uint8Array | undefined;
}

interface AnswerColumns {
  readonly proceeding_id: string;
  readonly question_hash: string;
  readonly id: string;
  readonly answer_state: AnswerState;
  readonly answered_at: Date;
  readonly sealed: Uint8Array | null;
}

type Row = AnswerColumns & (EvidenceColumns | { readonly x_road_id: null });

/** The newest answers that the given questions have had in their proceedings, however old. */
export async function findStandingAnswers(db: Db, questions: readonly HashedQuestion[]): Promise<readonly StandingAnswer[]> {
  const { rows } = await sql<Row>`
    select wanted.proceeding_id, wanted.question_hash, newest.*, kept.sealed, evidence.*
    from ${asWanted(questions)}
    cross join lateral (
      select id, answer_state, answered_at from query
      where proceeding_id = wanted.proceeding_id and question_hash = wanted.question_hash and state = 'ANSWERED' and served_from is null
      order by answered_at desc limit 1
    ) newest
    left join query_answer kept on kept.query_id = newest.id
    left join lateral (
      select x_road_id, request_hash, service, sent_at, received_at from query_attempt
      where query_id = newest.id order by attempt desc limit 1
    ) evidence on true`.execute(db);
  return rows.map((row) => ({
    proceedingId: row.proceeding_id,
    hash: row.question_hash,
    queryId: row.id,
    answerState: row.answer_state,
    answeredAt: instantOf(row.answered_at),
    evidence: row.x_road_id === null ? undefined : evidenceOf(row),
    sealed: row.sealed ?? undefined,
  }));
}
