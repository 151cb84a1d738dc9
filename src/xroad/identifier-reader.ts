import { defect, type MessageDefect } from './defect.ts';
import { type ClientId, isAcceptableIdentifier, type SecurityServerId, type ServiceId } from './identifier.ts';
import { IDENTIFIERS } from './namespaces.ts';
import { ok, type Result } from './result.ts';
import type { ScannedElement } from './scanned.ts';

type Parts = Readonly<Record<string, string>>;

/** Reads `xrd:client`. The type MEMBER with a subsystem is tolerated, as security servers do; SUBSYSTEM without one is refused. */
export function readClientId(element: ScannedElement): Result<ClientId, MessageDefect> {
  const parts = readParts(element, ['MEMBER', 'SUBSYSTEM'], ['xRoadInstance', 'memberClass', 'memberCode', 'subsystemCode']);
  if (!parts.ok) return parts;
  const { xRoadInstance, memberClass, memberCode, subsystemCode } = parts.value;
  if (xRoadInstance === undefined || memberClass === undefined || memberCode === undefined) return incomplete(element);
  if (subsystemCode === undefined && objectTypeOf(element) === 'SUBSYSTEM') {
    return defect('InvalidClientIdentifier', 'a subsystem identifier has no subsystemCode');
  }
  return ok({ xRoadInstance, memberClass, memberCode, ...(subsystemCode === undefined ? {} : { subsystemCode }) });
}

/** Reads `xrd:service`. */
export function readServiceId(element: ScannedElement): Result<ServiceId, MessageDefect> {
  const parts = readParts(
    element,
    ['SERVICE'],
    ['xRoadInstance', 'memberClass', 'memberCode', 'subsystemCode', 'serviceCode', 'serviceVersion'],
  );
  if (!parts.ok) return parts;
  const { xRoadInstance, memberClass, memberCode, subsystemCode, serviceCode, serviceVersion } = parts.value;
  if (xRoadInstance === undefined || memberClass === undefined || memberCode === undefined || serviceCode === undefined) {
    return incomplete(element);
  }
  return ok({
    xRoadInstance,
    memberClass,
    memberCode,
    ...(subsystemCode === undefined ? {} : { subsystemCode }),
    serviceCode,
    ...(serviceVersion === undefined ? {} : { serviceVersion }),
  });
}

/** Reads `xrd:securityServer`. */
export function readSecurityServerId(element: ScannedElement): Result<SecurityServerId, MessageDefect> {
  const parts = readParts(element, ['SERVER'], ['xRoadInstance', 'memberClass', 'memberCode', 'serverCode']);
  if (!parts.ok) return parts;
  const { xRoadInstance, memberClass, memberCode, serverCode } = parts.value;
  if (xRoadInstance === undefined || memberClass === undefined || memberCode === undefined || serverCode === undefined) {
    return incomplete(element);
  }
  return ok({ xRoadInstance, memberClass, memberCode, serverCode });
}

/** `id:objectType` of an identifier; it must be namespace-qualified (PR-MESS 2.1). */
export function objectTypeOf(element: ScannedElement): string | undefined {
  return element.attributes.find((attribute) => attribute.namespace === IDENTIFIERS && attribute.localName === 'objectType')?.value;
}

function readParts(element: ScannedElement, types: readonly string[], allowed: readonly string[]): Result<Parts, MessageDefect> {
  const objectType = objectTypeOf(element);
  if (objectType === undefined || !types.includes(objectType)) {
    return defect('InvalidXml', `the identifier '${element.localName}' has a missing or unexpected objectType`);
  }
  if (element.text.trim() !== '') return defect('InvalidXml', `the identifier '${element.localName}' holds text`);
  const parts: Record<string, string> = {};
  for (const child of element.children) {
    const name = child.localName;
    if (child.namespace !== IDENTIFIERS || !allowed.includes(name)) {
      return defect('InvalidXml', `the identifier '${element.localName}' holds an unexpected element`);
    }
    if (name in parts) return defect('DuplicateHeaderField', `'${name}' stands twice in '${element.localName}'`);
    if (child.children.length > 0 || child.broken) return defect('InvalidXml', `'${element.localName}/${name}' is not plain text`);
    if (!isAcceptableIdentifier(child.text)) {
      return defect('InvalidClientIdentifier', `'${element.localName}/${name}' is empty or holds characters that no identifier may`);
    }
    parts[name] = child.text;
  }
  return ok(parts);
}

function incomplete(element: ScannedElement): { readonly ok: false; readonly error: MessageDefect } {
  return defect('MissingHeaderField', `the identifier '${element.localName}' is incomplete`);
}
