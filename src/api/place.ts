import type { FastifyRequest } from 'fastify';
import type { Place } from '../register/access/index.ts';

/** The name of a workplace computer, as long as a certificate's fingerprint. */
const DEVICE_LENGTH_AT_MOST = 100;
/** How an IPv4 address reads at a door that stands open to both. */
const MAPPED = /^::ffff:(?=\d+\.)/;

/** From where somebody signs in. What a device calls itself is written down, and proves nothing. */
export function placeOf(request: FastifyRequest): Place {
  const device = headerOf(request, 'x-device-id')
    ?.replaceAll(/[^\x21-\x7e]/g, '')
    .slice(0, DEVICE_LENGTH_AT_MOST);
  return { address: addressOf(request.ip), device: device === '' ? undefined : device };
}

/** An address as networks are named by. */
export function addressOf(address: string): string {
  return address.replace(MAPPED, '');
}

/** A header that was sent once. */
export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
