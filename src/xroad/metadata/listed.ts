import { defect, type MessageDefect } from '../defect.ts';
import { type ClientId, isAcceptableIdentifier, type ServiceId } from '../identifier.ts';
import { readServiceId } from '../identifier-reader.ts';
import { XROAD } from '../namespaces.ts';
import { ok, type Result } from '../result.ts';
import { scan } from '../scan.ts';

/** A member or subsystem of an X-Road instance, as its configuration names it. */
export interface ListedClient {
  readonly id: ClientId;
  /** The member's name; a subsystem is listed with the name of its member. */
  readonly name: string;
  readonly subsystemName?: string;
}

/** A service of a provider. REST services have no version, and tell which of their endpoints there are. */
export interface ListedService {
  readonly id: ServiceId;
  readonly type: 'SOAP' | 'REST' | 'OPENAPI';
  readonly endpoints: readonly { readonly method: string; readonly path: string }[];
}

type Read<T> = Result<readonly T[], MessageDefect>;

/** Reads the JSON form of `listClients` (PR-META 3; field names are the security server's own). */
export function readClientList(bytes: Uint8Array): Read<ListedClient> {
  const members = listAt(parse(bytes), 'member');
  const listed = members?.map((member): ListedClient | undefined => {
    const id = clientIdOf(at(member, 'id'));
    const subsystemName = textAt(member, 'subsystem_name');
    return id && { id, name: textAt(member, 'name') ?? '', ...(subsystemName === undefined ? {} : { subsystemName }) };
  });
  return complete(listed, 'the list of clients');
}

/** Reads the JSON form of `listMethods` and `allowedMethods` (PR-MREST, annex B: what security servers really send). */
export function readRestMethodList(bytes: Uint8Array): Read<ListedService> {
  const listed = listAt(parse(bytes), 'service')?.map((service): ListedService | undefined => {
    const id = clientIdOf(service);
    const serviceCode = textAt(service, 'service_code');
    if (id === undefined || serviceCode === undefined) return undefined;
    const endpoints = (listAt(service, 'endpoint_list') ?? []).map((endpoint) => ({
      method: textAt(endpoint, 'method') ?? '*',
      path: textAt(endpoint, 'path') ?? '**',
    }));
    return { id: { ...id, serviceCode }, type: textAt(service, 'service_type') === 'OPENAPI' ? 'OPENAPI' : 'REST', endpoints };
  });
  return complete(listed, 'the list of methods');
}

/** Reads the body of a SOAP `listMethods` or `allowedMethods` answer (PR-META 4). */
export function readSoapMethodList(xml: string): Read<ListedService> {
  const scanned = scan(xml, 'utf-8');
  if (!scanned.ok) return scanned;
  const services: ListedService[] = [];
  for (const element of scanned.value.root.children) {
    if (element.namespace !== XROAD || element.localName !== 'service')
      return defect('InvalidBody', 'the list of methods holds something else');
    const id = readServiceId(element);
    if (!id.ok) return id;
    services.push({ id: id.value, type: 'SOAP', endpoints: [] });
  }
  return ok(services);
}

function clientIdOf(value: unknown): ClientId | undefined {
  const [xRoadInstance, memberClass, memberCode] = [
    textAt(value, 'xroad_instance'),
    textAt(value, 'member_class'),
    textAt(value, 'member_code'),
  ];
  const subsystemCode = textAt(value, 'subsystem_code');
  if (xRoadInstance === undefined || memberClass === undefined || memberCode === undefined) return undefined;
  if (![xRoadInstance, memberClass, memberCode, subsystemCode ?? memberCode].every(isAcceptableIdentifier)) return undefined;
  return { xRoadInstance, memberClass, memberCode, ...(subsystemCode === undefined ? {} : { subsystemCode }) };
}

function complete<T>(listed: readonly (T | undefined)[] | undefined, what: string): Read<T> {
  if (listed === undefined) return defect('InvalidBody', `${what} is not as the protocol has it`);
  const whole = listed.filter((one) => one !== undefined);
  return whole.length === listed.length ? ok(whole) : defect('InvalidBody', `${what} holds an incomplete entry`);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function textAt(value: unknown, key: string): string | undefined {
  const found = at(value, key);
  return typeof found === 'string' ? found : undefined;
}

function listAt(value: unknown, key: string): readonly unknown[] | undefined {
  const found = at(value, key);
  return Array.isArray(found) ? found : undefined;
}
