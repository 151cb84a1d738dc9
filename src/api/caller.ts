import type { FastifyRequest } from 'fastify';
import { type Clock, type Failure, fail, failure, ok, type Result } from '../platform/index.ts';
import {
  type Actor,
  type authentication,
  type Caller,
  type Citizen,
  citizenBehind,
  REFUSED_BY,
  type Route,
} from '../register/access/index.ts';
import type { Database } from '../storage/index.ts';

export const SESSION_COOKIE = 'star_session';
/** A citizen's, who may be a worker too: one browser may hold both. */
export const CITIZEN_COOKIE = 'star_citizen';

/** Who stands behind a token now. */
export type Authenticate = ReturnType<typeof authentication>;

type NobodyKnown = Failure<'SESSION_MISSING' | 'SESSION_EXPIRED' | 'CROSS_SITE_REFUSED'>;
type NotAllowed = Failure<'FORBIDDEN' | (typeof REFUSED_BY)[keyof typeof REFUSED_BY]>;

/** Which worker calls, by bearer token or cookie. */
export async function callerOf(
  request: FastifyRequest,
  { authenticate }: { authenticate: Authenticate },
  isSignOfLife = true,
): Promise<Result<Caller, NobodyKnown>> {
  const token = tokenIn(request, SESSION_COOKIE);
  return token.ok ? authenticate(token.value, isSignOfLife) : token;
}

/** Which citizen calls: somebody on their own behalf. */
export async function citizenOf(
  request: FastifyRequest,
  ports: { readonly database: Database; readonly clock: Clock },
): Promise<Result<Citizen, NobodyKnown>> {
  const token = tokenIn(request, CITIZEN_COOKIE);
  return token.ok ? citizenBehind({ db: ports.database.db, clock: ports.clock }, token.value) : token;
}

/** The token that was sent along. A change by cookie must come from our own pages: a browser sends cookies for anybody. */
function tokenIn(request: FastifyRequest, cookie: string): Result<string, Failure<'SESSION_MISSING' | 'CROSS_SITE_REFUSED'>> {
  const bearer = /^Bearer ([\w-]+)$/.exec(request.headers.authorization ?? '')?.[1];
  const token = bearer ?? request.cookies[cookie];
  if (token === undefined) return fail(failure('SESSION_MISSING'));
  if (bearer === undefined && request.method !== 'GET' && !isSameSite(request)) return fail(failure('CROSS_SITE_REFUSED'));
  return ok(token);
}

/** Whether the route names the caller, who has nothing to do before it. There is no other way in. */
export function mayCall(
  { actor, limit }: Caller,
  { callers, opensTo = [] }: Pick<Route, 'callers' | 'opensTo'>,
): Result<Actor, NotAllowed> {
  if (limit !== undefined && !opensTo.includes(limit)) return fail(failure(REFUSED_BY[limit]));
  if (callers === 'ANYONE' || callers === 'SIGNED_IN') return ok(actor);
  if (callers === 'CITIZEN') return fail(failure('FORBIDDEN'));
  return actor.roles.some((role) => callers.includes(role)) ? ok(actor) : fail(failure('FORBIDDEN'));
}

/** Fetch metadata where the browser sends it, else the Origin; no browser omits both on a cross-site write. */
function isSameSite(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin, host } = request.headers;
  return origin === undefined || origin === `http://${host}` || origin === `https://${host}`;
}
