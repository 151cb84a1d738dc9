import type { FastifyReply } from 'fastify';

/** What a REST producer finds wrong by itself, the status it has, and what it says. Codes of the protocol are the security server's words. */
export const REST_PROBLEMS = {
  InvalidClientIdentifier: { status: 400, title: 'X-Road-Client is missing or is no identifier.' },
  InvalidRequest: { status: 400, title: 'The request is not one of this service, or breaks its description.' },
  MissingUserId: { status: 400, title: 'X-Road-UserId is missing: this service tells only people.' },
  AccessDenied: { status: 403, title: 'The subsystem has no right to use this service.' },
  UnknownEndpoint: { status: 404, title: 'The service has no such endpoint.' },
  Unavailable: { status: 503, title: 'The service cannot answer at the moment.' },
  InternalError: { status: 500, title: 'The service failed.' },
} as const;

export type RestProblemCode = keyof typeof REST_PROBLEMS;

/** Answers with `application/problem+json` (RFC 9457) and a stable `code`. @param detail members and rules, never a value */
export function replyWithProblem(reply: FastifyReply, code: RestProblemCode, detail?: string): FastifyReply {
  return reply.send(turnedIntoProblem(reply, code, detail));
}

/** As {@link replyWithProblem}, of a reply that is about to leave: gives what is to leave instead. */
export function turnedIntoProblem(reply: FastifyReply, code: RestProblemCode, detail?: string): Buffer {
  const { status, title } = REST_PROBLEMS[code];
  reply.status(status).type('application/problem+json').removeHeader('location').removeHeader('content-length');
  return Buffer.from(JSON.stringify({ type: 'about:blank', title, status, code, ...(detail === undefined ? {} : { detail }) }));
}
