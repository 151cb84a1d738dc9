import { createHash } from 'node:crypto';
import type { HttpRequest } from '../transport.ts';

/**
 * The value of X-Road-Request-Hash for a request, as the provider's security server computes it (PR-REST 4.3): over verb, raw path and headers, a
 * line each, then over that hash and the body's where there is a body.
 *
 * @param requestId X-Road-Request-Id, which the consumer's security server appends to the headers
 * @param bodyDigest SHA-512 of the body; undefined when there is none
 */
export function restRequestHashOf(
  { method, path, headers }: Omit<HttpRequest, 'body'>,
  requestId: string,
  bodyDigest: Uint8Array | undefined,
): string {
  const lines = [method, path, ...headers.map(([name, value]) => `${name}:${value}`), `x-road-request-id:${requestId}`];
  const message = createHash('sha512')
    .update(`${lines.join('\r\n')}\r\n`)
    .digest();
  const hash = bodyDigest === undefined ? message : createHash('sha512').update(message).update(bodyDigest).digest();
  return hash.toString('base64');
}
