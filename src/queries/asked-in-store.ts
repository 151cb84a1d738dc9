import { sql } from 'kysely';
import { instantOf } from '../platform/index.ts';
import type { AskedLine } from '../register/printouts/index.ts';
import { findQueryType, registryName } from '../registries/index.ts';
import type { Db } from '../storage/index.ts';
import type { AnswerState, QueryState } from './query.ts';

interface AskedRow {
  readonly asked_at: Date;
  readonly user_id: string;
  readonly client_id: string;
  readonly registry: string;
  readonly type_code: string;
  readonly state: QueryState;
  readonly answer_state: AnswerState | null;
  readonly x_road_id: string | null;
  readonly request_hash: string | null;
}

/** What was asked in a proceeding, the first questions first, each with the message that answered it or was the last to try: no answers. */
export async function findAskedIn(db: Db, proceedingId: string, atMost: number): Promise<readonly AskedLine[]> {
  const { rows } = await sql<AskedRow>`
    select q.asked_at, q.user_id, q.client_id, q.registry, q.type_code, q.state, q.answer_state, a.x_road_id, a.request_hash
    from query q
    left join lateral (
      select x_road_id, request_hash from query_attempt
      where query_id = coalesce(q.served_from, q.id) order by attempt desc limit 1
    ) a on true
    where q.proceeding_id = ${proceedingId}
    order by q.asked_at, q.id
    limit ${atMost}`.execute(db);
  return rows.map((row) => ({
    askedAt: instantOf(row.asked_at),
    userId: row.user_id,
    clientId: row.client_id,
    registry: registryName(row.registry),
    type: findQueryType(row.type_code)?.name ?? { et: row.type_code, en: row.type_code, ru: row.type_code },
    state: row.state,
    answerState: row.answer_state ?? undefined,
    xRoadId: row.x_road_id ?? undefined,
    requestHash: row.request_hash ?? undefined,
  }));
}
