import { currentLanguage, text } from './texts.js';

/** An answer that is no success: the status, and the sentence of the problem document in the operator's language. */
export class Problem extends Error {
  constructor(status, code, { detail = '', errors = [], institutions = [] } = {}) {
    super(detail);
    this.status = status;
    this.code = code;
    /** The fields that were refused, by their JSON pointers. */
    this.pointers = errors.map(({ pointer }) => pointer);
    /** Where somebody works who has to say in which of them. */
    this.institutions = institutions;
  }
}

/** Calls the gateway. Throws a {@link Problem}; status 0 means that it could not be reached. */
export async function call(method, path, body, more = {}) {
  const headers = { 'accept-language': currentLanguage(), ...more };
  if (body !== undefined) headers['content-type'] = 'application/json';
  let reply;
  try {
    reply = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new Problem(0, 'UNREACHABLE');
  }
  if (reply.status === 204) return undefined;
  const answer = await reply.json().catch(() => undefined);
  if (reply.ok) return answer;
  throw new Problem(reply.status, answer?.code ?? 'UNKNOWN', answer);
}

/** What to tell of something that was refused or has gone wrong. */
export function sentenceOf(problem) {
  return problem.message || text(problem.status === 0 ? 'offline' : 'broken');
}
