import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { type Clock, type Failure, fail, failure, ok, type Result } from '../platform/index.ts';
import {
  type Actor,
  AUTH_LEVELS,
  type CardAuthority,
  changePassword,
  LIMITS,
  lockScreen,
  PASSWORD_LENGTH_AT_LEAST,
  PASSWORD_LENGTH_AT_MOST,
  PASSWORD_WARNING_DAYS,
  type SignedIn,
  signIn,
  signInByCard,
  signInByTara,
  signOut,
  unlockScreen,
} from '../register/access/index.ts';
import type { Database } from '../storage/index.ts';
import { type Authenticate, callerOf, SESSION_COOKIE } from './caller.ts';
import { citizenRoutes } from './citizen-routes.ts';
import { clientCertificate } from './client-certificate.ts';
import { headerOf, placeOf } from './place.ts';
import type { ReplyWithProblem } from './problem.ts';
import { secretIn, type TaraDoor, taraRoutes } from './tara-routes.ts';

const strict = { additionalProperties: false };
const Password = Type.String({ minLength: 1, maxLength: PASSWORD_LENGTH_AT_MOST });
/** By what somebody may sign in. */
const METHODS = ['PASSWORD', 'ID_CARD', 'TARA'] as const;
const Credentials = Type.Object(
  {
    method: Type.Optional(
      Type.Enum([...METHODS], {
        description:
          'PASSWORD, which is meant where nothing is said, goes with username and password; ID_CARD where the proxy has asked for the certificate; TARA once it has sent the browser back',
      }),
    ),
    username: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    password: Type.Optional(Password),
  },
  strict,
);
const Proof = Type.Object({ password: Password }, strict);
const Change = Type.Object(
  { current: Password, password: Type.String({ minLength: PASSWORD_LENGTH_AT_LEAST, maxLength: PASSWORD_LENGTH_AT_MOST }) },
  strict,
);
const SignedInReply = Type.Object({
  token: Type.String(),
  authLevel: Type.Enum([...AUTH_LEVELS], { description: 'How sure it is who has signed in' }),
  limited: Type.Optional(Type.Enum([...LIMITS], { description: 'What has to be done first; everything else is refused until then' })),
});

/** How many days the password is still good, where they are few (REQ-115). */
const PASSWORD_HEADER = 'password-days-left';

export interface SignInPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly authenticate: Authenticate;
  readonly problem: ReplyWithProblem;
  readonly secureCookies: boolean;
  readonly perMinute: number;
  /** Whose ID-cards are taken, and whose word on which certificate was shown. Nobody's: it is not offered. */
  readonly cardAuthorities: readonly CardAuthority[];
  readonly trustedProxies: readonly string[];
  readonly tara: TaraDoor | undefined;
}

/**
 * Signing in and out, the screen's lock, the own password: what sets a cookie or looks at a password, and so belongs to the door rather than to an area.
 * Passwords are tried no faster from one address than people type.
 */
