import { MAX_IDENTIFIER_LENGTH } from './limits.ts';

/** A member or one of its subsystems (PR-MESS 2.1). */
export interface ClientId {
  readonly xRoadInstance: string;
  readonly memberClass: string;
  readonly memberCode: string;
  readonly subsystemCode?: string;
}

/** A service of a member or subsystem; the version is part of the name under which it is looked up. */
export interface ServiceId extends ClientId {
  readonly serviceCode: string;
  readonly serviceVersion?: string;
}

/** One security server. */
export interface SecurityServerId {
  readonly xRoadInstance: string;
  readonly memberClass: string;
  readonly memberCode: string;
  readonly serverCode: string;
}

/** Characters of identifiers registered since X-Road 7.3 (PR-MESS 2.7). */
const MINTABLE = /^[a-zA-Z0-9'()+,\-.=?]+$/;
/** Older identifiers may hold anything but these: separators of the text form, control characters, invisible ones. */
const FORBIDDEN = /[:;/\\%\p{Cc}\u200B\uFEFF]/u;

/** Whether a part may stand in a message: the legacy rule, for what others registered long ago. Never empty, at most 255 characters. */
export function isAcceptableIdentifier(part: string): boolean {
  return part.length > 0 && part.length <= MAX_IDENTIFIER_LENGTH && (MINTABLE.test(part) || !FORBIDDEN.test(part));
}

/** Whether a new identifier may be given this part: the strict rule of X-Road 7.3 and later. */
export function isMintableIdentifier(part: string): boolean {
  return part.length <= MAX_IDENTIFIER_LENGTH && MINTABLE.test(part);
}

/** Reads `EE/GOV/70009770/star` or, for a member, `EE/GOV/70009770`. Undefined when a part is missing, superfluous or not acceptable. */
export function parseClientId(text: string): ClientId | undefined {
  const parts = text.split('/');
  const [xRoadInstance, memberClass, memberCode, subsystemCode] = parts;
  if (xRoadInstance === undefined || memberClass === undefined || memberCode === undefined) return undefined;
  if (parts.length > 4 || !parts.every(isAcceptableIdentifier)) return undefined;
  return { xRoadInstance, memberClass, memberCode, ...(subsystemCode === undefined ? {} : { subsystemCode }) };
}

/** `EE/GOV/70009770/star`: the inverse of {@link parseClientId}. */
export function formatClientId(id: ClientId): string {
  const member = `${id.xRoadInstance}/${id.memberClass}/${id.memberCode}`;
  return id.subsystemCode === undefined ? member : `${member}/${id.subsystemCode}`;
}

/** `EE/GOV/70008440/rr/RR456/v1`. A member's own service has no subsystem part, a service without version no last part. */
export function formatServiceId(id: ServiceId): string {
  const service = `${formatClientId(id)}/${id.serviceCode}`;
  return id.serviceVersion === undefined ? service : `${service}/${id.serviceVersion}`;
}

/** Reads `EE/GOV/70009770/server1`; all four parts are required. */
export function parseSecurityServerId(text: string): SecurityServerId | undefined {
  const parts = text.split('/');
  const [xRoadInstance, memberClass, memberCode, serverCode] = parts;
  if (xRoadInstance === undefined || memberClass === undefined || memberCode === undefined || serverCode === undefined) return undefined;
  if (parts.length > 4 || !parts.every(isAcceptableIdentifier)) return undefined;
  return { xRoadInstance, memberClass, memberCode, serverCode };
}

/** `EE/GOV/70009770/server1`. */
export function formatSecurityServerId(id: SecurityServerId): string {
  return `${id.xRoadInstance}/${id.memberClass}/${id.memberCode}/${id.serverCode}`;
}

/** Whether both name the same member or subsystem, letter by letter: X-Road identifiers are case-sensitive and never trimmed. */
export function sameClient(a: ClientId, b: ClientId): boolean {
  return (
    a.xRoadInstance === b.xRoadInstance &&
    a.memberClass === b.memberClass &&
    a.memberCode === b.memberCode &&
    a.subsystemCode === b.subsystemCode
  );
}

/** Whether both name the same service in the same version. */
export function sameService(a: ServiceId, b: ServiceId): boolean {
  return sameClient(a, b) && a.serviceCode === b.serviceCode && a.serviceVersion === b.serviceVersion;
}
