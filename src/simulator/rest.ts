import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { restRequestHashOf } from '../xroad/index.ts';

/** Thrown away by security servers before they hash a request (protocol 2.2). */
const ENDS_HERE =
  /^(?:connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|host|user-agent|server|content-length|expect|x-road-request-(?:id|hash))$/i;

/**
 * The REST side of the security server. No register behind it has REST services yet, so it answers what a security server answers by itself: which
 * there are (none), and that any other is unknown.
 */
export function answerRest(request: IncomingMessage, body: Uint8Array, subsystems: ReadonlySet<string>, response: ServerResponse): void {
  const { method = '', url = '' } = request;
  const [, , ...parts] = (url.split('?')[0] ?? '').split('/').map(decodeURIComponent);
  const subsystem = parts.slice(0, 4).join('/');
  const serviceCode = parts[4] ?? '';
  const client = request.headers['x-road-client'];
  const refused = refusalOf(client, subsystems.has(subsystem), serviceCode);
  if (refused !== undefined) {
    const [code, message] = refused;
    response
      .writeHead(500, { 'X-Road-Error': code, 'content-type': 'application/json' })
      .end(JSON.stringify({ type: code, message, detail: 'simulated' }));
    return;
  }
  const requestId = randomUUID();
  const headers = pairs(request.rawHeaders).filter(([name]) => !ENDS_HERE.test(name));
  const hash = restRequestHashOf(
    { method: method === 'POST' ? 'POST' : 'GET', path: url, headers },
    requestId,
    body.length === 0 ? undefined : createHash('sha512').update(body).digest(),
  );
  response
    .writeHead(200, {
      'content-type': 'application/json',
      'x-road-id': request.headers['x-road-id'] ?? '',
      'x-road-client': client,
      'x-road-service': parts.slice(0, 5).map(encodeURIComponent).join('/'),
      'x-road-request-id': requestId,
      'x-road-request-hash': hash,
    })
    .end(JSON.stringify({ service: [] }));
}

function refusalOf(client: unknown, known: boolean, serviceCode: string): readonly [code: string, message: string] | undefined {
  if (typeof client !== 'string') return ['Server.ClientProxy.InvalidClientIdentifier', 'The client identifier is missing'];
  if (!known) return ['Server.ClientProxy.UnknownMember', 'Could not find addresses for service provider'];
  if (serviceCode === 'listMethods' || serviceCode === 'allowedMethods') return undefined;
  return ['Server.ServerProxy.UnknownService', `Unknown service: ${serviceCode}`];
}

function pairs(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, index): [string, string][] => (index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : []));
}
