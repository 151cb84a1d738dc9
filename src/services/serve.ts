import { fail, ok, type Result } from '../platform/index.ts';
import { type ClientId, formatClientId, type ProducerRequest } from '../xroad/index.ts';
import type { DisclosureLog } from './disclosure-log.ts';
import type { OfferedService, ServiceRefusal } from './offered-service.ts';

/** Who may call what: the service code, and the subsystems as `EE/GOV/74000085/tkis`. A service that is not named is nobody's. */
export type Allowed = Readonly<Record<string, readonly string[]>>;

export interface ServePorts {
  /** The subsystem that we are, `EE/GOV/70009770/star`. */
  readonly subsystem: string;
  readonly services: readonly OfferedService[];
  readonly allowed: Allowed;
  readonly log: DisclosureLog;
}

/**
 * Answers a readable request: service and version of the header, then the asker's right, then the exact body element, then the service's own
 * rules. Right comes before content, so that who may not ask does not learn what would be valid. The line about it is durable before this
 * function gives anything back.
 */
export async function serve(ports: ServePorts, request: ProducerRequest, signal: AbortSignal): Promise<Result<string, ServiceRefusal>> {
  const answered = await answer(ports, request);
  // Whoever waited has been told a fault by now: nothing may be written down as disclosed that did not leave.
  if (signal.aborted) return fail({ code: 'Server.Unavailable' });
  if (!answered.ok) {
    await ports.log.record(request, { outcome: 'REFUSED', code: answered.error.code });
    return answered;
  }
  const { bodyXml, subject, found } = answered.value;
  await ports.log.record(request, { outcome: 'DONE', subject, found });
  return ok(bodyXml);
}

async function answer({ subsystem, services, allowed }: ServePorts, { header, body, attachments }: ProducerRequest) {
  const { service } = header;
  const { xRoadInstance, memberClass, memberCode, subsystemCode } = service;
  const addressed: ClientId = { xRoadInstance, memberClass, memberCode, ...(subsystemCode === undefined ? {} : { subsystemCode }) };
  const versions = services.filter(({ code }) => code === service.serviceCode);
  if (formatClientId(addressed) !== subsystem || versions.length === 0) return fail({ code: 'Client.UnknownService' } as const);
  const offered = versions.find(({ version }) => version === service.serviceVersion);
  if (offered === undefined) return fail({ code: 'Client.UnknownServiceVersion' } as const);
  if (allowed[offered.code]?.includes(formatClientId(header.client)) !== true) return fail({ code: 'Client.AccessDenied' } as const);
  const { namespace, localName } = offered.request;
  if (body.namespace !== namespace || body.localName !== localName || attachments.length > 0) {
    return fail({ code: 'Client.InvalidBody', detail: `expected {${namespace}}${localName} without attachments` } as const);
  }
  return offered.answer(body);
}
