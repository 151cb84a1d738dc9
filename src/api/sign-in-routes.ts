import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { type Clock, type Failure, fail, failure, ok, type Result } from '../platform/index.ts';
import {
  type Actor,
  changePassword,
  LIMITS,
  lockScreen,
  PASSWORD_LENGTH_AT_LEAST,
  PASSWORD_LENGTH_AT_MOST,
  PASSWORD_WARNING_DAYS,
  type Place,
  signIn,
  signOut,
  unlockScreen,
} from '../register/access/index.ts';
import type { Database } from '../storage/index.ts';
import { type Authenticate, callerOf, SESSION_COOKIE } from './caller.ts';
import type { ReplyWithProblem } from './problem.ts';

const strict = { additionalProperties: false };
const Password = Type.String({ minLength: 1, maxLength: PASSWORD_LENGTH_AT_MOST });
const Credentials = Type.Object({ username: Type.String({ minLength: 1, maxLength: 100 }), password: Password }, strict);
const Proof = Type.Object({ password: Password }, strict);
const Change = Type.Object(
  { current: Password, password: Type.String({ minLength: PASSWORD_LENGTH_AT_LEAST, maxLength: PASSWORD_LENGTH_AT_MOST }) },
  strict,
);
const SignedIn = Type.Object({
  token: Type.String(),
  limited: Type.Optional(Type.Enum([...LIMITS], { description: 'What has to be done first; everything else is refused until then' })),
});

/** How many days the password is still good, where they are few (REQ-115). */
const PASSWORD_HEADER = 'password-days-left';
/** The name of a workplace computer, as long as a certificate's fingerprint. */
const DEVICE_LENGTH_AT_MOST = 100;

export interface SignInPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly authenticate: Authenticate;
  readonly problem: ReplyWithProblem;
  readonly secureCookies: boolean;
  readonly perMinute: number;
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
        response: { 201: { description: 'Signed in', content: { 'application/json': { schema: SignedIn } } } },
      },
    },
    async (request, reply) => {
      const fast = await tooFast(request);
      if (fast !== undefined) return problem(request, reply, fast);
      const institutionId = headerOf(request, 'x-institution');
      const session = await signIn(ports, { ...request.body, institutionId, place: placeOf(request) });
      if (!session.ok) return problem(request, reply, session.error);
      const { token, limit: limited, passwordDaysLeft } = session.value;
      if (passwordDaysLeft <= PASSWORD_WARNING_DAYS) reply.header(PASSWORD_HEADER, passwordDaysLeft);
      return reply
        .status(201)
        .setCookie(SESSION_COOKIE, token, cookieOptions)
        .header('cache-control', 'no-store')
        .send({ token, ...(limited === undefined ? {} : { limited }) });
    },
  );
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

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** How an IPv4 address reads at a door that stands open to both. */
const MAPPED = /^::ffff:(?=\d+\.)/;

/** From where somebody signs in. What a device calls itself is written down, and proves nothing. */
function placeOf(request: FastifyRequest): Place {
  const device = headerOf(request, 'x-device-id')
    ?.replaceAll(/[^\x21-\x7e]/g, '')
    .slice(0, DEVICE_LENGTH_AT_MOST);
  return { address: request.ip.replace(MAPPED, ''), device: device === '' ? undefined : device };
}
