import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { request as httpRequest } from 'undici';
import type { Clock, Log } from '../platform/index.ts';
import {
  type BodyCodec,
  type ClientId,
  type Contract,
  formatClientId,
  formatServiceId,
  openContract,
  type ProducerRequest,
  readMessage,
  readRequest,
  requestHashOf,
  SHA_512,
  writeFault,
  writeResponse,
} from '../xroad/index.ts';
import type { Arrival } from './arrival.ts';
import { control, createCalendar } from './control.ts';
import type { Country } from './country.ts';
import { type Answer, deliver } from './delivery.ts';
import { createJournal, type Journal } from './journal.ts';
import { inMaintenance, type Knobs, quiet } from './knobs.ts';
import { clientList, METASERVICES, methodList, wsdlAsked, wsdlNamed } from './metadata.ts';
import { multipart } from './multipart.ts';
import { registers, type SimulatedRegister, WithFiles } from './registers/index.ts';
import { answerRest } from './rest.ts';
import { answerSiva } from './siva.ts';
import { createTara, type TaraOptions } from './tara.ts';
import { createTicketBook, type TicketBook } from './tickets.ts';

export interface SimulatorOptions {
  /** 0: any free one. */
  readonly port: number;
  readonly country: Country;
  readonly clock: Clock;
  readonly log: Log;
  /** Subsystems that are registered on this security server. */
  readonly clients: readonly string[];
  /** Those of them that the registers have given access rights to. Default: all. */
  readonly mayAsk?: readonly string[];
  /** STAR's own subsystem, and where requests to it are carried. */
  readonly producer?: { readonly subsystem: string; readonly url: string };
  /** Signing in, at `/tara` below its address: by whom, and as whom. Absent: nobody does. */
  readonly tara?: TaraOptions;
  /** Asks for client certificates of this authority, and serves by TLS. */
  readonly tls?: { readonly cert: string; readonly key: string; readonly ca: string };
  /** The spelling of error codes: up to 7.7 `Server.ServerProxy`, from 7.8 `server.serverproxy`. */
  readonly spelling?: '7.7' | '7.8';
}

