import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance, LogController } from 'fastify';
import helmet from 'helmet';
import { type Clock, type ErrorCatalogue, type FieldFailure, failure, type Log, newId, type Tracing } from '../platform/index.ts';
import { type Actor, accessErrors, authentication, type CardAuthority, type Citizen, type Route } from '../register/access/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import type { Database } from '../storage/index.ts';
import { documentation } from './documentation.ts';
import { apiErrors } from './errors.ts';
import { healthRoutes, type ReadinessCheck } from './health.ts';
import { keepHouse } from './housekeeping.ts';
import { mount } from './mount.ts';
import { problemReplies } from './problem.ts';
import { traceRequests } from './request-trace.ts';
import { type RequestMetrics, watchRequests } from './request-watch.ts';
import { signInRoutes } from './sign-in-routes.ts';
import type { TaraDoor } from './tara-routes.ts';
import { UnderWay } from './under-way.ts';
import { compileValidator, unaskedIn } from './validation.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before any route that is not for anyone; see mount.ts. */
    actor: Actor;
    /** Likewise, before any route that is for citizens. */
    citizen: Citizen | undefined;
  }
}

/** The largest body that the internal API reads: 1 MiB. A route that takes files says so itself. */
const BODY_AT_MOST = 1_048_576;
/** 60 s for a request to arrive whole: as long as a security server waits for an answer, whose own requests this server may take too. */
const REQUEST_MS = 60_000;
/** Calls of one address per minute. A front-end's whole page load is some tens. */
const CALLS_PER_MINUTE = 6000;
/** Sign-ins from one address per minute: an office behind one address in the morning. Guessing is stopped by the account's lock. */
const SIGN_INS_PER_MINUTE = 120;

export interface ApiOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** Of every door of the process together. */
  readonly requests: RequestMetrics;
  readonly tracing: Tracing;
  readonly routes: readonly Route[];
  /** Routes of other rooms under their own prefix, mounted under the same rules: the operators'. */
  readonly further?: Readonly<Record<string, readonly Route[]>>;
  readonly errors: readonly ErrorCatalogue[];
  readonly readiness: readonly ReadinessCheck[];
  readonly secret: Uint8Array;
  readonly secureCookies: boolean;
  /** Whose word is taken for where a call comes from (X-Forwarded-For): addresses and networks. Default: nobody's. */
  readonly trustedProxies?: readonly string[];
  /** Whose ID-cards are taken. Default: nobody's. */
  readonly cardAuthorities?: readonly CardAuthority[];
  /** Signing in by TARA, where it is configured. */
  readonly tara?: TaraDoor | undefined;
  /** Calls of one address per minute; default 6000. */
  readonly callsPerMinute?: number;
  /** Sign-ins of one address per minute; default 120. */
  readonly signInsPerMinute?: number;
}

