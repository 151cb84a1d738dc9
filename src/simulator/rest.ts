import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import {
  type ClientId,
  formatClientId,
  formatServiceId,
  type ReceivedRestRequest,
  readRestRequest,
  restRequestHashOf,
  writeRestFault,
} from '../xroad/index.ts';
import type { Calendar } from './control.ts';
import type { Country } from './country.ts';
import type { Answer } from './delivery.ts';
import { inMaintenance, type Knobs } from './knobs.ts';
import { restMethodList } from './metadata.ts';
import type { RestReply, SimulatedRegister } from './registers/index.ts';

/** What stands behind the REST side of the security server. */
interface RestSide {
  readonly country: Country;
  readonly calendar: Calendar;
  readonly clients: readonly string[];
  readonly mayAsk?: readonly string[];
  readonly known: ReadonlyMap<string, { readonly register: SimulatedRegister; readonly restKnobs: Knobs }>;
  readonly received: Map<string, number>;
  spell(code: string): string;
}

/** Thrown away by security servers before they hash a request (protocol 2.2). */
const ENDS_HERE =
  /^(?:connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|host|user-agent|server|content-length|expect|x-road-request-(?:id|hash))$/i;

/** The REST side of the security server: what it says by itself, and what the registers' REST services say (protocol 2). */
export function answerRest(incoming: IncomingMessage, body: Uint8Array, side: RestSide): Answer {
  const { method = '', url = '' } = incoming;
  const sent = pairs(incoming.rawHeaders);
  const values = (name: string) => sent.flatMap(([one, value]) => (one.toLowerCase() === name ? [value] : []));
  const request = readRestRequest(method, url, values);
  const fault = ([code, text]: Fault, knobs?: Knobs): Answer => {
    const spelt = side.spell(code);
    const { contentType, body: told } = writeRestFault({ code: spelt, text, detail: 'simulated' }, values('accept'));
    const status = /^server\./i.test(spelt) ? 500 : 400;
    return { bytes: Buffer.from(told), contentType, status, headers: { 'X-Road-Error': spelt }, knobs };
  };
  if (!request.ok) return fault([`Server.ClientProxy.${request.error.code}`, request.error.text]);
  const { service, id = '' } = request.value;
  const { serviceCode, ...provider } = service;
  const behind = side.known.get(formatClientId(provider));
  const asked = serviceCode === 'listMethods' || serviceCode === 'allowedMethods' ? undefined : id;
  if (asked !== undefined) side.received.set(asked, (side.received.get(asked) ?? 0) + 1);
  if (behind === undefined) return fault(['Server.ClientProxy.UnknownMember', 'Could not find addresses for service provider']);
  const knobs = behind.restKnobs;
  const came = reply(request.value, (name) => values(name).at(-1), body, side, behind);
  if (!('status' in came)) return fault(came, knobs);

  const requestId = randomUUID();
  const headers = sent.filter(([name]) => !ENDS_HERE.test(name));
  const hashed = knobs.wrongHash ? new Uint8Array(1) : body;
  const digest = hashed.length === 0 ? undefined : createHash('sha512').update(hashed).digest();
  return {
    bytes: Buffer.from(JSON.stringify(knobs.offSchema ? { ootamatu: came.body } : came.body)),
    contentType: 'application/json',
    status: came.status,
    headers: {
      'x-road-id': id,
      'x-road-client': values('x-road-client').at(-1) ?? '',
      'x-road-service': [...partsOf(provider), serviceCode].map(encodeURIComponent).join('/'),
      'x-road-request-id': requestId,
      'x-road-request-hash': restRequestHashOf({ method: request.value.method, path: url, headers }, requestId, digest),
    },
    knobs,
  };
}

type Fault = readonly [code: string, text: string];

/** What the provider's side answers, or the fault of X-Road's that is said instead. */
function reply(
  { client, service, method, path }: ReceivedRestRequest,
  header: (name: string) => string | undefined,
  body: Uint8Array,
  side: RestSide,
  { register, restKnobs: knobs }: { readonly register: SimulatedRegister; readonly restKnobs: Knobs },
): RestReply | Fault {
  const { serviceCode, ...provider } = service;
  const mayAsk = side.mayAsk?.includes(formatClientId(client)) !== false;
  if (serviceCode === 'listMethods' || serviceCode === 'allowedMethods') {
    const offered = serviceCode === 'listMethods' || mayAsk ? Object.entries(register.rest ?? {}) : [];
    return { status: 200, body: restMethodList(provider, offered) };
  }
  if (!side.clients.includes(formatClientId(client)))
    return ['Server.ClientProxy.UnknownMember', `Client '${formatClientId(client)}' not found`];
  if (inMaintenance(knobs, side.calendar.now().toPlainTime())) return ['Server.ClientProxy.MaintenanceMode', knobs.maintenance?.text ?? ''];
  const asked = register.rest?.[serviceCode];
  if (asked === undefined) return ['Server.ServerProxy.UnknownService', `Unknown service: ${formatServiceId(service)}`];
  if (!mayAsk) return ['Server.ServerProxy.AccessDenied', `Request is not allowed: ${formatServiceId(service)}`];
  if (knobs.fault !== null && knobs.fault.times > 0) {
    knobs.fault.times -= 1;
    return [knobs.fault.code, knobs.fault.text];
  }
  if (knobs.status !== null) return { status: knobs.status, body: {} };
  const { country, calendar } = side;
  return asked.answer({ method, path, header, body, country, today: calendar.now().toPlainDate(), differs: knobs.differs });
}

function partsOf({ xRoadInstance, memberClass, memberCode, subsystemCode = '' }: ClientId): readonly string[] {
  return [xRoadInstance, memberClass, memberCode, subsystemCode];
}

function pairs(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, index): [string, string][] => (index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : []));
}