export interface Simulator {
  readonly url: string;
  /** Of a register; of its REST services, with `-rest` behind its name; of SiVa, `siva`. */
  knobs(register: string): Knobs;
  /** How often each X-Road id has arrived: proof that nothing was sent twice. */
  received(): ReadonlyMap<string, number>;
  /** The SOAP requests that have arrived, metadata aside, in their order. */
  arrivals(): readonly Arrival[];
  /** How often a register has taken up each write, by the register's own idempotency key: proof that it was carried out once. */
  executions(register: string): ReadonlyMap<string, number>;
  /** The register's mass orders by ticket, and how often the file of each was given out. */
  fetched(register: string): ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** How long a provider may take: the security server's default, 60 s. */
const SERVICE_WITHIN = 60_000;
/** The largest document, in base64, goes to SiVa. */
const BODY_AT_MOST = 32 * 1024 * 1024;
const wsdlFolder = resolve(import.meta.dirname, '../../wsdl');

/**
 * A security server to develop against, with registers behind it. It checks what the real one checks, in its order, answers its own faults with
 * HTTP 200, adds requestHash, and carries requests to STAR's producer side. (protocol 0, 1.2-1.7)
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const calendar = createCalendar(options.clock);
  const known = new Map(
    registers.map((register) => {
      const knobs = quiet();
      const book = createTicketBook(knobs, () => calendar.now().toInstant());
      return [register.subsystem, { register, contract: open(register), knobs, restKnobs: quiet(), journal: createJournal(), book }];
    }),
  );
  const siva = quiet();
  const tara = options.tara && createTara(options.tara, options.clock);
  const counts = new Map<string, number>();
  const arrivals: Arrival[] = [];
  const world = {
    country: options.country,
    received: counts,
    arrivals,
    knobs: new Map([
      ['siva', siva] as const,
      ...[...known.values()].flatMap(({ register, knobs, restKnobs }) => {
        const own = [register.name, knobs] as const;
        // Another program at the register's, and by itself right or wrong.
        return register.rest === undefined ? [own] : [own, [`${register.name}-rest`, restKnobs] as const];
      }),
    ]),
    executions: new Map([...known.values()].map(({ register, journal }) => [register.name, journal.executions])),
    calendar,
  };
  const spell = (code: string) =>
    options.spelling === '7.8'
      ? code
          .replace(/(?<=[a-z])(?=[A-Z])/g, '_')
          .toLowerCase()
          .replaceAll('server_proxy', 'serverproxy')
          .replaceAll('client_proxy', 'clientproxy')
      : code;
  const ownFault = (code: string, text: string): Answer => ({
    bytes: writeFault({ code: spell(code), text, detail: 'simulated' }),
    knobs: undefined,
  });

  const answer = async (request: ProducerRequest, contentType: string, soapAction: string | undefined): Promise<Answer> => {
    const { client, service, id, issue } = request.header;
    options.country.life.liveUntil(calendar.now().toPlainDateTime());
    if (!METASERVICES.has(service.serviceCode)) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
      arrivals.push({ at: options.clock.now(), xRoadId: id, service: formatServiceId(service), issue });
    }
    if (!options.clients.includes(formatClientId(client)))
      return ownFault('Server.ClientProxy.UnknownMember', `Client '${formatClientId(client)}' not found`);
    const { serviceCode, serviceVersion, ...provider } = service;
    const subsystem = formatClientId(provider);
    if (options.producer?.subsystem === subsystem) return carry(options.producer.url, request, contentType, soapAction, ownFault);
    const found = known.get(subsystem);
    if (found === undefined)
      return ownFault('Server.ClientProxy.UnknownMember', `Could not find addresses for service provider "${subsystem}"`);
    const { knobs } = found;
    if (knobs.maintenance !== null && inMaintenance(knobs, calendar.now().toPlainTime()))
      return ownFault(
        'Server.ClientProxy.MaintenanceMode',
        `All security servers of the service provider are in maintenance mode. Message from "${found.register.name}" administrator: ${knobs.maintenance.text}`,
      );
    if (METASERVICES.has(serviceCode)) return { ...metadata(found, provider, request), knobs };
    const operation = found.contract.operations.get(serviceCode);
    if (operation === undefined || operation.serviceVersion !== serviceVersion)
      return ownFault('Server.ServerProxy.UnknownService', `Unknown service: ${formatServiceId(service)}`);
    if (options.mayAsk?.includes(formatClientId(client)) === false)
      return ownFault('Server.ServerProxy.AccessDenied', `Request is not allowed: ${formatServiceId(service)}`);
    if (knobs.fault !== null && knobs.fault.times > 0) {
      knobs.fault.times -= 1;
      return { ...ownFault(knobs.fault.code, knobs.fault.text), knobs };
    }
    const valid = found.contract.validate(request.body);
    const body = valid.ok ? operation.request.decode(request.body) : valid;
    if (!body.ok) return { bytes: writeFault({ code: 'SOAP-ENV:Client', text: 'The request is not valid' }), knobs };
    const value = found.register.services[serviceCode]?.({
      request: body.value,
      attachments: request.attachments,
      country: options.country,
      today: calendar.now().toPlainDate(),
      journal: found.journal,
      tickets: found.book.seenBy(formatClientId(client)),
      document: (name, content) => written(name, found.contract.documents.get(name)?.encode(content)),
    });
    const [answerBody, files] = value instanceof WithFiles ? [value.body, value.files] : [value, []];
    const response = written(serviceCode, operation.response.encode(answerBody));
    const message = withRequestHash(
      writeResponse(request, knobs.offSchema ? response.replace(/<\/[^<>]+>$/, '<ootamatu/>$&') : response),
      knobs.wrongHash ? requestHashOf(new Uint8Array(1)) : requestHashOf(request.soapBytes),
    );
    return { ...(files.length === 0 ? { bytes: message } : multipart(message, files)), knobs };
  };

  /** What a security server says of a provider without asking it; no access right is needed. */
  const metadata = ({ register, contract, knobs }: Behind, provider: ClientId, request: ProducerRequest): Omit<Answer, 'knobs'> => {
    const { serviceCode } = request.header.service;
    const answered = (body: string) => withRequestHash(writeResponse(request, body), requestHashOf(request.soapBytes));
    const offered = [...contract.operations.values()];
    if (serviceCode !== 'getWsdl') {
      const services = offered.map((one) => ({
        ...provider,
        serviceCode: one.serviceCode,
        ...(one.serviceVersion === undefined ? {} : { serviceVersion: one.serviceVersion }),
      }));
      const mayCall = serviceCode === 'listMethods' || options.mayAsk?.includes(formatClientId(request.header.client)) !== false;
      return { bytes: answered(methodList(serviceCode, mayCall ? services : [])) };
    }
    const asked = wsdlAsked(request.body.xml);
    if (asked.serviceCode === undefined) return ownFault('Server.ServerProxy.InvalidRequest', 'Missing serviceCode in message body');
    const named = offered.find((one) => one.serviceCode === asked.serviceCode && one.serviceVersion === asked.serviceVersion);
    if (named === undefined) return ownFault('Server.ServerProxy.UnknownService', 'Could not find wsdl URL for service');
    const content = Buffer.from(described(readFileSync(resolve(wsdlFolder, register.wsdl), 'utf8'), knobs));
    return multipart(answered(wsdlNamed(named.serviceCode, named.serviceVersion)), [
      { contentId: 'wsdl@x-road.eu', contentType: 'text/xml', content },
    ]);
  };

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const bytes = await readBody(request);
    if (request.url?.startsWith('/simulator/')) return control(world, request.method ?? '', request.url, bytes, response);
    if (request.method === 'GET' && request.url?.startsWith('/listClients')) {
      const subsystems = [...new Set([...options.clients, ...known.keys()])];
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(clientList(subsystems)));
      return;
    }
    if (tara !== undefined && request.url?.startsWith('/tara/')) return tara(request, bytes, response);
    if (request.url?.startsWith('/siva/')) return answerSiva(request, bytes, siva, response);
    if (request.url?.startsWith('/r1/'))
      return deliver(response, answerRest(request, bytes, { ...options, known, received: counts, calendar, spell }));
    const contentType = request.headers['content-type'];
    const soapAction = request.headers.soapaction;
    const read = readRequest({
      method: request.method ?? '',
      contentType,
      soapAction: typeof soapAction === 'string' ? soapAction : undefined,
      bytes,
    });
    const answered = read.ok
      ? await answer(read.value, contentType ?? '', typeof soapAction === 'string' ? soapAction : undefined)
      : ownFault(read.error.code, read.error.text);
    await deliver(response, answered);
  };
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    handle(request, response).catch((error: unknown) => {
      options.log.error({ err: error }, 'the simulator failed');
      response.destroy();
    });
  };
  const server: Server =
    options.tls === undefined
      ? createHttpServer(listener)
      : createHttpsServer({ ...options.tls, requestCert: true, rejectUnauthorized: true }, listener);
  await new Promise<void>((settle, refuse) => server.once('error', refuse).listen(options.port, '127.0.0.1', settle));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    knobs(register) {
      const knobs = world.knobs.get(register);
      if (knobs === undefined) throw new Error(`no register ${register}`);
      return knobs;
    },
    received: () => counts,
    arrivals: () => arrivals,
    executions: (register) => world.executions.get(register) ?? new Map(),
    fetched(register) {
      const found = [...known.values()].find((one) => one.register.name === register);
      if (found === undefined) throw new Error(`no register ${register}`);
      return found.book.fetched();
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((settle) => server.close(() => settle()));
      for (const { contract } of known.values()) contract[Symbol.dispose]();
    },
  };
}

