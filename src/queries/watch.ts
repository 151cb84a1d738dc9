import { defineMetrics, type Metrics, type Span, type Temporal, type Tracing } from '../platform/index.ts';
import type { AskResult } from './ask.ts';
import type { BreakerState } from './breaker.ts';
import type { Call } from './gather.ts';
import type { Carried } from './message.ts';
import type { Query } from './query.ts';
import type { Recorded } from './record.ts';
import { troubleOf } from './trouble.ts';
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

/** What the engine tells of its work to whoever watches it: numbers, and where a collector is configured a trace of every query. */
export interface QueryWatch {
  /** Has a call asked. Where traces are told, its queries go on with the one that the call is given. */
  asking(call: Call, ask: (call: Call) => Promise<AskResult>): Promise<AskResult>;
  asked(asked: readonly Recorded[]): void;
  /** The same question is planned for later: a trace of its own, linked with that of the one which was asked. */
  planning(query: Query): string | null;
  /** A query was claimed, at the moment given. */
  claimed(query: Query, at: Temporal.Instant): void;
  /** Runs the exchange of a claimed query. */
  exchange<T extends { readonly carried: Carried<unknown> }>(query: Query, work: () => Promise<T>): Promise<T>;
  settled(query: Query, verdict: Verdict): void;
  breaker(registry: string, state: BreakerState): void;
}

/** The trace of one attempt, from its claim until it is settled. */
interface Attempt {
  readonly span: Span;
  exchanged: number;
}

export function openQueryWatch(metrics: Metrics, tracing: Tracing): QueryWatch {
  const questions = metrics.counter(attemptMetricCatalogue.questions);
  const wait = metrics.histogram(attemptMetricCatalogue.wait);
  const exchange = metrics.histogram(attemptMetricCatalogue.exchange);
  const failures = metrics.counter(attemptMetricCatalogue.failures);
  const attempts = metrics.counter(attemptMetricCatalogue.attempts);
  const breakers = metrics.counter(attemptMetricCatalogue.breakers);
  /** An attempt that is not settled, because its process breaks, is not told of: the next one is. */
  const underWay = new WeakMap<Query, Attempt>();
  return {
    async asking(call, ask) {
      if (!tracing.on) return ask(call);
      const span = tracing.begin('ask', { kind: 'PRODUCER', attributes: { 'star.questions': call.questions.length } });
      const result = await ask({ ...call, traceParent: span.traceParent });
      for (const { outcome, query } of result.ok ? result.value : [])
        if (outcome === 'JOINED' && query.traceParent !== null) span.link(query.traceParent);
      span.end(result.ok ? undefined : result.error.code);
      return result;
    },
    asked(asked) {
      for (const { query, outcome } of asked) questions.inc({ registry: query.registry, outcome });
    },
    planning({ traceParent }) {
      const span = tracing.begin('plan again', { parent: null, kind: 'PRODUCER', links: traceParent === null ? [] : [traceParent] });
      span.end();
      return span.traceParent ?? null;
    },
    claimed(query, at) {
      const { registry, class: queryClass, attempt, askedAt } = query;
      const now = at.epochMilliseconds;
      if (attempt === 1) wait.observe({ registry, class: queryClass }, Math.max(0, now - askedAt.epochMilliseconds) / 1000);
      if (!tracing.on) return;
      const attributes = { ...attributesOf(query), 'star.query.class': queryClass };
      const parent = query.traceParent;
      // A retry has waited because it was to.
      if (attempt === 1) tracing.begin('wait for a turn', { parent, startedAt: askedAt.epochMilliseconds, attributes }).end();
      underWay.set(query, { span: tracing.begin('attempt', { parent, kind: 'CONSUMER', attributes }), exchanged: 0 });
    },
    async exchange(query, work) {
      const { registry } = query;
      const attempt = underWay.get(query);
      const stop = exchange.startTimer({ registry });
      const done = await (attempt === undefined ? work() : tracing.within(attempt.span, work));
      stop();
      if (attempt !== undefined) attempt.exchanged = Date.now();
      const { carried } = done;
      if (carried.kind === 'failed') failures.inc({ registry, class: carried.classification.class });
      return done;
    },
    settled(query, verdict) {
      const { state } = verdict;
      attempts.inc({ registry: query.registry, state });
      const attempt = underWay.get(query);
      if (attempt === undefined) return;
      const { span, exchanged } = attempt;
      tracing.begin('settle', { parent: span.traceParent ?? null, startedAt: exchanged }).end();
      span.set({ 'star.query.state': verdict.state === 'ANSWERED' ? verdict.answerState : state });
      span.end(verdict.state === 'ANSWERED' ? undefined : troubleOf(verdict.code).code);
    },
    breaker: (registry, state) => breakers.inc({ registry, state }),
  };
}

function attributesOf({ id, registry, typeCode, attempt }: Query) {
  return { 'star.query.id': id, 'star.query.type': typeCode, 'star.registry': registry, 'star.query.attempt': attempt };
}
