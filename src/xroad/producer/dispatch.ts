import type { SoapFault } from '../fault.ts';
import { type ClientId, sameClient } from '../identifier.ts';
import type { Attachments } from '../mime/index.ts';
import { fail, type Result } from '../result.ts';
import { producerFault } from './faults.ts';
import type { Produced, ProducedService } from './produced-service.ts';
import type { ProducerRequest } from './request.ts';

/** What one subsystem offers, and to whom. */
export interface Offer<N> {
  /** Who answers. */
  readonly subsystem: ClientId;
  readonly services: readonly ProducedService<N>[];
  /** Whether a member may use a service. The security server has asked its own list before; this is the second lock (protocol 13). */
  mayUse(client: ClientId, serviceCode: string): boolean;
}

/**
 * Answers a readable request: service and version of the header, then the asker's right, then the exact body element, then the service's own
 * rules. Right comes before content, so that who may not ask does not learn what would be valid.
 */
export async function dispatch<N>(
  { subsystem, services, mayUse }: Offer<N>,
  request: ProducerRequest<Attachments>,
  signal: AbortSignal,
): Promise<Result<Produced<N>, SoapFault>> {
  const { header, body } = request;
  const { serviceCode, serviceVersion, ...addressed } = header.service;
  const versions = services.filter((service) => service.serviceCode === serviceCode);
  if (!sameClient(addressed, subsystem) || versions.length === 0) return fail(producerFault('Client.UnknownService'));
  const service = versions.find((one) => one.serviceVersion === serviceVersion);
  if (service === undefined) return fail(producerFault('Client.UnknownServiceVersion'));
  if (!mayUse(header.client, serviceCode)) return fail(producerFault('Client.AccessDenied'));
  const { namespace, localName } = service.request;
  const expected = `expected {${namespace}}${localName}`;
  if (body.namespace !== namespace || body.localName !== localName) return fail(producerFault('Client.InvalidBody', expected));
  if (service.takesAttachments !== true && (await hasAny(request.attachments))) {
    return fail(producerFault('Client.InvalidBody', `${expected} without attachments`));
  }
  return service.answer(request, signal);
}

async function hasAny(attachments: Attachments): Promise<boolean> {
  for await (const _ of attachments) return true;
  return false;
}
