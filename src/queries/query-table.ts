import { type RawBuilder, sql } from 'kysely';
import { instantOf } from '../platform/index.ts';
import { type Db, list } from '../storage/index.ts';
import { ACTIVE_STATES, type AnswerState, type Query, type QueryState } from './query.ts';
import { classOf } from './query-class.ts';
import type { HashedQuestion } from './question-hash.ts';

/** A row of `query`. */
export type QueryTable = {
  id: string;
  permit_id: string;
  proceeding_id: string;
  institution_id: string;
  client_id: string;
  type_code: string;
  registry: string;
  write: boolean;
  question_hash: string;
  state: QueryState;
  answer_state: AnswerState | null;
  served_from: string | null;
  class: number;
  user_id: string;
  wanted_by: Date;
  attempt: number;
  asked_at: Date;
  answered_at: Date | null;
  not_before: Date | null;
  lease_until: Date | null;
  enqueued_at: Date;
  code: string | null;
  correlation_id: string;
  trace_parent: string | null;
};

type Tables = {
  query: QueryTable;
};

/** The table that {@link QueryTable} is a row of, and no other. */
export const tables = (db: Db) => db.withTables<Tables>();

/** States as literals: the indexes are over some states only, and a prepared statement uses one only when it says for itself which states it means. */
export function named(states: readonly QueryState[]) {
  return states.map((state) => sql.lit(state));
}

/** As {@link stands} says, and the two unique indexes. */
export function standing(alias: string) {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  return sql<boolean>`(${of('state')} in (${sql.join(named(ACTIVE_STATES))})
    or ${of('write')} and (${of('state')} = 'HELD' or ${of('state')} = 'ANSWERED' and ${of('answer_state')} <> 'REJECTED'))`;
}

/** Questions as a table `wanted (proceeding_id, question_hash)`, to be joined. */
export function asWanted(questions: readonly HashedQuestion[]): RawBuilder<unknown> {
  const proceedingIds = questions.map(({ proceedingId }) => proceedingId);
  const hashes = questions.map(({ hash }) => hash);
  return sql`unnest(${list(proceedingIds, 'uuid')}, ${list(hashes, 'text')}) as wanted (proceeding_id, question_hash)`;
}

export function queryOf(row: QueryTable): Query {
  return {
    id: row.id,
    permitId: row.permit_id,
    proceedingId: row.proceeding_id,
    institutionId: row.institution_id,
    userId: row.user_id,
    clientId: row.client_id,
    typeCode: row.type_code,
    registry: row.registry,
    write: row.write,
    state: row.state,
    answerState: row.answer_state,
    servedFrom: row.served_from,
    attempt: row.attempt,
    class: classOf(row.class),
    askedAt: instantOf(row.asked_at),
    answeredAt: row.answered_at === null ? null : instantOf(row.answered_at),
    notBefore: row.not_before === null ? null : instantOf(row.not_before),
    code: row.code,
    traceParent: row.trace_parent,
  };
}
