import { sql } from 'kysely';
import { dateOf, type Temporal } from '../platform/index.ts';
import { declarations } from '../registries/index.ts';
import type { Db } from '../storage/index.ts';
import { type ExchangeClass, exchangeClassOf } from './exchange-class.ts';

/** How far back a history looks, and into how many steps it is parted. */
export const HISTORY_SPANS = {
  '15m': { stepSeconds: 30, steps: 30 },
  '1h': { stepSeconds: 60, steps: 60 },
  '24h': { stepSeconds: 900, steps: 96 },
} as const;

export type HistorySpan = keyof typeof HISTORY_SPANS;

/** How long a register took to answer, ms: half of the answers were there by the first, nineteen of twenty by the second. Null: it answered nothing. */
export interface Latency {
  readonly p50: number | null;
  readonly p95: number | null;
}

/** A register's exchanges, step by step and over the whole span. */
export interface RegistryHistory {
  readonly registry: string;
  /** Exchanges that began in a step, by what they came to; those under way are in none. */
  readonly counts: Readonly<Record<ExchangeClass, readonly number[]>>;
  readonly latency: readonly Latency[];
  readonly overall: Latency;
}

export interface History {
  /** When the first step began; steps stand on the clock's own minutes, so that one stays the same while time goes on. */
  readonly from: Temporal.Instant;
  readonly stepSeconds: number;
  readonly steps: number;
  readonly registries: readonly RegistryHistory[];
}

/**
 * Every exchange since a moment, of whatever kind, with its step: found by the time it left, and each query by its key, so that the years before cost
 * nothing. A plain join would be made by reading all queries once there are many.
 */
const exchanges = (from: Temporal.Instant, stepSeconds: number) => sql`
  select *, floor(extract(epoch from sent_at - ${dateOf(from)}::timestamptz) / ${stepSeconds}::integer)::integer as step,
         extract(epoch from received_at - sent_at) * 1000 as took
  from (
    select q.registry, a.sent_at, a.received_at, a.outcome, a.code,
           a.outcome = 'ANSWERED' and a.attempt = q.attempt and q.answer_state is not distinct from 'REJECTED' as rejected
    from query_attempt a cross join lateral (select registry, attempt, answer_state from query where id = a.query_id limit 1) q
    where a.sent_at >= ${dateOf(from)}
    union all
    select b.registry, e.sent_at, e.received_at, case e.outcome when 'FAILED' then 'FAULTED' else e.outcome end, e.code, false
    from batch_exchange e join batch b on b.id = e.batch_id where e.sent_at >= ${dateOf(from)}
    union all
    select ${declarations.registry}, sent_at, received_at, case outcome when 'FAILED' then 'FAULTED' else outcome end, code, outcome = 'REJECTED'
    from declaration_exchange where sent_at >= ${dateOf(from)}
  ) sent
  where outcome is not null and outcome not in ('NOT_SENT', 'VOID', 'LOST')`;

/** A line of counts where `outcome` is told; else the times of a step, or where that is not told either, of the whole span. */
interface HistoryRow {
  readonly registry: string;
  readonly step: number | null;
  readonly outcome: string | null;
  readonly code: string | null;
  readonly rejected: boolean | null;
  readonly count: number;
  readonly p: readonly (number | null)[] | null;
}

/** How the registers have done lately, from the rows of their exchanges: any process tells the same, and a restart forgets nothing. */
export async function registryHistory(db: Db, registries: readonly string[], span: HistorySpan, now: Temporal.Instant): Promise<History> {
  const { stepSeconds, steps } = HISTORY_SPANS[span];
  const stepMs = stepSeconds * 1000;
  const lastBegan = now.epochMilliseconds - (now.epochMilliseconds % stepMs);
  const from = now.add({ milliseconds: lastBegan - (steps - 1) * stepMs - now.epochMilliseconds });
  const { rows } = await sql<HistoryRow>`
    with exchange as (${exchanges(from, stepSeconds)})
    select registry, step, outcome, code, rejected, count(*) as count,
           percentile_cont(array[0.5, 0.95]) within group (order by took) filter (where code is null) as p
    from exchange group by grouping sets ((registry, step, outcome, code, rejected), (registry, step), (registry))`.execute(db);
  const histories = new Map(registries.map((registry) => [registry, empty(steps)]));
  for (const { registry, step, outcome, code, rejected, count, p } of rows) {
    const history = histories.get(registry);
    if (history === undefined) continue;
    const latency = { p50: rounded(p?.[0]), p95: rounded(p?.[1]) };
    if (step === null) history.overall = latency;
    else if (step < 0 || step >= steps) continue;
    else if (outcome === null) history.latency[step] = latency;
    else {
      const line = history.counts[exchangeClassOf({ outcome, code, rejected: rejected ?? false })];
      line[step] = (line[step] ?? 0) + Number(count);
    }
  }
  return { from, stepSeconds, steps, registries: [...histories].map(([registry, history]) => ({ registry, ...history })) };
}

const NOTHING: Latency = { p50: null, p95: null };

function empty(steps: number): { counts: Record<ExchangeClass, number[]>; latency: Latency[]; overall: Latency } {
  const zeros = () => Array.from({ length: steps }, () => 0);
  return {
    counts: { ANSWERED: zeros(), REJECTED: zeros(), FAULTED: zeros(), TIMEOUT: zeros(), TECHNICAL: zeros() },
    latency: Array.from({ length: steps }, () => NOTHING),
    overall: NOTHING,
  };
}

function rounded(ms: number | null | undefined): number | null {
  return ms === null || ms === undefined ? null : Math.round(ms);
}
