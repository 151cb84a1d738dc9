import { sql } from 'kysely';
import { instantOf, type Temporal } from '../platform/index.ts';
import type { Db } from '../storage/index.ts';
import type { QueryState } from './query.ts';

/** What operators look at: queries that nothing will happen to by itself, or that something will. */
export const UNSETTLED = {
  FAILED: ['FAULTED', 'FAILED'],
  HELD: ['HELD'],
  WAITING: ['QUEUED', 'SENT', 'RETRY_WAIT'],
} as const satisfies Record<string, readonly QueryState[]>;

export type Unsettled = keyof typeof UNSETTLED;

/** A query without an answer as operators see it: ids, codes and times, nothing of the person or the proceeding. */
export interface UnsettledQuery {
  readonly id: string;
  /** Of the last message that asked it: of a held write, the one that may have been carried out, and not of the look after it. */
  readonly xRoadId: string | null;
  readonly type: string;
  readonly state: QueryState;
  readonly code: string | null;
  /** What the code is about: elements and rules, hosts and times. */
  readonly detail: string | null;
  readonly attempts: number;
  readonly askedAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant | null;
}

/** Which part of a list is wanted: behind the given one, and of one code alone, as operators see codes, where one is given. */
export interface UnsettledPage {
  readonly after: string | undefined;
  readonly code: string | undefined;
  readonly atMost: number;
}

/** A register's queries without an answer, oldest first. */
export async function unsettledQueries(
  db: Db,
  registry: string,
  which: Unsettled,
  { after, code, atMost }: UnsettledPage,
): Promise<readonly UnsettledQuery[]> {
  // In the statement itself, not handed to it: that is how PostgreSQL sees that an index has them.
  const states = sql.join(UNSETTLED[which].map((state) => sql.lit(state)));
  const conditions = [
    sql`q.registry = ${registry} and q.state in (${states})`,
    after === undefined ? undefined : sql`q.id > ${after}`,
    code === undefined ? undefined : sql`regexp_replace(q.code, '\\d{11}', '***', 'g') = ${code}`,
  ].filter((condition) => condition !== undefined);
  const { rows } = await sql<{
    id: string;
    x_road_id: string | null;
    type_code: string;
    state: QueryState;
    code: string | null;
    detail: string | null;
    attempt: number;
    asked_at: Date;
    not_before: Date | null;
  }>`
    select q.id, asked.x_road_id, q.type_code, q.state, q.code, a.detail, q.attempt, q.asked_at, q.not_before
    from query q
    left join query_attempt a on a.query_id = q.id and a.attempt = q.attempt
    left join lateral (
      select x_road_id from query_attempt where query_id = q.id and purpose = 'ASK' order by attempt desc limit 1
    ) asked on true
    where ${sql.join(conditions, sql` and `)}
    order by q.id limit ${sql.lit(pageFor(atMost))}`.execute(db);
  return rows.slice(0, atMost).map((row) => ({
    id: row.id,
    xRoadId: row.x_road_id,
    type: row.type_code,
    state: row.state,
    code: row.code,
    detail: row.detail,
    attempts: row.attempt,
    askedAt: instantOf(row.asked_at),
    dueAt: row.not_before === null ? null : instantOf(row.not_before),
  }));
}

/**
 * A page of one of few sizes that holds so many. It stands in the statement: only then does PostgreSQL see when it plans how little is wanted, and so
 * need not plan at every call.
 */
function pageFor(atMost: number): number {
  return 2 ** Math.ceil(Math.log2(atMost));
}
