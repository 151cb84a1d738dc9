import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { type Clock, type Failure, failure, LANGUAGES } from '../platform/index.ts';
import {
  answerTara,
  beginTara,
  TARA_SIGN_IN_SECONDS,
  type TaraFront,
  type TaraProvider,
  workplacesByTara,
} from '../register/access/index.ts';
import { findInstitutions } from '../register/organisations/index.ts';
import type { Database } from '../storage/index.ts';
import { Problem } from './documentation.ts';
import { placeOf } from './place.ts';
import { languageOf, type ReplyWithProblem } from './problem.ts';

/** Between the call that begins and the one that opens the session; sent along when TARA sends somebody back, and by no page of others. */
export const TARA_COOKIE = 'star_tara';

const Begin = Type.Object(
  {
    for: Type.Optional(
      Type.Enum(['WORK', 'SELF_SERVICE'], {
        description: 'As what one comes: to work, which is meant where nothing is said, or on one’s own behalf',
      }),
    ),
    locale: Type.Optional(Type.Enum([...LANGUAGES], { description: 'The language of TARA’s pages; else by Accept-Language' })),
  },
  { additionalProperties: false },
);
const Workplaces = Type.Object({ items: Type.Array(Type.Object({ institutionId: Type.String(), name: Type.String() })) });

/** TARA, and the page of the front-end to which people come back from it. */
export interface TaraDoor {
  readonly provider: TaraProvider;
  readonly returnTo: string;
  /** The same of the self-service. Undefined: there is none. */
  readonly citizensReturnTo: string | undefined;
}

export interface TaraRoutePorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly problem: ReplyWithProblem;
  readonly secureCookies: boolean;
  /** Undefined: it is not offered. */
  readonly tara: TaraDoor | undefined;
  readonly tooFast: (request: FastifyRequest) => Promise<Failure | undefined>;
}

/**
 * To TARA and back (api: sessions). Both ends are pages that a browser is sent to, so what became of it is told to the front-end's page: `signIn` is
 * IDENTIFIED, or the code of what was wrong. Then `POST /sessions {"method": "TARA"}` opens the session.
 */
export function taraRoutes(app: FastifyInstance, ports: TaraRoutePorts): void {
  const { tara, problem } = ports;
  const cookieOptions = {
    httpOnly: true,
    sameSite: 'lax',
    path: '/api/v1',
    secure: ports.secureCookies,
    maxAge: TARA_SIGN_IN_SECONDS,
  } as const;
  const off = (request: FastifyRequest, reply: FastifyReply) => problem(request, reply, failure('SIGN_IN_METHOD_OFF'));
  const back = (reply: FastifyReply, { returnTo, citizensReturnTo }: TaraDoor, front: TaraFront, word: string) => {
    const page = new URL(front === 'WORK' ? returnTo : (citizensReturnTo ?? returnTo));
    page.searchParams.set('signIn', word);
    return reply.header('cache-control', 'no-store').redirect(page.href, 303);
  };
  const tags = ['sessions'];

  app.get<{ Querystring: Static<typeof Begin> }>(
    '/sessions/tara',
    {
      schema: {
        tags,
        summary: 'Sends the browser to TARA, to sign in by ID-card, Mobile-ID or Smart-ID',
        querystring: Begin,
        response: sent,
      },
    },
    async (request, reply) => {
      if (tara === undefined) return off(request, reply);
      const fast = await ports.tooFast(request);
      if (fast !== undefined) return problem(request, reply, fast);
      const language = request.query.locale ?? languageOf(request.headers['accept-language']);
      const { for: front = 'WORK' } = request.query;
      if (front === 'SELF_SERVICE' && tara.citizensReturnTo === undefined) return off(request, reply);
      const begun = await beginTara({ ...ports, tara: tara.provider }, { front, language });
      if (!begun.ok) return back(reply, tara, front, begun.error.code);
      const { secret, url } = begun.value;
      return reply.setCookie(TARA_COOKIE, secret, cookieOptions).header('cache-control', 'no-store').redirect(url.href, 303);
    },
  );
  app.get(
    '/sessions/tara/callback',
    { schema: { tags, summary: 'To where TARA sends the browser back, which goes on to the front-end', response: sent } },
    async (request, reply) => {
      if (tara === undefined) return off(request, reply);
      const fast = await ports.tooFast(request);
      if (fast !== undefined) return problem(request, reply, fast);
      const search = /\?.*$/.exec(request.raw.url ?? '')?.[0] ?? '';
      const answer = { secret: secretIn(request), search, place: placeOf(request) };
      const { front, answered } = await answerTara({ ...ports, tara: tara.provider }, answer);
      return back(reply, tara, front, answered.ok ? 'IDENTIFIED' : answered.error.code);
    },
  );
  app.get(
    '/sessions/tara/institutions',
    {
      schema: {
        tags,
        summary: 'Where somebody whom TARA has vouched for may go in: X-Institution names one of them',
        response: { 200: { description: 'As asked', content: { 'application/json': { schema: Workplaces } } } },
      },
    },
    async (request, reply) => {
      const found = await workplacesByTara(ports, secretIn(request));
      if (!found.ok) return problem(request, reply, found.error);
      const institutions = await findInstitutions(ports.database.db, found.value);
      const items = [...institutions.values()].map(({ id, name }) => ({ institutionId: id, name }));
      return reply.header('cache-control', 'no-store').send({ items });
    },
  );
}

/** Where a browser is sent on. */
const sent = {
  303: { description: 'Elsewhere', headers: { location: { type: 'string' } } },
  '4xx': { description: 'Refused', content: { 'application/problem+json': { schema: Problem } } },
};

/** What the browser has kept since it began; nothing fits where it has nothing. */
export function secretIn(request: FastifyRequest): string {
  return request.cookies[TARA_COOKIE] ?? '';
}
