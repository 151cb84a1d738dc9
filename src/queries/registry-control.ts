import { sql } from 'kysely';
import { dateOf, instantOf, type Temporal } from '../platform/index.ts';
import type { Db, Tx } from '../storage/index.ts';
import type { BreakerState } from './breaker.ts';

type Tables = {
  registry_control: { registry: string; paused: boolean; breaker: BreakerState; breaker_until: Date | null; changed_at: Date };
};

const tables = (db: Db) => db.withTables<Tables>();

export async function setPaused(tx: Tx, registry: string, paused: boolean, at: Temporal.Instant): Promise<void> {
  await tables(tx)
    .insertInto('registry_control')
    .values({ registry, paused, breaker: 'CLOSED', breaker_until: null, changed_at: dateOf(at) })
    .onConflict((conflict) => conflict.column('registry').doUpdateSet({ paused, changed_at: dateOf(at) }))
    .execute();
}

/** Writes down the breaker of this process for the operators' page, which may be served by another one. */
export async function setBreaker(
  db: Db,
  registry: string,
  breaker: BreakerState,
  until: Temporal.Instant | undefined,
  at: Temporal.Instant,
): Promise<void> {
  const breaker_until = until === undefined ? null : dateOf(until);
  await tables(db)
    .insertInto('registry_control')
    .values({ registry, paused: false, breaker, breaker_until, changed_at: dateOf(at) })
    .onConflict((conflict) => conflict.column('registry').doUpdateSet({ breaker, breaker_until, changed_at: dateOf(at) }))
    .execute();
}

export async function pausedRegistries(db: Db): Promise<readonly string[]> {
  const rows = await tables(db).selectFrom('registry_control').select('registry').where('paused', '=', true).execute();
  return rows.map(({ registry }) => registry);
}

/** How a registry's queries stand, for operators: counts, ages and switches, no word about persons. */
export interface RegistryStatus {
  readonly registry: string;
  readonly waiting: number;
  readonly running: number;
  readonly retrying: number;
  readonly failed: number;
  /** Writes that wait for an operator's decision. */
  readonly held: number;
  readonly oldestWaitingSince: Temporal.Instant | null;
  readonly lastSuccessAt: Temporal.Instant | null;
  readonly breaker: BreakerState;
  readonly breakerUntil: Temporal.Instant | null;
  readonly paused: boolean;
}

/** The state of every registry's queue, from the rows: the queue itself may have lost some. */
export async function queryStatus(db: Db, registries: readonly string[]): Promise<readonly RegistryStatus[]> {
  const { rows } = await sql<{
    registry: string;
    waiting: string;
    running: string;
    retrying: string;
    failed: string;
    held: string;
    oldest: Date | null;
    last_success: Date | null;
    breaker: BreakerState | null;
    breaker_until: Date | null;
    paused: boolean | null;
  }>`
    select r.registry, coalesce(c.waiting, 0) as waiting, coalesce(c.running, 0) as running, coalesce(c.retrying, 0) as retrying,
           coalesce(c.failed, 0) as failed, coalesce(c.held, 0) as held, c.oldest, s.last_success, k.breaker, k.breaker_until, k.paused
    from unnest(${registries}::text[]) as r (registry)
    left join (
      select registry,
             count(*) filter (where state = 'QUEUED') as waiting,
             count(*) filter (where state = 'SENT') as running,
             count(*) filter (where state = 'RETRY_WAIT') as retrying,
             count(*) filter (where state in ('FAULTED', 'FAILED')) as failed,
             count(*) filter (where state = 'HELD') as held,
             min(asked_at) filter (where state in ('QUEUED', 'RETRY_WAIT')) as oldest
      from query where state in ('QUEUED', 'SENT', 'RETRY_WAIT', 'FAULTED', 'FAILED', 'HELD') group by registry
    ) c using (registry)
    left join lateral (
      select q.answered_at as last_success from query q
      where q.registry = r.registry and q.state in ('ANSWERED', 'PURGED') and q.served_from is null
      order by q.answered_at desc limit 1
    ) s on true
    left join registry_control k using (registry)
    order by r.registry`.execute(db);
  return rows.map((row) => ({
    registry: row.registry,
    waiting: Number(row.waiting),
    running: Number(row.running),
    retrying: Number(row.retrying),
    failed: Number(row.failed),
    held: Number(row.held),
    oldestWaitingSince: row.oldest === null ? null : instantOf(row.oldest),
    lastSuccessAt: row.last_success === null ? null : instantOf(row.last_success),
    breaker: row.breaker ?? 'CLOSED',
    breakerUntil: row.breaker_until === null ? null : instantOf(row.breaker_until),
    paused: row.paused ?? false,
  }));
}
