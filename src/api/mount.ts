import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { Clock, Failure, Result } from '../platform/index.ts';
import type { Actor, Call, Performed, Route, ServerSentEvent, Shown } from '../register/access/index.ts';
import type { Database } from '../storage/index.ts';
import { callerOf, mayCall } from './caller.ts';
import { keyed, once } from './idempotency.ts';
import type { ReplyWithProblem } from './problem.ts';

export interface MountPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly problem: ReplyWithProblem;
  /** Keys the hashes of idempotent requests. */
  readonly secret: Uint8Array;
  /** Told of every call that was turned away for who made it. */
  readonly denied: (actor: Actor | undefined, route: Route, failure: Failure) => Promise<void>;
}

type AnyCall = Call<never, never, never>;

/** Mounts a route: who calls, may they, is what they send valid, and only then the route itself. */
export function mount(app: FastifyInstance, route: Route, ports: MountPorts): void {
  const options: RouteShorthandOptions = {
    schema: {
      summary: route.summary,
      ...(route.params === undefined ? {} : { params: route.params }),
      ...(route.query === undefined ? {} : { querystring: route.query }),
      ...(route.body === undefined ? {} : { body: route.body }),
      ...(route.kind === 'STREAM' ? {} : { response: { '2xx': route.reply } }),
    },
    // Before the body is even read: who may not call does not get to know what would be valid.
    onRequest: async (request, reply) => {
      if (route.callers === 'ANYONE') return;
      const caller = await callerOf(request, ports);
      const allowed = caller.ok ? mayCall(caller.value, route.callers) : caller;
      if (!allowed.ok) {
        await ports.denied(caller.ok ? caller.value : undefined, route, allowed.error);
        return ports.problem(request, reply, allowed.error);
      }
      request.actor = allowed.value;
    },
  };
  app.route({
    method: route.method,
    url: route.path,
    ...options,
    // Replies are checked by tests against the schema; serialising by it would drop what it does not name.
    serializerCompiler: () => (body) => JSON.stringify(body),
    handler: async (request, reply) => {
      const call = callOf(request, reply);
      if (route.kind === 'STREAM') return follow(request, reply, ports, await route.open(call));
      if (route.kind === 'READ') return answer(request, reply, ports, await route.show(call));
      const performed = await perform(route, call, request, ports);
      if (!performed.ok) {
        await route.refused?.(call, performed.error);
        return ports.problem(request, reply, performed.error);
      }
      const { status, id, location } = performed.value;
      if (location !== undefined) reply.header('location', location);
      return answer(request, reply, ports, await route.show(call, id), status);
    },
  });
}

async function perform(
  route: Extract<Route, { kind: 'WRITE' }>,
  call: AnyCall,
  request: FastifyRequest,
  ports: MountPorts,
): Promise<Result<Performed, Failure>> {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') return ports.database.decide((tx) => route.perform(call, tx));
  const { method, url, body } = request;
  const named = keyed(call.actor.userId, key, ports.secret, { method, url, body });
  if (!named.ok) return named;
  return ports.database.decide((tx) => once(tx, ports.clock, named.value, () => route.perform(call, tx)));
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  ports: MountPorts,
  shown: Result<Shown, Failure>,
  status = 200,
): FastifyReply {
  if (!shown.ok) return ports.problem(request, reply, shown.error);
  if (shown.value.version !== undefined) reply.header('etag', `"${shown.value.version}"`);
  return reply
    .status(shown.value.status ?? status)
    .type('application/json')
    .send(shown.value.body);
}

/** Server-sent events until either side ends; a comment every 15 s keeps proxies from cutting a silent line. */
const KEEP_ALIVE_MS = 15_000;

function follow(
  request: FastifyRequest,
  reply: FastifyReply,
  ports: MountPorts,
  opened: Result<AsyncIterable<ServerSentEvent>, Failure>,
): FastifyReply {
  if (!opened.ok) return ports.problem(request, reply, opened.error);
  const lines = new Readable({ read: () => undefined });
  const timer = setInterval(() => lines.push(': \n\n'), KEEP_ALIVE_MS);
  lines.push(': \n\n');
  const pump = async () => {
    for await (const { event, data } of opened.value) lines.push(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  pump()
    .catch((error: unknown) => request.log.error({ err: error }, 'event stream ended by an error'))
    .finally(() => {
      clearInterval(timer);
      lines.push(null);
    });
  return reply.header('cache-control', 'no-store').type('text/event-stream').send(lines);
}

function callOf(request: FastifyRequest, reply: FastifyReply): AnyCall {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return {
    actor: request.actor,
    params: request.params,
    query: request.query,
    body: request.body,
    ifMatch: /^"(.*)"$/.exec(request.headers['if-match'] ?? '')?.[1],
    signal: gone.signal,
  } as AnyCall;
}
