import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { type Clock, type Failure, failure, ok, type Result } from '../platform/index.ts';
import { type Actor, type Call, isSessionAlive, type Performed, type Route, type Shown } from '../register/access/index.ts';
import type { Database, Tx } from '../storage/index.ts';
import { type Authenticate, callerOf, citizenOf, mayCall } from './caller.ts';
import { configOf, schemaOf } from './documentation.ts';
import { follow } from './event-stream.ts';
import { sendFile } from './file-reply.ts';
import { keyed, once } from './idempotency.ts';
import type { ReplyWithProblem } from './problem.ts';
import type { UnderWay } from './under-way.ts';
import { acceptForms, takeUpload } from './upload.ts';

export interface MountPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly authenticate: Authenticate;
  readonly problem: ReplyWithProblem;
  /** Keys the hashes of idempotent requests. */
  readonly secret: Uint8Array;
  readonly underWay: UnderWay;
  /** Told of every call that was turned away for who made it. */
  readonly denied: (actor: Actor | undefined, route: Route, failure: Failure) => Promise<void>;
}

type AnyCall = Call<never, never, never>;

/** Mounts a route: who calls, may they, is what they send valid, and only then the route itself. */
export function mount(app: FastifyInstance, route: Route, ports: MountPorts): void {
  const options: RouteShorthandOptions = {
    schema: schemaOf(route),
    ...(route.bodyAtMost === undefined ? {} : { bodyLimit: route.bodyAtMost }),
    // Before the body is even read: who may not call does not get to know what would be valid.
    onRequest: async (request, reply) => {
      if (route.callers === 'ANYONE') return;
      if (route.callers === 'CITIZEN') {
        const citizen = await citizenOf(request, ports);
        if (citizen.ok) request.citizen = citizen.value;
        else {
          await ports.denied(undefined, route, citizen.error);
          return ports.problem(request, reply, citizen.error);
        }
        return;
      }
      const caller = await callerOf(request, ports, route.background !== true && route.kind !== 'STREAM');
      const allowed = caller.ok ? mayCall(caller.value, route) : caller;
      if (!allowed.ok) {
        await ports.denied(caller.ok ? caller.value.actor : undefined, route, allowed.error);
        return ports.problem(request, reply, allowed.error);
      }
      request.actor = allowed.value;
    },
  };
  const placed = {
    method: route.method,
    url: route.path,
    config: configOf(route),
    ...options,
    serializerCompiler,
    handler: handlerOf(route, ports),
  };
  if (route.kind !== 'UPLOAD') app.route(placed);
  else app.register(async (forms) => forms.route({ ...placed, validatorCompiler: await acceptForms(forms) }));
}

/** Replies are checked by tests against the schema; serialising by it would drop what it does not name. */
const serializerCompiler = () => (body: unknown) => JSON.stringify(body);

function handlerOf(route: Route, ports: MountPorts) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    let made: AbortController | undefined;
    // Most calls wait for nothing, and never ask whether somebody is still there.
    const gone = () => (made ??= ports.underWay.until(reply.raw));
    const call = callOf(request, gone);
    if (route.kind === 'STREAM') {
      const opened = await route.open(call);
      if (!opened.ok) return ports.problem(request, reply, opened.error);
      const stillAllowed = () => isSessionAlive(ports.database.db, ports.clock, call.actor.sessionId);
      return follow(request, reply, opened.value, { gone: gone(), stillAllowed });
    }
    if (route.kind === 'FILE') {
      const taken = await route.take(call);
      return taken.ok ? sendFile(reply, taken.value) : ports.problem(request, reply, taken.error);
    }
    if (route.kind === 'READ') return answer(request, reply, ports, await route.show(call));
    const isVersioned = route.kind === 'WRITE' && route.versioned === true;
    // What has no version matches none (RFC 9110, 13.1.1): a caller who names one is not to believe that it was looked at.
    if (call.ifMatch !== undefined && !isVersioned) return ports.problem(request, reply, failure('PRECONDITION_FAILED'));
    const performed = await (route.kind === 'UPLOAD'
      ? performUpload(route, call, request, ports, gone)
      : perform(route, call, request, ports));
    if (!performed.ok) {
      await route.refused?.(call, performed.error);
      return ports.problem(request, reply, performed.error);
    }
    const { status, id, location, shown } = performed.value;
    if (location !== undefined) reply.header('location', location);
    return answer(request, reply, ports, shown === undefined ? await route.show(call, id) : ok(shown), status);
  };
}

async function perform(
  route: Extract<Route, { kind: 'WRITE' }>,
  call: AnyCall,
  request: FastifyRequest,
  ports: MountPorts,
): Promise<Result<Performed, Failure>> {
  if (request.headers['idempotency-key'] === undefined && route.performUnkeyed !== undefined) return route.performUnkeyed(call);
  return decide(request, request.body, ports, (tx) => route.perform(call, tx));
}

/** The file is read before there is a transaction: nobody waits in one for somebody's line. */
async function performUpload(
  route: Extract<Route, { kind: 'UPLOAD' }>,
  call: AnyCall,
  request: FastifyRequest,
  ports: MountPorts,
  gone: () => AbortController,
): Promise<Result<Performed, Failure>> {
  const taken = await takeUpload(request, route, call);
  if (!taken.ok) return taken;
  const { fields, file } = taken.value;
  request.body = fields;
  try {
    return await decide(request, { fields, file: file.digest }, ports, (tx) => file.keep(callOf(request, gone), tx));
  } finally {
    // What is decided is decided: what cannot be thrown away now is thrown away later.
    await file.discard().catch((error: unknown) => request.log.error({ err: error }, 'a file that came could not be thrown away'));
  }
}

/** In one transaction; once, where the request names itself. */
async function decide(
  request: FastifyRequest,
  body: unknown,
  { database, clock, secret }: MountPorts,
  work: (tx: Tx) => Promise<Result<Performed, Failure>>,
): Promise<Result<Performed, Failure>> {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') return database.decide(work);
  const { actor, citizen, method, url } = request;
  // Who comes on their own behalf acts for no institution.
  const caller = citizen === undefined ? actor : { userId: citizen.id, institutionId: '' };
  const named = keyed(caller, key, secret, { method, url, body });
  if (!named.ok) return named;
  return database.decide((tx) => once(tx, clock, named.value, () => work(tx)));
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  ports: MountPorts,
  shown: Result<Shown, Failure>,
  status = 200,
): FastifyReply {
  if (!shown.ok) return ports.problem(request, reply, shown.error);
  // Answers are about people: nothing between us and the worker keeps them (REQ-133).
  reply.header('cache-control', 'no-store');
  if (shown.value.version !== undefined) reply.header('etag', `"${shown.value.version}"`);
  return reply
    .status(shown.value.status ?? status)
    .type('application/json')
    .send(shown.value.body);
}

function callOf(request: FastifyRequest, gone: () => AbortController): AnyCall {
  return {
    actor: request.actor,
    citizen: request.citizen,
    params: request.params,
    query: request.query,
    body: request.body,
    ifMatch: versionIn(request.headers['if-match']),
    get signal() {
      return gone().signal;
    },
  } as AnyCall;
}

/** The version in `If-Match`: one strong tag. `*` asks only that there be something; anything else matches no version (RFC 9110, 13.1.1). */
function versionIn(header: string | undefined): string | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  return /^\s*"([\x21\x23-\x7e]*)"\s*$/.exec(header)?.[1] ?? '';
}
