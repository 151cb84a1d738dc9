import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { type Clock, failure } from '../platform/index.ts';
import { signIn, signOut } from '../register/access/index.ts';
import type { Database } from '../storage/index.ts';
import { type Authenticate, callerOf, SESSION_COOKIE } from './caller.ts';
import type { ReplyWithProblem } from './problem.ts';

const Credentials = Type.Object(
  { username: Type.String({ minLength: 1, maxLength: 100 }), password: Type.String({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false },
);

/** Signing in and out: the two calls that set a cookie, and so belong to the door rather than to an area. */
export function signInRoutes(
  app: FastifyInstance,
  ports: {
    database: Database;
    clock: Clock;
    authenticate: Authenticate;
    problem: ReplyWithProblem;
    secureCookies: boolean;
    perMinute: number;
  },
): void {
  const { database, clock, problem } = ports;
  const cookieOptions = { httpOnly: true, sameSite: 'strict', path: '/', secure: ports.secureCookies } as const;
  const limit = app.createRateLimit({ max: ports.perMinute, timeWindow: '1 minute' });
  app.post<{ Body: Static<typeof Credentials> }>(
    '/sessions',
    {
      schema: { tags: ['sessions'], summary: 'Signs in; X-Institution chooses where a person works in several', body: Credentials },
    },
    async (request, reply) => {
      const counted = await limit(request);
      if (!counted.isAllowed && counted.isExceeded)
        return problem(request, reply, failure('RATE_LIMITED', { retryAfterSeconds: counted.ttlInSeconds }));
      const institution = request.headers['x-institution'];
      const institutionId = typeof institution === 'string' ? institution : undefined;
      const session = await signIn(database.db, clock, { ...request.body, institutionId });
      if (!session.ok) return problem(request, reply, session.error);
      const { token } = session.value;
      return reply.status(201).setCookie(SESSION_COOKIE, token, cookieOptions).header('cache-control', 'no-store').send({ token });
    },
  );
  app.delete('/sessions/current', { schema: { tags: ['sessions'], summary: 'Signs out' } }, async (request, reply) => {
    const caller = await callerOf(request, ports);
    if (!caller.ok) return problem(request, reply, caller.error);
    await signOut(database.db, clock, caller.value);
    return reply.status(204).clearCookie(SESSION_COOKIE, cookieOptions).send();
  });
}
