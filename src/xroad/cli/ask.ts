import {
  type ClientId,
  createMetadataClient,
  type Description,
  fetchContainer,
  formatClientId,
  formatServiceId,
  type ListedClient,
  type ListedService,
  type MetadataClient,
  parseClientId,
  type Result,
  type ServiceId,
  type Unanswered,
} from '../index.ts';
import type { Connection } from './connection.ts';
import { asJson, type Done, done, misused, refused } from './done.ts';
import type { Values } from './options.ts';

/** One command on its way: what it was given, and the way to the security server. */
export interface Asking extends Connection {
  readonly operand: string | undefined;
  readonly values: Values;
}

/** The commands that ask an X-Road something. */
export const QUESTIONS: Readonly<Record<string, (asking: Asking) => Promise<Done>>> = {
  'list-clients': async (asking) => listed(await metadata(asking).listClients(asking.operand), asking.values, clientLine),
  'list-methods': (asking) => methods(asking, 'listMethods'),
  'allowed-methods': (asking) => methods(asking, 'allowedMethods'),
  'get-wsdl': async (asking) => description(serviceIn(asking.operand, true), (service) => metadata(asking).getWsdl(service)),
  'get-openapi': async (asking) => description(serviceIn(asking.operand, false), (service) => metadata(asking).getOpenApi(service)),
  'get-container': container,
  'get-trust': trust,
};

function metadata({ xroad, client, deadlineMs }: Connection): MetadataClient {
  return createMetadataClient({ xroad, client, deadlineMs });
}

async function methods(asking: Asking, verb: 'listMethods' | 'allowedMethods'): Promise<Done> {
  const { operand, values } = asking;
  const provider = operand === undefined ? undefined : parseClientId(operand);
  if (provider === undefined) return misused('A provider is named as EE/GOV/70008440/rr.');
  const protocol = values.rest === values.soap ? undefined : values.rest === true ? 'REST' : 'SOAP';
  return listed(await metadata(asking)[verb](provider, protocol), values, serviceLine);
}

function listed<T>(result: Result<readonly T[], Unanswered>, { json }: Values, line: (one: T) => string): Done {
  if (!result.ok) return refused(result.error);
  return done(json === true ? asJson(result.value) : result.value.map((one) => `${line(one)}\n`).join(''));
}

function clientLine({ id, name, subsystemName }: ListedClient): string {
  return [formatClientId(id), name, ...(subsystemName === undefined ? [] : [subsystemName])].join('\t');
}

function serviceLine({ id, type, endpoints }: ListedService): string {
  return [type, formatServiceId(id), ...endpoints.map(({ method, path }) => `${method} ${path}`)].join('\t');
}

async function description(
  service: ServiceId | undefined,
  get: (service: ServiceId) => Promise<Result<Description, Unanswered>>,
): Promise<Done> {
  if (service === undefined) return misused('A service is named as EE/GOV/70008440/rr/RR456/v1; one of REST has no version.');
  const got = await get(service);
  return got.ok ? done(got.value.bytes) : refused(got.error);
}

/** `EE/GOV/70008440/rr/RR456/v1`. A description is asked of subsystems: members have had no services of their own since X-Road 6. */
function serviceIn(text: string | undefined, versioned: boolean): ServiceId | undefined {
  const parts = text?.split('/') ?? [];
  const provider: ClientId | undefined = parseClientId(parts.slice(0, 4).join('/'));
  const [serviceCode, serviceVersion, ...more] = parts.slice(4);
  if (provider === undefined || serviceCode === undefined || more.length > 0 || (serviceVersion !== undefined && !versioned))
    return undefined;
  return { ...provider, serviceCode, ...(serviceVersion === undefined ? {} : { serviceVersion }) };
}

async function container({ xroad, client, deadlineMs, operand, values }: Asking): Promise<Done> {
  if (operand === undefined) return misused('get-container takes the id of a message.');
  const direction = values.request === true ? 'request' : 'response';
  const got = await fetchContainer(xroad, { party: client, id: operand, direction }, { deadlineMs });
  return got.ok ? done(got.value) : refused(got.error);
}

async function trust({ xroad, deadlineMs }: Asking): Promise<Done> {
  const got = await xroad.read('/verificationconf', 'application/zip', { deadlineMs });
  if (!got.ok) return refused({ code: got.error.code, text: got.error.detail });
  if (got.value.status !== 200) return refused({ code: 'REFUSED', text: `the security server answered with HTTP ${got.value.status}` });
  return done(got.value.bytes);
}
