import { type ClientId, formatClientId, IDENTIFIERS, parseClientId, type ServiceId, XROAD } from '../xroad/index.ts';

/** Services that a security server answers itself, about every provider behind it (protocol 3.2, 3.3). */
export const METASERVICES: ReadonlySet<string> = new Set(['listMethods', 'allowedMethods', 'getWsdl']);

const element = (name: string, text: string | undefined) => (text === undefined ? '' : `<${name}>${text}</${name}>`);
const member = (id: ClientId) =>
  element('id:xRoadInstance', id.xRoadInstance) +
  element('id:memberClass', id.memberClass) +
  element('id:memberCode', id.memberCode) +
  element('id:subsystemCode', id.subsystemCode);

/** The body of a SOAP `listMethods` or `allowedMethods` answer. */
export function methodList(serviceCode: string, services: readonly ServiceId[]): string {
  const listed = services.map(
    (id) =>
      `<xrd:service id:objectType="SERVICE">${member(id)}${element('id:serviceCode', id.serviceCode)}${element('id:serviceVersion', id.serviceVersion)}</xrd:service>`,
  );
  return `<xrd:${serviceCode}Response xmlns:xrd="${XROAD}" xmlns:id="${IDENTIFIERS}">${listed.join('')}</xrd:${serviceCode}Response>`;
}

/** The body of a `getWsdl` answer; the description itself is the part behind it. */
export function wsdlNamed(serviceCode: string, serviceVersion: string | undefined): string {
  return `<xrd:getWsdlResponse xmlns:xrd="${XROAD}">${element('xrd:serviceCode', serviceCode)}${element('xrd:serviceVersion', serviceVersion)}</xrd:getWsdlResponse>`;
}

/** What a `getWsdl` body asks for. */
export function wsdlAsked(xml: string): { readonly serviceCode: string | undefined; readonly serviceVersion: string | undefined } {
  const text = (name: string) => new RegExp(`<(?:[\\w.-]+:)?${name}>([^<]*)<`).exec(xml)?.[1];
  return { serviceCode: text('serviceCode'), serviceVersion: text('serviceVersion') };
}

/** The JSON of `GET /listClients` (protocol 3.1): every subsystem, and the member it belongs to. */
export function clientList(subsystems: readonly string[]): unknown {
  const ids = subsystems.flatMap((text) => parseClientId(text) ?? []);
  const members = new Map(ids.map(({ subsystemCode, ...id }) => [formatClientId(id), id]));
  const listed = [...members.values(), ...ids].sort((a, b) => (formatClientId(a) < formatClientId(b) ? -1 : 1));
  return {
    member: listed.map(({ xRoadInstance, memberClass, memberCode, ...rest }: ClientId) => ({
      id: {
        member_class: memberClass,
        member_code: memberCode,
        ...(rest.subsystemCode === undefined ? {} : { subsystem_code: rest.subsystemCode }),
        object_type: rest.subsystemCode === undefined ? 'MEMBER' : 'SUBSYSTEM',
        xroad_instance: xRoadInstance,
      },
      name: `${memberCode}-name`,
      ...(rest.subsystemCode === undefined ? {} : { subsystem_name: `${rest.subsystemCode}-name` }),
    })),
  };
}

/** The JSON of `listMethods` and `allowedMethods` by REST (protocol 3.2). */
export function restMethodList(
  { xRoadInstance, memberClass, memberCode, subsystemCode }: ClientId,
  services: readonly (readonly [serviceCode: string, endpoint: { readonly method: string; readonly path: string }])[],
): unknown {
  return {
    service: services.map(([serviceCode, { method, path }]) => ({
      member_class: memberClass,
      member_code: memberCode,
      object_type: 'SERVICE',
      service_code: serviceCode,
      service_type: 'REST',
      subsystem_code: subsystemCode,
      xroad_instance: xRoadInstance,
      endpoint_list: [{ method, path }],
    })),
  };
}
