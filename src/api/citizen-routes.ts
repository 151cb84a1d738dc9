import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { type Clock, type Failure, failure } from '../platform/index.ts';
import { signCitizenIn, signCitizenOut } from '../register/access/index.ts';
import type { Database } from '../storage/index.ts';
import { CITIZEN_COOKIE, citizenOf } from './caller.ts';
import type { ReplyWithProblem } from './problem.ts';
import { secretIn, type TaraDoor } from './tara-routes.ts';

const Token = Type.Object({ token: Type.String() });

export interface CitizenRoutePorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly problem: ReplyWithProblem;
  readonly secureCookies: boolean;
  readonly tara: TaraDoor | undefined;
  readonly tooFast: (request: FastifyRequest) => Promise<Failure | undefined>;
}

/** The self-service's door: in once TARA has vouched for somebody, and out. */
export function citizenRoutes(app: FastifyInstance, ports: CitizenRoutePorts): void {
  const { problem, tara, tooFast } = ports;
  const cookieOptions = { httpOnly: true, sameSite: 'strict', path: '/', secure: ports.secureCookies } as const;
  const tags = ['self-service'];
  app.post(
    '/self-service/sessions',
    {
      schema: {
        tags,
        summary: 'Lets a citizen in once TARA has sent the browser back',
        response: { 201: { description: 'Signed in', content: { 'application/json': { schema: Token } } } },
      },
    },
    async (request, reply) => {
      if (tara?.fronts.SELF_SERVICE === undefined) return problem(request, reply, failure('SIGN_IN_METHOD_OFF'));
      const fast = await tooFast(request);
      if (fast !== undefined) return problem(request, reply, fast);
      const token = await signCitizenIn(ports, secretIn(request));
      if (!token.ok) return problem(request, reply, token.error);
      return reply
        .status(201)
        .setCookie(CITIZEN_COOKIE, token.value, cookieOptions)
        .header('cache-control', 'no-store')
        .send({ token: token.value });
    },
  );
  app.delete('/self-service/sessions/current', { schema: { tags, summary: 'Signs a citizen out' } }, async (request, reply) => {
    const citizen = await citizenOf(request, ports);
    if (!citizen.ok) return problem(request, reply, citizen.error);
    await signCitizenOut(ports, citizen.value);
    return reply.clearCookie(CITIZEN_COOKIE, cookieOptions).status(204).send();
  });
}
