import type { PersonalDataUsage, RepresentedParty, SecurityToken, XRoadHeader } from './header.ts';
import type { ClientId, SecurityServerId, ServiceId } from './identifier.ts';
import { IDENTIFIERS, PERSONAL_DATA_USAGE, REPRESENTATION, SECURITY_TOKEN, XROAD } from './namespaces.ts';
import { escapeXml } from './xml-text.ts';

/** The children of a request's SOAP header, in the order of the schema (PR-MESS 2.2), no blank inside any of them. Texts must be XML texts. */
export function writeHeader(header: XRoadHeader): string {
  return (
    writeClient(header.client) +
    writeService(header.service) +
    (header.securityServer === undefined ? '' : writeSecurityServer(header.securityServer)) +
    text('xrd:id', header.id) +
    text('xrd:userId', header.userId) +
    text('xrd:issue', header.issue) +
    text('xrd:protocolVersion', header.protocolVersion) +
    (header.representedParty === undefined ? '' : writeRepresentedParty(header.representedParty)) +
    (header.securityToken === undefined ? '' : writeSecurityToken(header.securityToken)) +
    (header.pdu === undefined ? '' : writePersonalDataUsage(header.pdu))
  );
}

/** The prefixes that {@link writeHeader} uses on every message, to be declared around it. */
export const HEADER_NAMESPACES = ` xmlns:xrd="${XROAD}" xmlns:id="${IDENTIFIERS}"`;

/** A member or subsystem. The prefix `id` must be declared around it, and its element's own. */
export function writeClient(id: ClientId, element = 'xrd:client'): string {
  const type = id.subsystemCode === undefined ? 'MEMBER' : 'SUBSYSTEM';
  return `<${element} id:objectType="${type}">${member(id)}${text('id:subsystemCode', id.subsystemCode)}</${element}>`;
}

function writeService(id: ServiceId): string {
  const code = text('id:serviceCode', id.serviceCode) + text('id:serviceVersion', id.serviceVersion);
  return `<xrd:service id:objectType="SERVICE">${member(id)}${text('id:subsystemCode', id.subsystemCode)}${code}</xrd:service>`;
}

function writeSecurityServer(id: SecurityServerId): string {
  return `<xrd:securityServer id:objectType="SERVER">${member(id)}${text('id:serverCode', id.serverCode)}</xrd:securityServer>`;
}

function writeRepresentedParty(party: RepresentedParty): string {
  const parts = text('repr:partyClass', party.partyClass) + text('repr:partyCode', party.partyCode);
  return `<repr:representedParty xmlns:repr="${REPRESENTATION}">${parts}</repr:representedParty>`;
}

function writeSecurityToken(token: SecurityToken): string {
  const type = token.tokenType === undefined ? '' : ` tokenType="${escapeXml(token.tokenType)}"`;
  return `<sectoken:securityToken xmlns:sectoken="${SECURITY_TOKEN}"${type}>${escapeXml(token.value)}</sectoken:securityToken>`;
}

function writePersonalDataUsage(pdu: PersonalDataUsage): string {
  const hidden = text('pdu:hidden', pdu.hidden === undefined ? undefined : String(pdu.hidden));
  return `<pdu:pdu xmlns:pdu="${PERSONAL_DATA_USAGE}">${text('pdu:reason', pdu.reason)}${text('pdu:system', pdu.system)}${hidden}</pdu:pdu>`;
}

function member(id: { readonly xRoadInstance: string; readonly memberClass: string; readonly memberCode: string }): string {
  return text('id:xRoadInstance', id.xRoadInstance) + text('id:memberClass', id.memberClass) + text('id:memberCode', id.memberCode);
}

function text(name: string, value: string | undefined): string {
  return value === undefined ? '' : `<${name}>${escapeXml(value)}</${name}>`;
}