interface Behind {
  readonly register: SimulatedRegister;
  readonly contract: Contract;
  readonly knobs: Knobs;
  readonly journal: Journal;
  readonly book: TicketBook;
}

/** What a register answers fits its contract, or the simulator is wrong. */
function written(name: string, encoded: ReturnType<BodyCodec<unknown>['encode']> | undefined): string {
  if (encoded?.ok !== true) throw new Error(`${name}: ${JSON.stringify(encoded?.error.problems)}`);
  return encoded.value;
}

/** The contract as the register publishes it: as it is, with a member more that nobody needs, or with one by another name. */
function described(wsdl: string, { publishes }: Knobs): string {
  if (publishes === 'MORE') return wsdl.replace(/(?=<\/xs:sequence>)/, '<xs:element name="lisandus" type="xs:string" minOccurs="0"/>');
  return publishes === 'ANOTHER' ? wsdl.replace(/(<xs:element [^>]*name=")(isikukood|oma_kood)"/gi, '$1$2Uus"') : wsdl;
}

function open(register: SimulatedRegister): Contract {
  const contract = openContract(readFileSync(resolve(wsdlFolder, register.wsdl), 'utf8'));
  if (!contract.ok) throw new Error(`${register.wsdl}: ${contract.error.text}`);
  return contract.value;
}

/** Carries a request to the provider, as the provider's security server does: 200 or 500 only, and the answer must be a message. */
async function carry(
  url: string,
  request: ProducerRequest,
  contentType: string,
  soapAction: string | undefined,
  ownFault: (code: string, text: string) => Answer,
): Promise<Answer> {
  const failed = 'Server.ServerProxy.ServiceFailed';
  try {
    const { statusCode, headers, body } = await httpRequest(url, {
      method: 'POST',
      headers: { 'content-type': contentType, 'accept-encoding': '', ...(soapAction === undefined ? {} : { soapaction: soapAction }) },
      body: request.soapBytes,
      signal: AbortSignal.timeout(SERVICE_WITHIN),
    });
    const bytes = new Uint8Array(await body.arrayBuffer());
    if (statusCode !== 200 && statusCode !== 500) return ownFault(`${failed}.HttpError`, `Server responded with error ${statusCode}`);
    const answered = readMessage(bytes, typeof headers['content-type'] === 'string' ? headers['content-type'] : undefined);
    if (!answered.ok) return ownFault(`${failed}.${answered.error.code}`, answered.error.text);
    if (answered.value.kind === 'fault') return { bytes: writeFault(answered.value.fault), knobs: undefined };
    const { client, id, userId } = answered.value.header;
    if (formatClientId(client) !== formatClientId(request.header.client) || id !== request.header.id || userId !== request.header.userId) {
      return ownFault(`${failed}.InconsistentResponse`, 'Response from server does not match the request');
    }
    return { bytes: withRequestHash(bytes, requestHashOf(request.soapBytes)), knobs: undefined };
  } catch (error) {
    return ownFault(
      `${failed}.${error instanceof Error && error.name === 'TimeoutError' ? 'IOError' : 'NetworkError'}`,
      'The provider did not answer',
    );
  }
}

/** Right behind the end of `xrd:id`, with its prefix, as the provider's security server writes it. */
function withRequestHash(bytes: Uint8Array, hash: string): Uint8Array {
  const text = Buffer.from(bytes).toString('utf8');
  return Buffer.from(
    text.replace(
      /<((?:[\w.-]+:)?)id((?:\s[^>]*)?)>([^<]*)<\/\1id>/,
      (id, prefix: string, attributes: string) =>
        `${id}<${prefix}requestHash${attributes} algorithmId="${SHA_512}">${hash}</${prefix}requestHash>`,
    ),
  );
}

async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    size += piece.length;
    if (size > BODY_AT_MOST) throw new Error('the body is too large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
