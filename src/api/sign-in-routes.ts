import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { type Clock, type Failure, fail, failure, ok, type Result } from '../platform/index.ts';
import {
  type Actor,
  AUTH_LEVELS,
  changePassword,
  type InstitutionRequired,
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
  TARA_FRONTS,
  unlockByCard,
  unlockByPassword,
  unlockByTara,
} from '../register/access/index.ts';
import { findInstitutions } from '../register/organisations/index.ts';
import type { Database } from '../storage/index.ts';
import { type Authenticate, callerOf, SESSION_COOKIE } from './caller.ts';
import { citizenRoutes } from './citizen-routes.ts';
import { Credentials, METHODS, methodsFor, Password, Proof, type SignInWays, shownIn } from './credentials.ts';
import { headerOf, placeOf } from './place.ts';
import type { ReplyWithProblem } from './problem.ts';
import { taraRoutes } from './tara-routes.ts';

const strict = { additionalProperties: false };
const Front = Type.Object(
  { for: Type.Optional(Type.Enum([...TARA_FRONTS], { description: 'As what one comes; to work, where nothing is said' })) },
  strict,
);
const MethodsReply = Type.Object({ items: Type.Array(Type.Enum([...METHODS])) });
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

export interface SignInPorts extends SignInWays {
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
  /** Whoever has a session, whatever they still have to do, to show again who they are. */
  const toTry = async (request: FastifyRequest): Promise<Result<Actor, Failure>> => {
    const caller = await callerOf(request, ports);
    if (!caller.ok) return caller;
    const fast = await tooFast(request);
    return fast === undefined ? ok(caller.value.actor) : fail(fast);
  };
  const nothing = (reply: FastifyReply) => reply.status(204).send();

  app.get<{ Querystring: Static<typeof Front> }>(
    '/sessions/methods',
    {
      schema: {
        tags: ['sessions'],
        summary: 'By what one may sign in here',
        querystring: Front,
        response: { 200: { description: 'As asked', content: { 'application/json': { schema: MethodsReply } } } },
      },
    },
    async (request, reply) => reply.send({ items: methodsFor(ports, request.query.for ?? 'WORK') }),
  );
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
      if (!session.ok) return problem(request, reply, session.error, await choiceIn(session.error, ports));
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
    { schema: { tags: ['sessions'], summary: 'Opens a locked screen to whoever shows again that it is theirs', body: Proof } },
    async (request, reply) => {
      const actor = await toTry(request);
      if (!actor.ok) return problem(request, reply, actor.error);
      const opened = await unlock(request, actor.value, ports);
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
): Promise<Result<SignedIn, Failure | InstitutionRequired>> {
  const shown = shownIn(request, request.body, ['username', 'password'], ports);
  if (!shown.ok) return shown;
  const { value } = shown;
  const where = { institutionId: headerOf(request, 'x-institution'), place: placeOf(request) };
  if (value.method === 'PASSWORD') return signIn(ports, { ...value, ...where });
  if (value.method === 'TARA') return signInByTara(ports, { ...value, ...where });
  return signInByCard({ ...ports, authorities: ports.cardAuthorities }, { ...value, ...where });
}

/** Where somebody may go in who has not said where. */
async function choiceIn(error: Failure | InstitutionRequired, { database }: SignInPorts) {
  if (!('institutionIds' in error)) return {};
  const found = await findInstitutions(database.db, error.institutionIds);
  return { institutions: [...found.values()].map(({ id, name }) => ({ institutionId: id, name })) };
}

async function unlock(
  request: FastifyRequest<{ Body: Static<typeof Proof> }>,
  actor: Actor,
  ports: SignInPorts,
): Promise<Result<void, Failure>> {
  const shown = shownIn(request, request.body, ['password'], ports);
  if (!shown.ok) return shown;
  const { value } = shown;
  if (value.method === 'PASSWORD') return unlockByPassword(ports, actor, value.password);
  if (value.method === 'TARA') return unlockByTara(ports, actor, value.secret);
  return unlockByCard({ ...ports, authorities: ports.cardAuthorities }, actor, { ...value, place: placeOf(request) });
}
