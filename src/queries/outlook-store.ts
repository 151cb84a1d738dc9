import { sql } from 'kysely';
import { dateOf, instantOf, type Temporal } from '../platform/index.ts';
import type { Db } from '../storage/index.ts';
import { type PlannedMaintenance, plannedMaintenance } from './maintenance-store.ts';
import type { Query } from './query.ts';
import { rankOf } from './query-class.ts';
import { SEEN_WITHIN } from './registry-worker-store.ts';

/** More than so many before a query are not counted: it is late anyway. */
const AHEAD_AT_MOST = 1000;
/** Answers from which it is told how long one takes. */
const RECENT = 20;

/** How a register stands for one query that waits for it. */
export interface Standing {
  readonly paused: boolean;
  readonly breakerUntil: Temporal.Instant | undefined;
  readonly maintenance: readonly PlannedMaintenance[];
  /** Exchanges at a time, over the workers that live; undefined where none does. */
  readonly concurrency: number | undefined;
  /** Queries that are wanted earlier in the same class, or in a more urgent one. */
  readonly ahead: number;
  /** How long the latest answers took, seconds; undefined where there is none. */
  readonly usualSeconds: number | undefined;
}

export async function findStanding(db: Db, query: Query, now: Temporal.Instant): Promise<Standing> {
  const { registry } = query;
  const rank = rankOf(query.class);
  const looked = sql<{ paused: boolean; breaker_until: Date | null; concurrency: number | null; ahead: number; usual: number | null }>`
    select
      coalesce((select paused from registry_control where registry = ${registry}), false) as paused,
      w.breaker_until, w.concurrency,
      (select count(*) from (
        select 1 from query q where q.registry = ${registry} and q.state = 'QUEUED' and q.class <= ${rank}
          and (q.class < ${rank} or q.asked_at < ${dateOf(query.askedAt)}) limit ${AHEAD_AT_MOST}) ahead) as ahead,
      (select avg(extract(epoch from a.received_at - a.sent_at))::float8 from (
        select id, attempt from query where registry = ${registry} and state in ('ANSWERED', 'PURGED') and served_from is null
        order by answered_at desc limit ${RECENT}) latest
        join query_attempt a on a.query_id = latest.id and a.attempt = latest.attempt) as usual
    from (select max(breaker_until) as breaker_until, sum(concurrency) as concurrency
          from registry_worker where registry = ${registry} and seen_at > now() - ${SEEN_WITHIN}) w`.execute(db);
  const [{ rows }, planned] = await Promise.all([looked, plannedMaintenance(db, now)]);
  const [row] = rows;
  return {
    paused: row?.paused ?? false,
    breakerUntil: row?.breaker_until ? instantOf(row.breaker_until) : undefined,
    maintenance: planned.filter((window) => window.registry === registry),
    concurrency: row?.concurrency ? Number(row.concurrency) : undefined,
    ahead: Number(row?.ahead ?? 0),
    usualSeconds: row?.usual ?? undefined,
  };
}
