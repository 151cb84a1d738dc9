import type { FastifyPluginAsync } from 'fastify';
import { type Clock, defineMetrics, type Gauge, type Metrics } from '../platform/index.ts';
import { type AllRegistrySettings, contractFindings, type RegistryStatus, registryStatus } from '../queries/index.ts';
import type { Database } from '../storage/index.ts';
import { sharedLook } from './shared-look.ts';

export const registryMetricCatalogue = defineMetrics({
  queries: {
    type: 'gauge',
    name: 'star_queries',
    help: 'Queries without an answer. `held`: writes that wait for an operator’s decision',
    labels: { registry: 'registers', state: '`waiting`, `running`, `retrying`, `failed`, `held`' },
  },
  oldest: {
    type: 'gauge',
    name: 'star_queue_oldest_seconds',
    help: 'Age of the oldest waiting query of a register, 0 when none waits',
    labels: { registry: 'registers' },
  },
  breaker: {
    type: 'gauge',
    name: 'star_breaker_open',
    help: '1 while a register is left alone after failures in a row, 0.5 while it is probed',
    labels: { registry: 'registers' },
  },
  concurrency: {
    type: 'gauge',
    name: 'star_registry_concurrency',
    help: 'Exchanges at a time with a register: `set` by the configuration or an operator, `effective` what all workers make of it now',
    labels: { registry: 'registers', kind: '`set`, `effective`' },
  },
  contracts: {
    type: 'gauge',
    name: 'star_contracts_broken',
    help: 'Query types, mass services, feeds and declarations blocked because their register has broken its contract',
    labels: { registry: 'registers' },
  },
  paused: {
    type: 'gauge',
    name: 'star_registry_paused',
    help: '1 while an operator has stopped the sending to a register',
    labels: { registry: 'registers' },
  },
});

export interface RegisterMetricsPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly settings: AllRegistrySettings;
}

/** How every register's queries stand in the database: the same whichever process tells it, so that one role does. Numbers only, no person. */
export function registerMetrics(metrics: Metrics, { database, clock, settings }: RegisterMetricsPorts): void {
  const status = sharedLook(() => registryStatus(database.db, settings, clock.now()));
  const collecting =
    <L extends string>(set: (gauge: Gauge<L>, status: RegistryStatus) => void) =>
    async (gauge: Gauge<L>): Promise<void> => {
      for (const one of await status()) set(gauge, one);
    };
  metrics.gauge(
    registryMetricCatalogue.queries,
    collecting((gauge, { registry, waiting, running, retrying, failed, held }) => {
      for (const [state, count] of Object.entries({ waiting, running, retrying, failed, held })) gauge.set({ registry, state }, count);
    }),
  );
  metrics.gauge(
    registryMetricCatalogue.oldest,
    collecting((gauge, { registry, oldestWaitingSince }) =>
      gauge.set({ registry }, oldestWaitingSince === null ? 0 : Math.max(0, clock.now().since(oldestWaitingSince).total('seconds'))),
    ),
  );
  metrics.gauge(
    registryMetricCatalogue.breaker,
    collecting((gauge, { registry, breaker }) => gauge.set({ registry }, { CLOSED: 0, HALF_OPEN: 0.5, OPEN: 1 }[breaker])),
  );
  metrics.gauge(
    registryMetricCatalogue.concurrency,
    collecting((gauge, { registry, concurrency, effectiveConcurrency }) => {
      gauge.set({ registry, kind: 'set' }, concurrency);
      gauge.set({ registry, kind: 'effective' }, effectiveConcurrency);
    }),
  );
  metrics.gauge(registryMetricCatalogue.contracts, async (gauge) => {
    const findings = await contractFindings(database.db);
    for (const registry of Object.keys(settings)) gauge.set({ registry }, 0);
    for (const { registry, state, accepted } of findings) if (state === 'BROKEN' && !accepted) gauge.inc({ registry });
  });
  metrics.gauge(
    registryMetricCatalogue.paused,
    collecting((gauge, { registry, paused }) => gauge.set({ registry }, paused ? 1 : 0)),
  );
}

/** `GET /metrics` for Prometheus: what the process counts. */
export const metricsPlugin: FastifyPluginAsync<{ readonly metrics: Metrics }> = async (app, { metrics }) => {
  app.get('/metrics', { config: { rateLimit: false }, schema: { hide: true } }, async (_request, reply) => {
    const { contentType, text } = await metrics.render();
    return reply.header('cache-control', 'no-store').type(contentType).send(text);
  });
};
