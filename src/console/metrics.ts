import type { FastifyPluginAsync } from 'fastify';
import type { Clock, Gauge, Metrics } from '../platform/index.ts';
import { contractFindings, type RegistryStatus, registryStatus } from '../queries/index.ts';
import type { Database } from '../storage/index.ts';
import { sharedLook } from './shared-look.ts';

export interface RegisterMetricsPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly registries: readonly string[];
}

/** How every register's queries stand in the database: the same whichever process tells it, so that one role does. Numbers only, no person. */
export function registerMetrics(metrics: Metrics, { database, clock, registries }: RegisterMetricsPorts): void {
  const status = sharedLook(() => registryStatus(database.db, registries));
  const collecting =
    <L extends string>(set: (gauge: Gauge<L>, status: RegistryStatus) => void) =>
    async (gauge: Gauge<L>): Promise<void> => {
      gauge.reset();
      // A scrape while the database is away still tells what the process itself knows.
      for (const one of await status().catch(() => [])) set(gauge, one);
    };
  metrics.gauge(
    'star_queries',
    'Queries without an answer, by register and state',
    ['registry', 'state'],
    collecting((gauge, { registry, waiting, running, retrying, failed, held }) => {
      for (const [state, count] of Object.entries({ waiting, running, retrying, failed, held })) gauge.set({ registry, state }, count);
    }),
  );
  metrics.gauge(
    'star_queue_oldest_seconds',
    'Age of the oldest waiting query of a register, 0 when none waits',
    ['registry'],
    collecting((gauge, { registry, oldestWaitingSince }) =>
      gauge.set({ registry }, oldestWaitingSince === null ? 0 : Math.max(0, clock.now().since(oldestWaitingSince).total('seconds'))),
    ),
  );
  metrics.gauge(
    'star_breaker_open',
    '1 while a register is left alone after failures in a row, 0.5 while it is probed',
    ['registry'],
    collecting((gauge, { registry, breaker }) => gauge.set({ registry }, { CLOSED: 0, HALF_OPEN: 0.5, OPEN: 1 }[breaker])),
  );
  metrics.gauge(
    'star_contracts_broken',
    'Query types and mass services blocked because their register has broken its contract',
    ['registry'],
    async (gauge) => {
      gauge.reset();
      for (const { registry, state, accepted } of await contractFindings(database.db).catch(() => []))
        gauge.inc({ registry }, state === 'BROKEN' && !accepted ? 1 : 0);
    },
  );
  metrics.gauge(
    'star_registry_paused',
    '1 while an operator has stopped the sending to a register',
    ['registry'],
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
