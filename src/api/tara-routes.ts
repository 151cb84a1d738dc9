import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { type Clock, type Failure, failure, LANGUAGES } from '../platform/index.ts';
import {
  answerTara,
  beginTara,
  frontOf,
  TARA_FRONTS,
  TARA_SIGN_IN_SECONDS,
  type TaraFront,
  type TaraProvider,
} from '../register/access/index.ts';
import type { Database } from '../storage/index.ts';
import { Problem } from './documentation.ts';
import { placeOf } from './place.ts';
import { languageOf, type ReplyWithProblem } from './problem.ts';

/** Between the call that begins and the one that opens the session; sent along when TARA sends somebody back, and by no page of others. */
export const TARA_COOKIE = 'star_tara';

const Begin = Type.Object(
  {
    for: Type.Optional(
      Type.Enum([...TARA_FRONTS], {
        description: 'As what one comes: to work, which is meant where nothing is said, to the operators’ console, or on one’s own behalf',
      }),
    ),
    locale: Type.Optional(Type.Enum([...LANGUAGES], { description: 'The language of TARA’s pages; else by Accept-Language' })),
  },
  { additionalProperties: false },
);

/** Where TARA sends people back to, which is registered with it, and the page to which they go on. */
export interface TaraReturn {
  readonly callbackUrl: string;
  readonly returnTo: string;
}

/** TARA, and the front-ends from which people are sent to it. */
export interface TaraDoor {
  readonly provider: TaraProvider;
  readonly fronts: Readonly<Record<Exclude<TaraFront, 'WORK'>, TaraReturn | undefined>> & { readonly WORK: TaraReturn };
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
  const back = (reply: FastifyReply, { returnTo }: TaraReturn, word: string) => {
    const page = new URL(returnTo);
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
      const home = tara.fronts[front];
      if (home === undefined) return off(request, reply);
      const { callbackUrl } = home;
      const begun = await beginTara({ ...ports, tara: tara.provider }, { front, callbackUrl, language });
      if (!begun.ok) return back(reply, home, begun.error.code);
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
      const front = frontOf(new URLSearchParams(search).get('state') ?? '');
      const home = tara.fronts[front] ?? tara.fronts.WORK;
      const returned = new URL(search, home.callbackUrl);
      const answer = { secret: secretIn(request), front, returned, place: placeOf(request) };
      const answered = await answerTara({ ...ports, tara: tara.provider }, answer);
      return back(reply, home, answered.ok ? 'IDENTIFIED' : answered.error.code);
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
