import { defineMetrics, type Metrics, type Temporal } from '../platform/index.ts';
import type { BreakerState } from './breaker.ts';
import type { Carried } from './message.ts';
import type { Query } from './query.ts';
import type { Recorded } from './record.ts';
import type { Verdict } from './verdict.ts';

export const attemptMetricCatalogue = defineMetrics({
  questions: {
    type: 'counter',
    name: 'star_query_questions_total',
    help: 'Questions asked: sent on their way, served from the proceeding’s own cache, or joined to the same one under way',
    labels: { registry: 'registers', outcome: '`QUEUED`, `FROM_CACHE`, `JOINED`' },
  },
  wait: {
    type: 'histogram',
    name: 'star_query_wait_seconds',
    help: 'From the asking of a question to the claim for its first attempt',
    labels: { registry: 'registers', class: '`INTERACTIVE`, `PREFILL`, `PLANNED`, `BATCH`' },
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3600],
  },
  exchange: {
    type: 'histogram',
    name: 'star_exchange_duration_seconds',
    help: 'From the sending of a query’s request to its classified outcome',
    labels: { registry: 'registers' },
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
  },
  failures: {
    type: 'counter',
    name: 'star_exchange_failures_total',
    help: 'Exchanges of queries that brought no answer of the register’s, by who has to act',
    labels: { registry: 'registers', class: 'failure classes of X-Road: `NETWORK`, `PROVIDER_DOWN`, `ACCESS_DENIED` and others' },
  },
  attempts: {
    type: 'counter',
    name: 'star_query_attempts_total',
    help: 'Attempts, by the state that they led their query to. `RETRY_WAIT`: it is tried again',
    labels: { registry: 'registers', state: 'states of a query' },
  },
  breakers: {
    type: 'counter',
    name: 'star_breaker_changes_total',
    help: 'Changes of a register’s breaker, by the state that it changed to',
    labels: { registry: 'registers', state: '`CLOSED`, `HALF_OPEN`, `OPEN`' },
  },
});

/** What the engine tells of its work to whoever watches it. */
export interface QueryWatch {
  asked(asked: readonly Recorded[]): void;
  /** A query was claimed, at the moment given. */
  claimed(query: Query, at: Temporal.Instant): void;
  /** Runs the exchange of a claimed query. */
  exchange<T extends { readonly carried: Carried<unknown> }>(query: Query, work: () => Promise<T>): Promise<T>;
  settled(query: Query, verdict: Verdict): void;
  breaker(registry: string, state: BreakerState): void;
}

export function openQueryWatch(metrics: Metrics): QueryWatch {
  const questions = metrics.counter(attemptMetricCatalogue.questions);
  const wait = metrics.histogram(attemptMetricCatalogue.wait);
  const exchange = metrics.histogram(attemptMetricCatalogue.exchange);
  const failures = metrics.counter(attemptMetricCatalogue.failures);
  const attempts = metrics.counter(attemptMetricCatalogue.attempts);
  const breakers = metrics.counter(attemptMetricCatalogue.breakers);
  return {
    asked(asked) {
      for (const { query, outcome } of asked) questions.inc({ registry: query.registry, outcome });
    },
    claimed({ registry, class: queryClass, attempt, askedAt }, at) {
      if (attempt === 1)
        wait.observe({ registry, class: queryClass }, Math.max(0, (at.epochMilliseconds - askedAt.epochMilliseconds) / 1000));
    },
    async exchange({ registry }, work) {
      const stop = exchange.startTimer({ registry });
      const done = await work();
      stop();
      const { carried } = done;
      if (carried.kind === 'failed') failures.inc({ registry, class: carried.classification.class });
      return done;
    },
    settled: ({ registry }, { state }) => attempts.inc({ registry, state }),
    breaker: (registry, state) => breakers.inc({ registry, state }),
  };
}
