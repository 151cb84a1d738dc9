import { defect, type MessageDefect } from '../defect.ts';
import type { RepresentedParty } from '../header.ts';
import type { ClientId, SecurityServerId, ServiceId } from '../identifier.ts';
import { ok, type Result } from '../result.ts';
import type { HttpRequest } from '../transport.ts';
import { decodeParts, readClient } from './parts.ts';

/** Values of a header, as often as it came. */
export type HeaderValues = (name: string) => readonly string[];

/** What X-Road's own headers of a REST request say (PR-REST 4.2, 4.3). */
export interface RestHeader {
  readonly client: ClientId;
  readonly id?: string;
  readonly userId?: string;
  readonly issue?: string;
  readonly securityServer?: SecurityServerId;
  readonly representedParty?: RepresentedParty;
  /** The security servers' own id of the exchange; a provider sees it, a consumer does not send it. */
  readonly requestId?: string;
}

/** A REST request as a consumer's security server gets it. */
export interface ReceivedRestRequest extends RestHeader {
  readonly method: HttpRequest['method'];
  readonly service: Omit<ServiceId, 'serviceVersion'>;
  /** What follows the service code, raw. */
  readonly path: string;
  readonly query?: string;
}

const METHODS: readonly HttpRequest['method'][] = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'TRACE'];

/**
 * Reads a REST request by verb, raw target and headers. Errors: `InvalidHttpMethod`, `InvalidRequest` (version, path, or a header that is not
 * one), `InvalidClientIdentifier`.
 */
export function readRestRequest(method: string, target: string, values: HeaderValues): Result<ReceivedRestRequest, MessageDefect> {
  const known = METHODS.find((one) => one === method);
  if (known === undefined) return defect('InvalidHttpMethod', 'the verb is not one of REST');
  const [, version, rest] = /^\/(r\d)\/(.*)$/.exec(target) ?? [];
  if (version !== 'r1' || rest === undefined) return defect('InvalidRequest', 'only version r1 of the protocol is spoken');
  const question = rest.indexOf('?');
  const full = question === -1 ? rest : rest.slice(0, question);
  const [five = '', ...following] = /^((?:[^/]+\/){4}[^/]+)(\/.*)?$/.exec(full)?.slice(1) ?? [];
  const [xRoadInstance, memberClass, memberCode, subsystemCode, serviceCode] = decodeParts(five) ?? [];
  if (
    xRoadInstance === undefined ||
    memberClass === undefined ||
    memberCode === undefined ||
    subsystemCode === undefined ||
    serviceCode === undefined
  ) {
    return defect('InvalidRequest', 'the path does not name a service by its five parts');
  }
  const header = readRestHeader(values);
  if (!header.ok) return header;
  return ok({
    ...header.value,
    method: known,
    service: { xRoadInstance, memberClass, memberCode, subsystemCode, serviceCode },
    path: following[0] ?? '',
    ...(question === -1 ? {} : { query: rest.slice(question + 1) }),
  });
}

/**
 * Reads X-Road's own headers. A repeated one is refused: security servers judge the last X-Road-Client and pass on all of them, so that taking
 * another would be to answer somebody who was never asked for their right (protocol 0, 12).
 */
export function readRestHeader(values: HeaderValues): Result<RestHeader, MessageDefect> {
  const names = ['client', 'id', 'userid', 'issue', 'security-server', 'represented-party', 'request-id'];
  const repeated = names.find((name) => values(`x-road-${name}`).length > 1);
  if (repeated !== undefined) return defect('InvalidRequest', `the header 'X-Road-${repeated}' is repeated`);
  const [clientText, id, userId, issue, server, party, requestId] = names.map((name) => values(`x-road-${name}`)[0]);
  if (clientText === undefined) return defect('InvalidClientIdentifier', 'the client identifier is missing');
  const client = readClient(clientText);
  if (client === undefined) return defect('InvalidClientIdentifier', 'the client identifier is not one');
  const securityServer = server === undefined ? undefined : readSecurityServer(server);
  if (server !== undefined && securityServer === undefined) return defect('InvalidRequest', 'the security server identifier is not one');
  const representedParty = party === undefined ? undefined : readParty(party);
  if (party !== undefined && representedParty === undefined) return defect('InvalidRequest', 'the represented party is not one');
  return ok({
    client,
    ...(id === undefined ? {} : { id }),
    ...(userId === undefined ? {} : { userId }),
    ...(issue === undefined ? {} : { issue }),
    ...(securityServer === undefined ? {} : { securityServer }),
    ...(representedParty === undefined ? {} : { representedParty }),
    ...(requestId === undefined ? {} : { requestId }),
  });
}

function readSecurityServer(text: string): SecurityServerId | undefined {
  const [xRoadInstance, memberClass, memberCode, serverCode, ...more] = decodeParts(text) ?? [];
  if (xRoadInstance === undefined || memberClass === undefined || memberCode === undefined || serverCode === undefined) return undefined;
  return more.length > 0 ? undefined : { xRoadInstance, memberClass, memberCode, serverCode };
}

/** `class/code` or `code` alone. */
function readParty(text: string): RepresentedParty | undefined {
  const [first, second, ...more] = decodeParts(text) ?? [];
  if (first === undefined || more.length > 0) return undefined;
  return second === undefined ? { partyCode: first } : { partyClass: first, partyCode: second };
}
