import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCatalogue, type ErrorDefinition, type Failure, LANGUAGES, type Language } from '../platform/index.ts';

/** Turns a failure into a problem document (RFC 9457) in the caller's language. */
export type ReplyWithProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  failure: Failure,
  /** What the caller needs to do it right (RFC 9457, 3.2). */
  members?: Readonly<Record<string, unknown>>,
) => FastifyReply;

/** @param catalogues the error catalogues of every room whose failures may come to this door */
export function problemReplies(catalogues: readonly ErrorCatalogue[]): ReplyWithProblem {
  const definitions = new Map<string, ErrorDefinition>(catalogues.flatMap((catalogue) => Object.entries(catalogue)));
  return (request, reply, failure, members = {}) => {
    const definition = definitions.get(failure.code);
    if (definition === undefined) throw new Error(`no catalogue explains the code ${failure.code}`);
    const language = languageOf(request.headers['accept-language']);
    if (failure.retryAfterSeconds !== undefined) reply.header('retry-after', failure.retryAfterSeconds);
    // RFC 9110, 11.6.1: whoever answers 401 says how to come in.
    if (definition.status === 401) reply.header('www-authenticate', 'Bearer');
    // RFC 9110, 15.5.6: whoever answers 405 says what may be called.
    if (definition.status === 405) reply.header('allow', otherMethodsOf(request).join(', '));
    return reply
      .status(definition.status)
      .header('cache-control', 'no-store')
      .header('content-language', language)
      .type('application/problem+json')
      .send({
        type: `/api/errors#${failure.code}`,
        title: definition.title[language],
        status: definition.status,
        detail: definition.detail[language],
        code: failure.code,
        instance: request.id,
        ...(failure.fields === undefined ? {} : { errors: failure.fields }),
        ...members,
      });
  };
}

function otherMethodsOf({ server, method, routeOptions: { url = '' } }: FastifyRequest): readonly string[] {
  return ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((other) => other !== method && server.hasRoute({ method: other, url }));
}

/** The first language of the list that we speak; Estonian otherwise (KeeleS § 4). */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find((q) => q !== undefined);
      return { language: tag.slice(0, 2).toLowerCase(), quality: Number(quality ?? 1) };
    })
    .sort((a, b) => b.quality - a.quality);
  return wanted.map(({ language }) => LANGUAGES.find((spoken) => spoken === language)).find((spoken) => spoken !== undefined) ?? 'et';
}
