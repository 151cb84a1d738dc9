import { hkdfSync } from 'node:crypto';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { createApi, type ReadinessCheck } from './api/index.ts';
import type { Configuration } from './configuration.ts';
import { consoleErrors, consolePages, consoleRoutes, metricsPlugin } from './console/index.ts';
import { type Clock, createMetrics, type ErrorCatalogue, type Log, type Metrics } from './platform/index.ts';
import {
  batchErrors,
  batchRoutes,
  declarationErrors,
  declarationRoutes,
  feedRoutes,
  openQueries,
  queryErrors,
  queryRoutes,
} from './queries/index.ts';
import { sessionRoutes } from './register/access/index.ts';
import { startSealing } from './register/audit/index.ts';
import { peopleErrors, peopleRoutes } from './register/people/index.ts';
import { hasProceedingOn, proceedingErrors, proceedingRoutes } from './register/proceedings/index.ts';
import { REGISTRIES } from './registries/index.ts';
import { careFacts, careOrderMetrics, careOrders, noticeBox, servicesPlugin, startCareOrders, subsistenceFacts } from './services/index.ts';
import {
  createDataKeys,
  type Database,
  openDatabase,
  openPostgresCache,
  openPostgresQueue,
  openRedisCache,
  openRedisQueue,
} from './storage/index.ts';
import { type IdentityFiles, type IdentityPaths, openIdentityFiles, parseClientId, xroadClient } from './xroad/index.ts';

/** The error catalogues of every room whose failures may reach a caller; docs/errors.md is made of them. */
export const errorCatalogues: readonly ErrorCatalogue[] = [
  peopleErrors,
  proceedingErrors,
  queryErrors,
  batchErrors,
  declarationErrors,
  consoleErrors,
];

export interface GatewayOptions {
  readonly configuration: Configuration;
  readonly databaseUrl: string;
  /** 32 bytes: wraps every proceeding's data key, and every other secret is derived from it. */
  readonly masterKey: Uint8Array;
  readonly clock: Clock;
  readonly log: Log;
  /** For the bench alone, which is one address that calls without pause. */
  readonly callsPerMinute?: number;
}

export interface Gateway {
  readonly database: Database;
  /** Where the internal API listens. */
  readonly url: string;
  /** Lets requests and exchanges under way end, then lets go of everything, in the reverse order of opening. */
  close(): Promise<void>;
}

