import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  formatClientId,
  formatServiceId,
  type ReceivedRestRequest,
  readRestRequest,
  restRequestHashOf,
  writeRestFault,
} from '../xroad/index.ts';

/** Thrown away by security servers before they hash a request (protocol 2.2). */
const ENDS_HERE =
  /^(?:connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|host|user-agent|server|content-length|expect|x-road-request-(?:id|hash))$/i;

/**
 * The REST side of the security server. No register behind it has REST services yet, so it answers what a security server answers by itself: which
 * there are (none), and that any other is unknown.
 */
export function answerRest(incoming: IncomingMessage, body: Uint8Array, subsystems: ReadonlySet<string>, response: ServerResponse): void {
  const { method = '', url = '' } = incoming;
  const sent = pairs(incoming.rawHeaders);
  const values = (name: string) => sent.flatMap(([one, value]) => (one.toLowerCase() === name ? [value] : []));
  const request = readRestRequest(method, url, values);
  const [code, text] = request.ok ? refusalOf(request.value, subsystems) : [`Server.ClientProxy.${request.error.code}`, request.error.text];
  if (!request.ok || code !== undefined) {
    const error = writeRestFault({ code: code ?? '', text: text ?? '', detail: 'simulated' }, values('accept'));
    response.writeHead(500, { 'X-Road-Error': code, 'content-type': error.contentType }).end(error.body);
    return;
  }
  const requestId = randomUUID();
  const headers = sent.filter(([name]) => !ENDS_HERE.test(name));
  const digest = body.length === 0 ? undefined : createHash('sha512').update(body).digest();
  const { service, id = '' } = request.value;
  const { xRoadInstance, memberClass, memberCode, subsystemCode = '', serviceCode } = service;
  response
    .writeHead(200, {
      'content-type': 'application/json',
      'x-road-id': id,
      'x-road-client': values('x-road-client')[0],
      'x-road-service': [xRoadInstance, memberClass, memberCode, subsystemCode, serviceCode].map(encodeURIComponent).join('/'),
      'x-road-request-id': requestId,
      'x-road-request-hash': restRequestHashOf({ method: request.value.method, path: url, headers }, requestId, digest),
    })
    .end(JSON.stringify({ service: [] }));
}

function refusalOf({ service }: ReceivedRestRequest, subsystems: ReadonlySet<string>): readonly [code?: string, message?: string] {
  const { serviceCode, ...provider } = service;
  if (!subsystems.has(formatClientId(provider))) {
    return ['Server.ClientProxy.UnknownMember', 'Could not find addresses for service provider'];
  }
  if (serviceCode === 'listMethods' || serviceCode === 'allowedMethods') return [];
  return ['Server.ServerProxy.UnknownService', `Unknown service: ${formatServiceId(service)}`];
}

function pairs(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, index): [string, string][] => (index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : []));
}