/** The internal API: STAR's front-ends come in here. Decides nothing itself; routes are data from the areas of the register. */
export async function createApi(options: ApiOptions): Promise<FastifyInstance> {
  const { database, clock, log } = options;
  const errors = [apiErrors, accessErrors, ...options.errors];
  const problem = problemReplies(errors);
  const logger: FastifyBaseLogger = log.child({ door: 'api' });
  const app: FastifyInstance = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit: BODY_AT_MOST,
    requestTimeout: REQUEST_MS,
    trustProxy: options.trustedProxies === undefined ? false : [...options.trustedProxies],
    // What has arrived on a connection that is still open is answered, also while the door closes: only new connections are turned away.
    return503OnClosing: false,
    genReqId: newId,
    requestIdHeader: false,
    // An address that is no URL at all: the framework's own answer would repeat it.
    frameworkErrors: (_error, request, reply) =>
      problem(request, reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff'), failure('ROUTE_NOT_FOUND')),
    // A personal code has no business in an address, but nobody can keep a caller from putting one there: addresses are never logged.
    routerOptions: { caseSensitive: true },
  });
  app.setValidatorCompiler(compileValidator);
  // The framework takes text too, as a body that no schema of ours fits: who sends it has the wrong type, not wrong fields.
  app.removeContentTypeParser('text/plain');
  app.decorateRequest('actor');
  const protection = protectiveHeaders();
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(protection).header('x-request-id', request.id);
    done();
  });
  watchRequests(app, options.requests);
  traceRequests(app, options.tracing);
  app.setErrorHandler((error: FastifyError & { fields?: readonly FieldFailure[] }, request, reply) => {
    if (error.validation !== undefined || error.fields !== undefined)
      return problem(request, reply, failure('VALIDATION_FAILED', { fields: error.fields ?? [] }));
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return problem(request, reply, failure('BODY_TOO_LARGE'));
    if (error.statusCode === 429) return problem(request, reply, failure('RATE_LIMITED'));
    if (error.statusCode === 415) return problem(request, reply, failure('UNSUPPORTED_MEDIA_TYPE'));
    if (error.statusCode !== undefined && error.statusCode < 500) return problem(request, reply, failure('MALFORMED_JSON'));
    if (isDatabaseAway(error)) return problem(request, reply, failure('SERVICE_UNAVAILABLE', { retryAfterSeconds: 5 }));
    request.log.error({ err: error }, 'unexpected error');
    return problem(request, reply, failure('INTERNAL_ERROR'));
  });
  /** Of routes whose bodies this door reads: what other registers send to the same port is read by their own. */
  const refuseUnasked = (scope: FastifyInstance) =>
    scope.addHook('preHandler', (request, reply, done) => {
      const fields = request.routeOptions.schema?.body === undefined ? unaskedIn(request.body) : [];
      if (fields.length === 0) done();
      else problem(request, reply, failure('VALIDATION_FAILED', { fields }));
    });
  app.setNotFoundHandler((request, reply) => problem(request, reply, failure('ROUTE_NOT_FOUND')));

  await app.register(cookie);
  // Before anything else looks at the call: a flood must not get as far as the audit log.
  await app.register(rateLimit, { global: false });
  app.addHook('onRequest', app.rateLimit({ max: options.callsPerMinute ?? CALLS_PER_MINUTE, timeWindow: '1 minute' }));
  await documentation(app, errors);

  healthRoutes(app, options.readiness);
  keepHouse(app, { database, clock, log });
  const underWay = new UnderWay();
  app.addHook('preClose', async () => underWay.close());
  const authenticate = authentication(database.db, clock);
  const ports = {
    database,
    clock,
    authenticate,
    problem,
    underWay,
    secret: options.secret,
    denied: async (actor: Actor | undefined, route: Route, denial: { readonly code: string }) => {
      await appendAudit(database.db, {
        action: 'CALL_DENIED',
        at: clock.now(),
        ...(actor === undefined ? { system: 'api' } : { actor }),
        object: { type: 'route', id: `${route.method} ${route.path}` },
        outcome: 'REFUSED',
        code: denial.code,
      });
    },
  };
  await app.register(
    async (api) => {
      refuseUnasked(api);
      signInRoutes(api, {
        database,
        clock,
        authenticate,
        problem,
        secureCookies: options.secureCookies,
        perMinute: options.signInsPerMinute ?? SIGN_INS_PER_MINUTE,
        tara: options.tara,
        cardAuthorities: options.cardAuthorities ?? [],
        trustedProxies: options.trustedProxies ?? [],
      });
      for (const route of options.routes) mount(api, route, ports);
    },
    { prefix: '/api/v1' },
  );
  for (const [prefix, routes] of Object.entries(options.further ?? {})) {
    await app.register(
      async (further) => {
        refuseUnasked(further);
        for (const route of routes) mount(further, route, ports);
      },
      { prefix },
    );
  }
  return app;
}

/** What tells a browser to keep to itself. It is the same for every reply, so it is made once. */
function protectiveHeaders(): OutgoingHttpHeaders {
  const reply = new ServerResponse(new IncomingMessage(new Socket()));
  const protect = helmet({
    contentSecurityPolicy: {
      directives: { defaultSrc: ["'self'"], styleSrc: ["'self'"], imgSrc: ["'self'", 'data:'], upgradeInsecureRequests: null },
    },
  });
  protect(reply.req, reply, () => undefined);
  return reply.getHeaders();
}

/**
 * Whether an error says that PostgreSQL cannot work now: not to be reached (class 08), out of disk, memory or connections (53), going down (57P),
 * its own system failing (58), or no connection came free.
 */
function isDatabaseAway(error: Error & { readonly code?: string }): boolean {
  return (
    /^(08|53|57P|58)|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE/.test(error.code ?? '') ||
    /timeout exceeded when trying to connect|Connection terminated|is not queryable/.test(error.message)
  );
}
