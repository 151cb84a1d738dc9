import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { createApi, healthRoutes, type ReadinessCheck } from '../api/index.ts';
import { metricsPlugin } from '../console/index.ts';
import { type ErrorCatalogue, newId } from '../platform/index.ts';
import type { Ground } from './ground.ts';
import type { Offer, Port } from './offer.ts';
import { ownRoutes } from './own-routes.ts';
import { cardAuthoritiesOf, taraOf } from './sign-in-ways.ts';

/** 100 ms: how soon a connection that has fallen idle while its door closes is let go. */
const IDLE_LOOK_MS = 100;

export interface DoorOptions {
  /** What every process needs. */
  readonly needs: readonly ReadinessCheck[];
  readonly errors: readonly ErrorCatalogue[];
  readonly callsPerMinute: number | undefined;
}

/**
 * Opens the ports of the process: each with the doors that stand there, one of them with health and metrics besides. Doors that have no port of
 * their own stand at the first. Gives the address of the first, or of the only one.
 */
export async function openDoors(ground: Ground, offers: readonly Offer[], options: DoorOptions): Promise<string> {
  const { http } = ground.configuration;
  const portOf = (wanted: Port): Port => (http[wanted] === undefined ? 'port' : wanted);
  const ops = portOf('opsPort');
  const readiness = [...new Map([options, ...offers].flatMap(({ needs }) => needs.map((need) => [need.name, need] as const))).values()];
  const standing = offers.flatMap(({ door }) => (door === undefined ? [] : [door]));
  const ports = [...new Set([...standing.map(({ at }) => portOf(at)), ops])].sort((one) => (one === 'port' ? -1 : 1));
  const apps: { readonly port: Port; readonly app: FastifyInstance }[] = [];
  for (const port of ports) {
    const doors = standing.filter(({ at }) => portOf(at) === port);
    const app = await serverOf(ground, doors, readiness, options);
    for (const { attach } of doors) await attach?.(app);
    if (port === ops) {
      // The internal API tells its own.
      if (!app.hasRoute({ method: 'GET', url: '/health/live' })) healthRoutes(app, readiness);
      await app.register(metricsPlugin, { metrics: ground.metrics });
    }
    apps.push({ port, app });
  }
  // Who is under way at one of them may still need what is behind another: all close before anything else does.
  ground.opened.defer(async () => {
    await Promise.all(apps.map(({ app }) => shut(app)));
  });
  const urls: string[] = [];
  for (const { port, app } of apps) urls.push(await app.listen({ host: http.host, port: http[port] ?? http.port }));
  return urls[0] ?? '';
}

/**
 * Closes a door: what has arrived is answered. The server itself looks for idle connections once; one whose answer was still to come would keep
 * the process until its caller lets go.
 */
async function shut(app: FastifyInstance): Promise<void> {
  const looking = setInterval(() => app.server.closeIdleConnections(), IDLE_LOOK_MS);
  try {
    await app.close();
  } finally {
    clearInterval(looking);
  }
}

/** With calls of the internal API by its rules; else with nothing of it. */
async function serverOf(
  { configuration, database, keys, clock, log, requests, tracing }: Ground,
  doors: readonly NonNullable<Offer['door']>[],
  readiness: readonly ReadinessCheck[],
  { errors, callsPerMinute }: DoorOptions,
): Promise<FastifyInstance> {
  const routes = doors.flatMap((door) => door.routes ?? []);
  const further = Object.assign({}, ...doors.map((door) => door.further ?? {}));
  if (routes.length === 0 && Object.keys(further).length === 0) {
    const logger: FastifyInstance['log'] = log.child({ door: 'services' });
    return Fastify({
      loggerInstance: logger,
      logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
      genReqId: newId,
      return503OnClosing: false,
    });
  }
  return createApi({
    database,
    clock,
    log,
    requests,
    tracing,
    errors,
    readiness,
    routes: [...ownRoutes({ database, clock }), ...routes],
    further,
    secret: await keys.secret(database, 'idempotency'),
    secureCookies: configuration.http.secureCookies,
    trustedProxies: configuration.http.trustedProxies ?? [],
    tara: taraOf(configuration),
    cardAuthorities: cardAuthoritiesOf(configuration),
    ...(callsPerMinute === undefined ? {} : { callsPerMinute }),
  });
}