/** Wires every room and opens the doors: the one place that knows them all. */
export async function openGateway({ configuration, databaseUrl, masterKey, clock, log, callsPerMinute }: GatewayOptions): Promise<Gateway> {
  const { http, redis, xroad, producer } = configuration;
  const database = await openDatabase({ url: databaseUrl, maxConnections: configuration.database.maxConnections, log });
  await database.migrate();
  const stopSealing = startSealing(database, log);
  const metrics = createMetrics();
  const keys = createDataKeys({ masterKey });
  const queues = { database, queues: [...REGISTRIES], log };
  const queue = redis.url === undefined ? await openPostgresQueue(queues) : await openRedisQueue({ ...queues, url: redis.url });
  const cache = redis.url === undefined ? openPostgresCache(database) : await openRedisCache({ url: redis.url, log });
  const identity = xroad.tls === undefined ? undefined : openIdentity(xroad.tls, log);
  if (identity !== undefined) certificateMetrics(metrics, identity, clock);
  const client = xroadClient({
    securityServers: xroad.securityServers,
    ...(identity === undefined ? {} : { tls: identity.current }),
  });
  const registries = REGISTRIES.map((name) => {
    const settings = configuration.registries[name];
    if (settings === undefined) throw new Error(`registries.${name} is not configured`);
    return { name, ...settings };
  });
  const queries = await openQueries({
    database,
    queue,
    keys,
    cache,
    clock,
    metrics,
    log,
    xroad: client,
    addresses: {
      client: subsystem(xroad.client),
      provider: Object.fromEntries(registries.map(({ name, subsystem: id }) => [name, subsystem(id)])),
    },
    concurrency: Object.fromEntries(registries.map(({ name, concurrency }) => [name, concurrency])),
    protocols: Object.fromEntries(registries.map(({ name, protocol }) => [name, protocol])),
    random: Math.random,
    writes: configuration.writes,
    feeds: configuration.feeds,
  });

  const readiness: readonly ReadinessCheck[] = [
    { name: 'database', check: () => database.ping() },
    { name: 'queue', check: () => queue.ping() },
    { name: 'securityServer', check: () => answers(xroad.securityServers) },
  ];
  const door = {
    database,
    clock,
    log,
    errors: errorCatalogues,
    readiness,
    secret: derived(masterKey, 'idempotency'),
    secureCookies: http.secureCookies,
    ...(callsPerMinute === undefined ? {} : { callsPerMinute }),
  };
  const consoleDoor = {
    '/console/api': consoleRoutes({ database, queue, keys, cache, clock, registries: queries.registries, setPaused: queries.setPaused }),
  };
  const separateOps = http.opsPort !== undefined;
  const api = await createApi({
    ...door,
    routes: [
      ...sessionRoutes(),
      ...peopleRoutes({ database, clock, hasProceedingOn }),
      ...proceedingRoutes({ database, clock, keys, onClosed: queries.endFor }),
      ...queryRoutes(queries),
      ...batchRoutes({ database, keys, clock }),
      ...feedRoutes({ database }),
      ...declarationRoutes({ database, keys, clock, secret: derived(masterKey, 'declarations') }),
    ],
    ...(separateOps ? {} : { further: consoleDoor }),
  });
  const ops = separateOps ? await createApi({ ...door, routes: sessionRoutes(), further: consoleDoor }) : api;
  await ops.register(consolePages);
  await ops.register(metricsPlugin, { metrics, database, clock, registries: queries.registries });
  const care = careFacts(database.db);
  const stopCareOrders = startCareOrders({ database, keys, facts: care, clock, log });
  careOrderMetrics(metrics, { database, clock });
  const offered = http.producerPort === undefined ? api : bare(log);
  await offered.register(servicesPlugin, {
    subsystem: subsystem(xroad.client),
    allowed: producer.allowed,
    facts: subsistenceFacts(database.db),
    care,
    careOrders: careOrders({ database, keys, clock }),
    notices: noticeBox(database.db),
    database,
    clock,
    log,
    metrics,
    key: derived(masterKey, 'disclosures'),
  });

  const url = await api.listen({ host: http.host, port: http.port });
  if (ops !== api && http.opsPort !== undefined) await ops.listen({ host: http.host, port: http.opsPort });
  if (offered !== api && http.producerPort !== undefined) await offered.listen({ host: http.host, port: http.producerPort });
  return {
    database,
    url,
    async close() {
      await Promise.all([...new Set([api, ops, offered])].map((app) => app.close()));
      await stopCareOrders();
      await queries.close();
      await client.close();
      await cache.close();
      await stopSealing();
      await database.close();
    },
  };
}

/** A server with nothing of the internal API on it. */
function bare(log: Log): FastifyInstance {
  const logger: FastifyInstance['log'] = log.child({ door: 'services' });
  return Fastify({ loggerInstance: logger, logController: new LogController({ disableRequestLogging: true }) });
}

function subsystem(text: string) {
  const id = parseClientId(text);
  if (id === undefined) throw new Error('the configuration holds an identifier that is none');
  return id;
}

function openIdentity(paths: IdentityPaths, log: Log): IdentityFiles {
  const opened = openIdentityFiles(paths, ({ code, text }) => log.error({ code }, `the renewed certificate is not used: ${text}`));
  if (!opened.ok) throw new Error(opened.error.text);
  return opened.value;
}

/** So that somebody is woken up before the day, and not on it. */
function certificateMetrics(metrics: Metrics, identity: IdentityFiles, clock: Clock): void {
  metrics.gauge(
    'star_certificate_expires_seconds',
    'Until the end of our client certificate, and of the security server’s that we trust',
    ['certificate'],
    async (gauge) => {
      const { own, server } = identity.expiry();
      const now = clock.now().epochMilliseconds;
      gauge.set({ certificate: 'own' }, (own - now) / 1000);
      gauge.set({ certificate: 'securityServer' }, (server - now) / 1000);
    },
  );
}

/** A secret for one use, of the master key (RFC 5869): whoever learns it learns nothing of the others. */
function derived(masterKey: Uint8Array, use: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', masterKey, new Uint8Array(0), use, 32));
}

/** Whether some security server takes connections; what it says is not asked, since a question would need a purpose. */
async function answers(urls: readonly string[]): Promise<boolean> {
  const tries = urls.map(async (url) => {
    await fetch(new URL('/listClients', url), { signal: AbortSignal.timeout(2000), redirect: 'error' });
  });
  return Promise.any(tries).then(
    () => true,
    () => false,
  );
}
