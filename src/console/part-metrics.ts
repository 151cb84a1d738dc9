import { type Clock, defineMetrics, type Metrics, VERSION } from '../platform/index.ts';
import { unsealedBacklog } from '../register/audit/index.ts';
import { countOutbox, type Database } from '../storage/index.ts';

export const partMetricCatalogue = defineMetrics({
  build: {
    type: 'gauge',
    name: 'star_build_info',
    help: 'Always 1: which version runs, on which Node',
    labels: { version: 'of this program', node: 'of Node' },
  },
  database: {
    type: 'gauge',
    name: 'star_database_up',
    help: '1 while PostgreSQL answers the process',
    labels: {},
  },
  connections: {
    type: 'gauge',
    name: 'star_database_connections',
    help: 'Connections of the process to PostgreSQL, without those of the queue. `waiting`: callers that want one and have none',
    labels: { state: '`busy`, `idle`, `waiting`' },
  },
  connectionsAtMost: {
    type: 'gauge',
    name: 'star_database_connections_max',
    help: 'How many there may be: `database.maxConnections`',
    labels: {},
  },
  outbox: {
    type: 'gauge',
    name: 'star_queue_outbox_jobs',
    help: 'Jobs that wait to be handed to a queue on Redis. 0 with the queue on PostgreSQL',
    labels: {},
  },
  unsealed: {
    type: 'gauge',
    name: 'star_audit_unsealed_lines',
    help: 'Lines of the audit log that the hash chain does not cover yet',
    labels: {},
  },
  sealingLag: {
    type: 'gauge',
    name: 'star_audit_unsealed_oldest_seconds',
    help: 'Age of the oldest of them, 0 when there is none: above some seconds nobody seals',
    labels: {},
  },
  securityServer: {
    type: 'gauge',
    name: 'star_security_server_up',
    help: '1 while one of our own security servers takes connections',
    labels: { server: 'host and port of `xroad.securityServers`' },
  },
  certificate: {
    type: 'gauge',
    name: 'star_certificate_expiry_timestamp_seconds',
    help: 'When our client certificate ends, and the security server’s that we trust. Absent without TLS',
    labels: { certificate: '`own`, `server`' },
  },
});

export const traceMetricCatalogue = defineMetrics({
  spans: {
    type: 'counter',
    name: 'star_trace_spans_total',
    help: 'Spans handed to the collector of traces, where one is configured',
    labels: { outcome: '`EXPORTED`, `FAILED`' },
  },
});

/** What every process tells of itself. */
export function processMetrics(metrics: Metrics, database: Pick<Database, 'connections' | 'ping'>): void {
  metrics.gauge(partMetricCatalogue.build, (gauge) => gauge.set({ version: VERSION, node: process.versions.node }, 1));
  metrics.gauge(partMetricCatalogue.database, async (gauge) => gauge.set((await database.ping()) ? 1 : 0));
  metrics.gauge(partMetricCatalogue.connections, (gauge) => {
    const { busy, idle, waiting } = database.connections();
    for (const [state, count] of Object.entries({ busy, idle, waiting })) gauge.set({ state }, count);
  });
  metrics.gauge(partMetricCatalogue.connectionsAtMost, (gauge) => gauge.set(database.connections().atMost));
}

/** What stands in the database and waits for some process: the same whichever tells it. */
export function standingMetrics(metrics: Metrics, { database, clock }: { readonly database: Database; readonly clock: Clock }): void {
  metrics.gauge(partMetricCatalogue.outbox, async (gauge) => gauge.set(await countOutbox(database.db)));
  metrics.gauge(partMetricCatalogue.unsealed, async (gauge) => gauge.set((await unsealedBacklog(database.db)).lines));
  metrics.gauge(partMetricCatalogue.sealingLag, async (gauge) => {
    const { since } = await unsealedBacklog(database.db);
    gauge.set(since === undefined ? 0 : Math.max(0, clock.now().since(since).total('seconds')));
  });
}

export interface WayOut {
  /** URLs of our security servers. */
  readonly securityServers: readonly string[];
  /** Whether one takes connections. */
  readonly reaches: (url: string) => Promise<boolean>;
  /** When certificates end, ms since 1970. Absent without TLS. */
  readonly expiry?: () => Readonly<Record<'own' | 'server', number>>;
}

/** How the way to the registers is, of a process that goes it. */
export function wayOutMetrics(metrics: Metrics, { securityServers, reaches, expiry }: WayOut): void {
  metrics.gauge(partMetricCatalogue.securityServer, async (gauge) => {
    await Promise.all(securityServers.map(async (url) => gauge.set({ server: new URL(url).host }, (await reaches(url)) ? 1 : 0)));
  });
  metrics.gauge(partMetricCatalogue.certificate, (gauge) => {
    if (expiry === undefined) return;
    for (const [certificate, at] of Object.entries(expiry())) gauge.set({ certificate }, at / 1000);
  });
}
