import swagger from '@fastify/swagger';
import type { FastifyError, FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { ClientId } from '../identifier.ts';
import { type RestHeader, readRestHeader } from '../rest/index.ts';
import { type RestProblemCode, replyWithProblem, turnedIntoProblem } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What X-Road's headers say of a request to a REST service; null on routes that are none. */
    xroad: RestHeader | null;
  }
}

export interface XRoadRestProducerOptions {
  /** The service's code, as registered with the security server. */
  readonly serviceCode: string;
  /** Where the service lies on this server, with a leading slash: the base of the URL that is registered. */
  readonly path: string;
  /** The same as the security server reaches it: the first of `servers` in the description. */
  readonly url: string;
  readonly title: string;
  readonly version: string;
  /** Whether a member may use the service. The security server has asked its own list before; this is the second lock. */
  readonly mayUse: (client: ClientId, serviceCode: string) => boolean;
  /** Whether requests without X-Road-UserId are refused, as where answers are about people. Default false. */
  readonly needsUserId?: boolean;
  /** Awaited before any answer to a readable request leaves: what must be kept of it is durable then. When it fails, 503 leaves. */
  readonly record?: (request: FastifyRequest, header: RestHeader, status: number) => Promise<void>;
  /** Told of what broke inside. */
  readonly failed?: (error: unknown, request: { readonly id: string }) => void;
}

/** A security server delivers no body with these (protocol 0, 13). */
const WITHOUT_BODY: readonly string[] = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'TRACE'];
/** 3.0: what security servers read; their parsers refuse 3.1 up to 7.7. */
const OPENAPI = '3.0.3';

/**
 * Offers a REST service to other members (PR-REST), as a Fastify plugin. Routes are Fastify's own, with schemas; from those it publishes the
 * OpenAPI description that the security server is given, at `openapi.json` below the path. Who asks is `request.xroad`, and has been let in
 * before a handler runs. Answers and problems leave with whatever status they have, except redirects: a security server would pass them on,
 * and no consumer may follow them.
 */
export function xroadRestProducer(options: XRoadRestProducerOptions, routes: FastifyPluginAsync): FastifyPluginAsync {
  return async (app) => {
    await app.register((scope) => offer(scope, options, routes), { prefix: options.path });
  };
}

async function offer(scope: FastifyInstance, options: XRoadRestProducerOptions, routes: FastifyPluginAsync): Promise<void> {
  const { title, version, url, path } = options;
  await scope.register(swagger, {
    openapi: { openapi: OPENAPI, info: { title, version }, servers: [{ url }] },
    // The description is of what lies below the registered URL.
    transform: ({ schema, url: full }) => ({ schema, url: full.slice(path.length) || '/' }),
  });
  if (!scope.hasRequestDecorator('xroad')) scope.decorateRequest('xroad', null);
  scope.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('application/json').send(JSON.stringify(scope.swagger())),
  );
  scope.addHook('onRoute', refuseBodies);
  scope.setNotFoundHandler((_request, reply) => replyWithProblem(reply, 'UnknownEndpoint'));
  scope.setErrorHandler((error: FastifyError, request, reply) => problemOf(options, error, request, reply));
  await scope.register(async (service) => {
    service.addHook('onRequest', async (request, reply) => {
      const refusal = admit(options, request);
      return refusal === undefined ? undefined : replyWithProblem(reply, ...refusal);
    });
    service.addHook('onSend', (request, reply, payload) => outgoing(options, request, reply, payload));
    await service.register(routes);
  });
}

/** Takes in who asks; of a refusal, why. */
function admit(options: XRoadRestProducerOptions, request: FastifyRequest): [code: RestProblemCode, detail?: string] | undefined {
  const { rawHeaders } = request.raw;
  const values = (name: string) => rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);
  const header = readRestHeader(values);
  if (!header.ok)
    return [header.error.code === 'InvalidClientIdentifier' ? 'InvalidClientIdentifier' : 'InvalidRequest', header.error.text];
  request.xroad = header.value;
  if (!options.mayUse(header.value.client, options.serviceCode)) return ['AccessDenied'];
  if (options.needsUserId === true && (header.value.userId ?? '') === '') return ['MissingUserId'];
  return undefined;
}

/** The last look at what leaves: no redirect, no word that is X-Road's own, and what must be kept of it is kept. */
async function outgoing(
  options: XRoadRestProducerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  reply.removeHeader('x-road-error');
  const fail = (code: RestProblemCode, error: unknown) => {
    options.failed?.(error, { id: request.id });
    return turnedIntoProblem(reply, code);
  };
  if (reply.statusCode >= 300 && reply.statusCode < 400)
    return fail('InternalError', new TypeError('a REST service of X-Road does not redirect'));
  try {
    if (request.xroad !== null) await options.record?.(request, request.xroad, reply.statusCode);
    return payload;
  } catch (error) {
    return fail('Unavailable', error);
  }
}

function refuseBodies({ method, schema, url }: RouteOptions): void {
  const without = [method].flat().some((one) => WITHOUT_BODY.includes(one));
  if (without && schema?.body !== undefined) throw new TypeError(`${[method].join()} ${url}: no security server delivers a body with this`);
}

async function problemOf(
  options: XRoadRestProducerOptions,
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (error.validation !== undefined) {
    const where = error.validation.map(({ instancePath, keyword }) => `${error.validationContext ?? ''}${instancePath}: ${keyword}`);
    return replyWithProblem(reply, 'InvalidRequest', where.join('; '));
  }
  // What Fastify itself refuses of a body: its type, its size, its JSON.
  if (error.statusCode !== undefined && error.statusCode < 500) return replyWithProblem(reply, 'InvalidRequest', error.code);
  options.failed?.(error, { id: request.id });
  return replyWithProblem(reply, 'InternalError');
}