export function signInRoutes(app: FastifyInstance, ports: SignInPorts): void {
  const { problem } = ports;
  const cookieOptions = { httpOnly: true, sameSite: 'strict', path: '/', secure: ports.secureCookies } as const;
  const limit = app.createRateLimit({ max: ports.perMinute, timeWindow: '1 minute' });
  const tooFast = async (request: FastifyRequest) => {
    const counted = await limit(request);
    return !counted.isAllowed && counted.isExceeded ? failure('RATE_LIMITED', { retryAfterSeconds: counted.ttlInSeconds }) : undefined;
  };
  /** Whoever has a session, whatever they still have to do, to try their password. */
  const toTry = async (request: FastifyRequest): Promise<Result<Actor, Failure>> => {
    const caller = await callerOf(request, ports);
    if (!caller.ok) return caller;
    const fast = await tooFast(request);
    return fast === undefined ? ok(caller.value.actor) : fail(fast);
  };
  const nothing = (reply: FastifyReply) => reply.status(204).send();

  app.post<{ Body: Static<typeof Credentials> }>(
    '/sessions',
    {
      schema: {
        tags: ['sessions'],
        summary: 'Signs in; X-Institution chooses where a person works in several, X-Device-Id names the workplace computer',
        body: Credentials,
        response: { 201: { description: 'Signed in', content: { 'application/json': { schema: SignedInReply } } } },
      },
    },
    async (request, reply) => {
      const fast = await tooFast(request);
      if (fast !== undefined) return problem(request, reply, fast);
      const session = await arrive(request, ports);
      if (!session.ok) return problem(request, reply, session.error);
      const { token, level: authLevel, limit: limited, passwordDaysLeft } = session.value;
      if (passwordDaysLeft !== undefined && passwordDaysLeft <= PASSWORD_WARNING_DAYS) reply.header(PASSWORD_HEADER, passwordDaysLeft);
      return reply
        .status(201)
        .setCookie(SESSION_COOKIE, token, cookieOptions)
        .header('cache-control', 'no-store')
        .send({ token, authLevel, ...(limited === undefined ? {} : { limited }) });
    },
  );
  taraRoutes(app, { ...ports, tooFast });
  citizenRoutes(app, { ...ports, tooFast });
  app.delete('/sessions/current', { schema: { tags: ['sessions'], summary: 'Signs out' } }, async (request, reply) => {
    const caller = await callerOf(request, ports);
    if (!caller.ok) return problem(request, reply, caller.error);
    await signOut(ports, caller.value.actor);
    return nothing(reply.clearCookie(SESSION_COOKIE, cookieOptions));
  });
  app.post('/sessions/current/lock', { schema: { tags: ['sessions'], summary: 'Locks the screen' } }, async (request, reply) => {
    const caller = await callerOf(request, ports);
    if (!caller.ok) return problem(request, reply, caller.error);
    await lockScreen(ports, caller.value.actor);
    return nothing(reply);
  });
  app.post<{ Body: Static<typeof Proof> }>(
    '/sessions/current/unlock',
    { schema: { tags: ['sessions'], summary: 'Opens a locked screen by the password', body: Proof } },
    async (request, reply) => {
      const actor = await toTry(request);
      if (!actor.ok) return problem(request, reply, actor.error);
      const opened = await unlockScreen(ports, actor.value, request.body.password);
      return opened.ok ? nothing(reply) : problem(request, reply, opened.error);
    },
  );
  app.post<{ Body: Static<typeof Change> }>(
    '/me/password',
    { schema: { tags: ['me'], summary: 'Gives oneself another password, at any time; every other session ends', body: Change } },
    async (request, reply) => {
      const actor = await toTry(request);
      if (!actor.ok) return problem(request, reply, actor.error);
      const changed = await changePassword(ports, actor.value, request.body);
      return changed.ok ? reply.header('cache-control', 'no-store').send({}) : problem(request, reply, changed.error);
    },
  );
}

/** Whoever it is, by what they say they show. */
async function arrive(
  request: FastifyRequest<{ Body: Static<typeof Credentials> }>,
  ports: SignInPorts,
): Promise<Result<SignedIn, Failure>> {
  const { method = 'PASSWORD', username, password } = request.body;
  const where = { institutionId: headerOf(request, 'x-institution'), place: placeOf(request) };
  if (method === 'PASSWORD') {
    if (username !== undefined && password !== undefined) return signIn(ports, { username, password, ...where });
    const missing = Object.entries({ username, password }).flatMap(([name, value]) => (value === undefined ? [name] : []));
    return fail(failure('VALIDATION_FAILED', { fields: missing.map((name) => ({ pointer: `/${name}`, code: 'REQUIRED' })) }));
  }
  const idle = Object.entries({ username, password }).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (idle.length > 0) {
    return fail(failure('VALIDATION_FAILED', { fields: idle.map((name) => ({ pointer: `/${name}`, code: 'UNKNOWN_FIELD' })) }));
  }
  if (method === 'ID_CARD') {
    if (ports.cardAuthorities.length === 0) return fail(failure('SIGN_IN_METHOD_OFF'));
    const certificate = clientCertificate(request, ports.trustedProxies);
    return signInByCard({ ...ports, authorities: ports.cardAuthorities }, { certificate, ...where });
  }
  if (ports.tara === undefined) return fail(failure('SIGN_IN_METHOD_OFF'));
  return signInByTara(ports, { secret: secretIn(request), ...where });
}
