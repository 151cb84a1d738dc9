import { createHash } from 'node:crypto';
import type { HttpRequest } from '../transport.ts';

const sha512 = (...pieces: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha512');
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
};

/**
 * The value of X-Road-Request-Hash for a request, as the provider's security server computes it (PR-REST 4.3): over verb, raw path and headers, a
 * line each, then over that hash and the body's where there is a body.
 *
 * @param requestId X-Road-Request-Id, which the consumer's security server appends to the headers
 */
export function restRequestHashOf({ method, path, headers, body }: HttpRequest, requestId: string): string {
  const lines = [method, path, ...headers.map(([name, value]) => `${name}:${value}`), `x-road-request-id:${requestId}`];
  const message = sha512(Buffer.from(`${lines.join('\r\n')}\r\n`));
  return (body === undefined ? message : sha512(message, sha512(body))).toString('base64');
}
