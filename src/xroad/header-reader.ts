import { defect, type MessageDefect } from './defect.ts';
import type { PersonalDataUsage, RepresentedParty, RequestHash, SecurityToken, XRoadHeader } from './header.ts';
import { readClientId, readSecurityServerId, readServiceId } from './identifier-reader.ts';
import { MAX_HEADER_TEXT_LENGTH } from './limits.ts';
import { PERSONAL_DATA_USAGE, REPRESENTATION, SECURITY_TOKEN, SHA_512, XROAD } from './namespaces.ts';
import { ok, type Result } from './result.ts';
import type { ScannedElement } from './scanned.ts';

/** A header as read: its fields and, in an answer, the hash of the request it answers. */
export interface ReadHeader {
  readonly fields: XRoadHeader;
  readonly requestHash?: RequestHash;
}

/** A map, not an object: namespaces are the sender's words, and `constructor` must find nothing. */
const FIELDS: ReadonlyMap<string, readonly string[]> = new Map([
  [XROAD, ['client', 'service', 'id', 'protocolVersion', 'userId', 'issue', 'securityServer', 'requestHash', 'centralService']],
  [REPRESENTATION, ['representedParty']],
  [SECURITY_TOKEN, ['securityToken']],
  [PERSONAL_DATA_USAGE, ['pdu']],
]);

/**
 * Reads the X-Road fields of a SOAP header, in the security server's order of checks: duplicates, then protocolVersion, client, id, service
 * (xroad/SoapHeader; PR-MESS 2.2). Elements of other namespaces are no business of ours: they are echoed, never read.
 */
export function readHeader(header: ScannedElement): Result<ReadHeader, MessageDefect> {
  const found = new Map<string, ScannedElement>();
  for (const element of header.children) {
    if (FIELDS.get(element.namespace)?.includes(element.localName) !== true) continue;
    if (found.has(element.localName)) return defect('DuplicateHeaderField', `the header field '${element.localName}' stands twice`);
    found.set(element.localName, element);
  }
  if (found.has('centralService')) return defect('InvalidXml', 'central services are no longer part of X-Road');

  const protocolVersion = required(found, 'protocolVersion');
  if (!protocolVersion.ok) return protocolVersion;
  if (!protocolVersion.value.startsWith('4.')) return defect('InvalidProtocolVersion', 'only protocol version 4 is spoken');
  const client = found.get('client');
  if (client === undefined) return missing('client');
  const clientId = readClientId(client);
  if (!clientId.ok) return clientId;
  const id = required(found, 'id');
  if (!id.ok) return id;
  const service = found.get('service');
  if (service === undefined) return missing('service');
  const serviceId = readServiceId(service);
  if (!serviceId.ok) return serviceId;
  const optional = readOptional(found);
  if (!optional.ok) return optional;
  const requestHash = readRequestHash(found.get('requestHash'));
  if (!requestHash.ok) return requestHash;
  return ok({
    fields: {
      client: clientId.value,
      service: serviceId.value,
      id: id.value,
      protocolVersion: protocolVersion.value,
      ...optional.value,
    },
    ...(requestHash.value === undefined ? {} : { requestHash: requestHash.value }),
  });
}

type Optional = Omit<XRoadHeader, 'client' | 'service' | 'id' | 'protocolVersion'>;

function readOptional(found: ReadonlyMap<string, ScannedElement>): Result<Optional, MessageDefect> {
  const optional: { -readonly [K in keyof Optional]: Optional[K] } = {};
  for (const name of ['userId', 'issue'] as const) {
    const element = found.get(name);
    if (element === undefined) continue;
    const text = plainText(element);
    if (!text.ok) return text;
    optional[name] = text.value;
  }
  const securityServer = found.get('securityServer');
  if (securityServer !== undefined) {
    const id = readSecurityServerId(securityServer);
    if (!id.ok) return id;
    optional.securityServer = id.value;
  }
  const represented = found.get('representedParty');
  if (represented !== undefined) {
    const party = readRepresentedParty(represented);
    if (!party.ok) return party;
    optional.representedParty = party.value;
  }
  const token = found.get('securityToken');
  if (token !== undefined) {
    const read = readSecurityToken(token);
    if (!read.ok) return read;
    optional.securityToken = read.value;
  }
  const pdu = found.get('pdu');
  if (pdu !== undefined) optional.pdu = readPersonalDataUsage(pdu);
  return ok(optional);
}

function readRepresentedParty(element: ScannedElement): Result<RepresentedParty, MessageDefect> {
  const partyClass = element.children.find((child) => child.localName === 'partyClass' && child.namespace === REPRESENTATION);
  const partyCode = element.children.find((child) => child.localName === 'partyCode' && child.namespace === REPRESENTATION);
  if (partyCode === undefined) return missing('representedParty/partyCode');
  if (element.children.length > (partyClass === undefined ? 1 : 2))
    return defect('DuplicateHeaderField', "'representedParty' holds too much");
  const code = plainText(partyCode);
  if (!code.ok) return code;
  if (partyClass === undefined) return ok({ partyCode: code.value });
  const klass = plainText(partyClass);
  return klass.ok ? ok({ partyClass: klass.value, partyCode: code.value }) : klass;
}

/** A token may be long (a JWT with a certificate chain), so it has no cap of its own: the message's size is one. */
function readSecurityToken(element: ScannedElement): Result<SecurityToken, MessageDefect> {
  if (element.children.length > 0 || element.broken) return defect('InvalidXml', "'securityToken' is not plain text");
  const tokenType = element.attributes.find((attribute) => attribute.localName === 'tokenType')?.value;
  return ok({ ...(tokenType === undefined ? {} : { tokenType }), value: element.text });
}

function readPersonalDataUsage(element: ScannedElement): PersonalDataUsage {
  const textOf = (name: string): string | undefined => element.children.find((child) => child.localName === name)?.text;
  const reason = textOf('reason');
  const system = textOf('system');
  const hidden = textOf('hidden')?.trim();
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(system === undefined ? {} : { system }),
    ...(hidden === undefined ? {} : { hidden: hidden === 'true' || hidden === '1' }),
  };
}

/** Base64 may be wrapped and indented (PR-MESS annex E.2). Without an algorithm it is the one digest there is. */
function readRequestHash(element: ScannedElement | undefined): Result<RequestHash | undefined, MessageDefect> {
  if (element === undefined) return ok(undefined);
  if (element.children.length > 0 || element.broken) return defect('InvalidXml', "'requestHash' is not plain text");
  const algorithmId = element.attributes.find((attribute) => attribute.localName === 'algorithmId')?.value ?? SHA_512;
  return ok({ algorithmId, value: element.text.replace(/\s+/g, '') });
}

/** An empty field is there: security servers pass an empty id on, so it is read, although {@link prepareRequest} never writes one. */
function required(found: ReadonlyMap<string, ScannedElement>, name: string): Result<string, MessageDefect> {
  const element = found.get(name);
  if (element === undefined) return missing(name);
  return plainText(element);
}

function plainText(element: ScannedElement): Result<string, MessageDefect> {
  if (element.children.length > 0 || element.broken)
    return defect('InvalidXml', `the header field '${element.localName}' is not plain text`);
  if (element.text.length > MAX_HEADER_TEXT_LENGTH) return defect('InvalidXml', `the header field '${element.localName}' is too long`);
  if (/\p{Cc}/u.test(element.text)) return defect('InvalidXml', `the header field '${element.localName}' holds control characters`);
  return ok(element.text);
}

function missing(name: string): { readonly ok: false; readonly error: MessageDefect } {
  return defect('MissingHeaderField', `the required header field '${name}' is missing`);
}
