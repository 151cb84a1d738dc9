import { sql } from 'kysely';
import { dateOf, instantOf, type Temporal } from '../platform/index.ts';
import { type Db, list, type Tx } from '../storage/index.ts';
import type { BreakerState } from './breaker.ts';
import { comingWindows, type MaintenanceWindow, nextWindow } from './maintenance.ts';
import { type PlannedMaintenance, plannedMaintenance } from './maintenance-store.ts';
import type { AllRegistrySettings } from './registry-settings.ts';
import { SEEN_WITHIN } from './registry-worker-store.ts';

type Tables = {
  registry_control: { registry: string; paused: boolean; concurrency: number | null; changed_at: Date };
};

const tables = (db: Db) => db.withTables<Tables>();

export async function setPaused(tx: Tx, registry: string, paused: boolean, at: Temporal.Instant): Promise<void> {
  await tables(tx)
    .insertInto('registry_control')
    .values({ registry, paused, concurrency: null, changed_at: dateOf(at) })
    .onConflict((conflict) => conflict.column('registry').doUpdateSet({ paused, changed_at: dateOf(at) }))
    .execute();
}

/** How many exchanges at a time an operator lets run; null: as many as are configured. */
export async function setConcurrency(tx: Tx, registry: string, concurrency: number | null, at: Temporal.Instant): Promise<void> {
  await tables(tx)
    .insertInto('registry_control')
    .values({ registry, paused: false, concurrency, changed_at: dateOf(at) })
    .onConflict((conflict) => conflict.column('registry').doUpdateSet({ concurrency, changed_at: dateOf(at) }))
    .execute();
}

/** Where an operator has set how many exchanges run at a time. */
export async function setConcurrencies(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await tables(db)
    .selectFrom('registry_control')
    .select(['registry', 'concurrency'])
    .where('concurrency', 'is not', null)
    .execute();
  return new Map(rows.flatMap(({ registry, concurrency }) => (concurrency === null ? [] : [[registry, concurrency] as const])));
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
  /** {@link FAILURES_COUNTED} at most: `failuresAreMore` when there are more. */
  readonly failed: number;
  readonly failuresAreMore: boolean;
  /** Writes that wait for an operator's decision. */
  readonly held: number;
  readonly oldestWaitingSince: Temporal.Instant | null;
  readonly lastSuccessAt: Temporal.Instant | null;
  /** The worst of the workers that live, and until when at the latest. */
  readonly breaker: BreakerState;
  readonly breakerUntil: Temporal.Instant | null;
  readonly paused: boolean;
  /** Exchanges at a time over all workers: as set by an operator, or as configured. */
  readonly concurrency: number;
  /** What the workers that live make of it: a register that is slow or fails is asked less at a time. */
  readonly effectiveConcurrency: number;
  readonly workers: number;
  /** The windows that operators have set and that have not ended. */
  readonly maintenance: readonly PlannedMaintenance[];
  /** The window that is on, or else the next one, set or configured. */
  readonly nextMaintenance: MaintenanceWindow | null;
}

/** Failures of years stand there until somebody looks: how many more than 1,000, an operator sees on the register's own page, page by page. */
const FAILURES_COUNTED = 1000;

/** From the best to the worst. */
const BREAKERS: readonly BreakerState[] = ['CLOSED', 'HALF_OPEN', 'OPEN'];

/** The state of every registry's queue, from the rows: the queue itself may have lost some. */
export async function queryStatus(db: Db, settings: AllRegistrySettings, now: Temporal.Instant): Promise<readonly RegistryStatus[]> {
  const registries = Object.keys(settings);
  const counting = sql<{
    registry: string;
    waiting: string;
    running: string;
    retrying: string;
    failed: string;
    held: string;
    oldest: Date | null;
    last_success: Date | null;
    breaker: number | null;
    breaker_until: Date | null;
    paused: boolean | null;
    concurrency: number | null;
    effective: number;
    workers: number;
  }>`
    select r.registry, coalesce(c.waiting, 0) as waiting, coalesce(c.running, 0) as running, coalesce(c.retrying, 0) as retrying,
           f.failed, coalesce(c.held, 0) as held, o.oldest, s.last_success, w.breaker, w.breaker_until, k.paused,
           k.concurrency, coalesce(w.effective, 0) as effective, coalesce(w.workers, 0) as workers
    from unnest(${list(registries, 'text')}) as r (registry)
    left join (
      select registry,
             sum(queries) filter (where state = 'QUEUED') as waiting,
             sum(queries) filter (where state = 'SENT') as running,
             sum(queries) filter (where state = 'RETRY_WAIT') as retrying,
             sum(queries) filter (where state = 'HELD') as held
      from (
        select registry, state, count(*) as queries from query
        where state in ('QUEUED', 'SENT', 'RETRY_WAIT', 'HELD') group by registry, state
      ) counted group by registry
    ) c using (registry)
    cross join lateral (
      select count(*) as failed from (
        select from query q where q.registry = r.registry and q.state in ('FAULTED', 'FAILED') limit ${FAILURES_COUNTED + 1}
      ) counted
    ) f
    left join (
      select registry, min(asked_at) as oldest from query where state in ('QUEUED', 'RETRY_WAIT') group by registry
    ) o using (registry)
    left join lateral (
      select q.answered_at as last_success from query q
      where q.registry = r.registry and q.state in ('ANSWERED', 'PURGED') and q.served_from is null
      order by q.answered_at desc limit 1
    ) s on true
    left join registry_control k using (registry)
    left join (
      select registry, max(array_position(${BREAKERS}::text[], breaker)) as breaker, max(breaker_until) as breaker_until,
             sum(concurrency) as effective, count(*) as workers
      from registry_worker where seen_at > now() - ${SEEN_WITHIN} group by registry
    ) w using (registry)
    order by r.registry`.execute(db);
  const [{ rows }, planned] = await Promise.all([counting, plannedMaintenance(db, now)]);
  return rows.map((row) => {
    const { concurrency: configured = 1, maintenance: weekly = [] } = settings[row.registry] ?? {};
    const maintenance = planned.filter(({ registry }) => registry === row.registry);
    return {
      registry: row.registry,
      waiting: Number(row.waiting),
      running: Number(row.running),
      retrying: Number(row.retrying),
      failed: Math.min(Number(row.failed), FAILURES_COUNTED),
      failuresAreMore: Number(row.failed) > FAILURES_COUNTED,
      held: Number(row.held),
      oldestWaitingSince: row.oldest === null ? null : instantOf(row.oldest),
      lastSuccessAt: row.last_success === null ? null : instantOf(row.last_success),
      breaker: BREAKERS[(row.breaker ?? 1) - 1] ?? 'CLOSED',
      breakerUntil: row.breaker_until === null ? null : instantOf(row.breaker_until),
      paused: row.paused ?? false,
      concurrency: row.concurrency ?? configured,
      effectiveConcurrency: Number(row.effective),
      workers: Number(row.workers),
      maintenance,
      nextMaintenance: nextWindow([...comingWindows(weekly, now), ...maintenance], now) ?? null,
    };
  });
}
