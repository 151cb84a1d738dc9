import type { FastifyRequest } from 'fastify';
import { isInside } from '../register/access/index.ts';
import { addressOf, headerOf } from './place.ts';

/**
 * The certificate that somebody has shown in the TLS handshake with the proxy before us, as the proxy hands it over (`Client-Cert`, RFC 9440). Of
 * anybody else the header is a claim, and is not looked at.
 */
export function clientCertificate(request: FastifyRequest, trustedProxies: readonly string[]): Uint8Array | undefined {
  const networks = trustedProxies.map((one) => (one.includes('/') ? one : `${one}/${one.includes(':') ? 128 : 32}`));
  if (networks.length === 0 || !isInside(networks, addressOf(request.socket.remoteAddress ?? ''))) return undefined;
  const header = headerOf(request, 'client-cert');
  // A byte sequence of RFC 8941 stands between colons. Two of them, one the caller's own, are no certificate.
  return header === undefined ? undefined : Buffer.from(/^:([\w+/]+={0,2}):$/.exec(header)?.[1] ?? '', 'base64');
}
