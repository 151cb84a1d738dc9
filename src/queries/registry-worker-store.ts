import { sql } from 'kysely';
import { dateOf, type Temporal } from '../platform/index.ts';
import type { Db } from '../storage/index.ts';
import type { BreakerState } from './breaker.ts';

/** A worker that has not been seen for so long has died: five of its rounds, by the database's own clock. */
export const SEEN_WITHIN = sql`interval '10 seconds'`;

/** How one worker process stands to a register. */
export interface WorkerStanding {
  readonly registry: string;
  readonly breaker: BreakerState;
  readonly breakerUntil: Temporal.Instant | undefined;
  readonly concurrency: number;
}

/** A worker says how it stands, and clears away those that have long been gone. */
export async function beat(db: Db, workerId: string, standings: readonly WorkerStanding[]): Promise<void> {
  await sql`
    insert into registry_worker (worker_id, registry, breaker, breaker_until, concurrency, seen_at)
    select ${workerId}, *, now() from unnest(
      ${standings.map(({ registry }) => registry)}::text[],
      ${standings.map(({ breaker }) => breaker)}::text[],
      ${standings.map(({ breakerUntil }) => (breakerUntil === undefined ? null : dateOf(breakerUntil)))}::timestamptz[],
      ${standings.map(({ concurrency }) => concurrency)}::smallint[])
    on conflict (worker_id, registry) do update
      set breaker = excluded.breaker, breaker_until = excluded.breaker_until, concurrency = excluded.concurrency, seen_at = excluded.seen_at`.execute(
    db,
  );
  await sql`delete from registry_worker where seen_at < now() - interval '1 hour'`.execute(db);
}

/** How many workers live. */
export async function workersSeen(db: Db): Promise<number> {
  const { rows } = await sql<{ workers: number }>`
    select count(distinct worker_id) as workers from registry_worker where seen_at > now() - ${SEEN_WITHIN}`.execute(db);
  return rows[0]?.workers ?? 0;
}

export async function leave(db: Db, workerId: string): Promise<void> {
  await sql`delete from registry_worker where worker_id = ${workerId}`.execute(db);
}
