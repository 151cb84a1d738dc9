import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type PreparedRestRequest, prepareRestRequest, type RestRequest, type XRoadClient, xroadClient } from '../../src/xroad/index.ts';
import { shared } from '../shared.ts';

const REQUEST_ID = '78b890f3-b1eb-45b2-a512-beec5d7ead23';
const request: RestRequest = {
  client: { xRoadInstance: 'ee-test', memberClass: 'GOV', memberCode: '70000001', subsystemCode: 'consumer' },
  service: { xRoadInstance: 'ee-test', memberClass: 'GOV', memberCode: '70000002', subsystemCode: 'producer', serviceCode: 'echo' },
  method: 'POST',
  path: '/people/1',
  query: 'full=true',
  id: '0192f0c1-7c5e-7d34-9a1b-3c2f5d7e9a01',
  userId: 'EE60001019906',
  issue: 'M-2026-17',
  body: { contentType: 'application/json', content: Buffer.from('{"value" : 42}') },
};
const { body: _body, ...bodiless } = request;
const reading: RestRequest = { ...bodiless, method: 'GET' };

function prepared(of: RestRequest = request): PreparedRestRequest {
  const result = prepareRestRequest(of);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.text}`);
  return result.value;
}

const headerOf = (of: RestRequest, name: string) => prepared(of).http.headers.find(([key]) => key === name)?.[1];

describe('what leaves', () => {
  it('is the service in the path, part by part, and what follows it as it was given', () => {
    const odd = { ...request.service, serviceCode: "BAR SERVICE õ'(1)" };
    expect(prepared({ ...request, service: odd, path: '/path%3B/' }).http.path).toBe(
      "/r1/ee-test/GOV/70000002/producer/BAR%20SERVICE%20%C3%B5'(1)/path%3B/?full=true",
    );
  });

  it('bears X-Road’s headers, asks for JSON errors, and for nothing compressed', () => {
    const of: RestRequest = {
      ...request,
      securityServer: { xRoadInstance: 'ee-test', memberClass: 'GOV', memberCode: '70000002', serverCode: 'ss1' },
      representedParty: { partyClass: 'COM', partyCode: '12345678' },
      headers: { 'If-Match': '"7"' },
    };
    expect(prepared(of).http.headers).toEqual([
      ['X-Road-Client', 'ee-test/GOV/70000001/consumer'],
      ['X-Road-Id', request.id],
      ['X-Road-UserId', 'EE60001019906'],
      ['X-Road-Issue', 'M-2026-17'],
      ['X-Road-Security-Server', 'ee-test/GOV/70000002/ss1'],
      ['X-Road-Represented-Party', 'COM/12345678'],
      ['Accept', 'application/json'],
      ['Accept-Encoding', 'identity'],
      ['Content-Type', 'application/json'],
      ['If-Match', '"7"'],
    ]);
    expect(headerOf({ ...request, representedParty: { partyCode: '12345678' } }, 'X-Road-Represented-Party')).toBe('12345678');
    expect(headerOf({ ...request, client: { xRoadInstance: 'a', memberClass: 'b c', memberCode: 'd?e' } }, 'X-Road-Client')).toBe(
      'a/b%20c/d%3Fe',
    );
  });

  it.each<[string, Partial<RestRequest>, string]>([
    ['an empty id', { id: '' }, 'InvalidRequest'],
    ['a path without its slash', { path: 'people' }, 'InvalidRequest'],
    ['a path that is not encoded', { path: '/õ' }, 'InvalidRequest'],
    ['a path with a query in it', { path: '/a?b=c' }, 'InvalidRequest'],
    ['a path that would end the line', { path: '/a\r\nX-Road-Client: x' }, 'InvalidRequest'],
    ['a query with a fragment', { query: 'a#b' }, 'InvalidRequest'],
    ['a header that would be two', { issue: 'a\r\nX-Road-UserId: EE1' }, 'InvalidRequest'],
    ['letters that mean something else to the next program', { issue: 'toimik õ' }, 'InvalidRequest'],
    ['another X-Road header', { headers: { 'X-Road-Client': 'a/b/c' } }, 'InvalidRequest'],
    ['a header that ends at the next hop', { headers: { Connection: 'close' } }, 'InvalidRequest'],
    ['a second content type', { headers: { 'content-type': 'text/plain' } }, 'InvalidRequest'],
    ['a body that would never arrive', { method: 'DELETE' }, 'InvalidHttpMethod'],
    ['a client that cannot be', { client: { xRoadInstance: 'ee', memberClass: 'GOV', memberCode: '' } }, 'InvalidClientIdentifier'],
    ['a service that cannot be', { service: { ...request.service, serviceCode: 'a;b' } }, 'InvalidRequest'],
  ])('is nothing with %s', (_what, more, code) => {
    expect(prepareRestRequest({ ...request, ...more })).toMatchObject({ ok: false, error: { code } });
  });

  it('is never more than one line a header, whatever is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (issue, path) => {
        const result = prepareRestRequest({ ...request, issue, path });
        if (!result.ok) return;
        const all = [result.value.http.path, ...result.value.http.headers.flat()].join('');
        expect(all).toMatch(/^[\x20-\x7e]*$/);
      }),
    );
  });
});

describe('on the wire', () => {
  let seen: { method: string; url: string; headers: string[]; body: Buffer };
  let handle: (request: IncomingMessage, response: ServerResponse) => void;
  let client: XRoadClient;
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk) => chunks.push(chunk));
    incoming.on('end', () => {
      seen = { method: incoming.method ?? '', url: incoming.url ?? '', headers: incoming.rawHeaders, body: Buffer.concat(chunks) };
      handle(incoming, response);
    });
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('no address');
    client = xroadClient({ securityServers: [`http://127.0.0.1:${address.port}`] });
  });
  afterEach(() => server.closeIdleConnections());
  afterAll(async () => {
    await client.close();
    server.closeAllConnections();
    server.close();
  });

  /** The request hash as the protocol has it, over what arrived here: verb, path, headers without those that end at this hop. */
  function hashOfSeen(): string {
    const lines = [seen.method, seen.url];
    for (let i = 0; i < seen.headers.length; i += 2) {
      if (!/^(host|connection|content-length|user-agent)$/i.test(seen.headers[i] ?? ''))
        lines.push(`${seen.headers[i]}:${seen.headers[i + 1]}`);
    }
    lines.push(`x-road-request-id:${REQUEST_ID}`);
    const sha512 = (bytes: Buffer) => createHash('sha512').update(bytes).digest();
    const message = sha512(Buffer.from(lines.map((line) => `${line}\r\n`).join('')));
    return (seen.body.length === 0 ? message : sha512(Buffer.concat([message, sha512(seen.body)]))).toString('base64');
  }
  const echoed = () => ({
    'x-road-id': request.id,
    'x-road-client': 'ee-test/GOV/70000001/consumer',
    'x-road-service': 'ee-test/GOV/70000002/producer/echo',
    'x-road-request-id': REQUEST_ID,
    'x-road-request-hash': hashOfSeen(),
  });
  const ask = (of: RestRequest = request) => client.exchangeRest(prepared(of), { deadlineMs: 2000 });

  it.each([
    ['with a body', request, 200],
    ['without', reading, 200],
    ['whatever the provider’s status', reading, 404],
    ['a redirect too, which is not followed', reading, 302],
  ] as const)('is answered %s, and the hash proves what was asked', async (_what, of, status) => {
    handle = (_incoming, response) =>
      response.writeHead(status, { ...echoed(), 'content-type': 'application/json', location: '/elsewhere' }).end('{"a":1}');
    const outcome = await ask(of);
    expect(outcome).toMatchObject({
      kind: 'answered',
      status,
      evidence: { xRoadId: request.id, requestId: REQUEST_ID, requestHashVerified: true, responseBytes: 7 },
    });
    expect(seen.method).toBe(of.method);
    expect(seen.body.toString()).toBe(of.body === undefined ? '' : '{"value" : 42}');
  });

  it('is answered also when something on the way added a header: the hash then proves nothing, and that is said', async () => {
    handle = (_incoming, response) => response.writeHead(200, { ...echoed(), 'x-road-request-hash': 'AAAA' }).end();
    expect(await ask()).toMatchObject({ kind: 'answered', evidence: { requestHash: 'AAAA', requestHashVerified: false } });
  });

  it.each([
    ['Server.ServerProxy.AccessDenied', 500, 'NEVER'],
    ['server.serverproxy.access_denied', 400, 'NEVER'],
    ['Server.ServerProxy.NetworkError', 500, 'BACKOFF'],
  ])('is X-Road’s own error by its header, whatever the status: %s with %d', async (code, status, retry) => {
    handle = (_incoming, response) =>
      response
        .writeHead(status, { 'X-Road-Error': code, 'content-type': 'application/json' })
        .end(JSON.stringify({ type: code, message: 'Request is not allowed', detail: 'f31e7451' }));
    expect(await ask()).toMatchObject({
      kind: 'fault',
      fault: { code, text: 'Request is not allowed', detail: 'f31e7451' },
      classification: { retry },
    });
  });

  it('is an error of X-Road’s even with a body that nobody can read', async () => {
    handle = (_incoming, response) => response.writeHead(500, { 'x-road-error': 'Server.ClientProxy.InternalError' }).end('<html>');
    expect(await ask()).toMatchObject({ kind: 'fault', fault: { code: 'Server.ClientProxy.InternalError', text: '', detail: undefined } });
  });

  it.each<[string, Record<string, string>, string]>([
    ['a page of somebody else’s', { 'x-road-id': '' }, 'HEADER_MISMATCH'],
    ['the answer to another request', { 'x-road-id': 'another' }, 'HEADER_MISMATCH'],
    ['an answer to another client', { 'x-road-client': 'ee-test/GOV/70000001/other' }, 'HEADER_MISMATCH'],
    ['an answer of another service', { 'x-road-service': 'ee-test/GOV/70000002/producer/ech%6' }, 'HEADER_MISMATCH'],
    ['a compressed answer', { 'content-encoding': 'gzip' }, 'CONTENT_ENCODED'],
  ])('is not believed: %s', async (_what, headers, code) => {
    handle = (_incoming, response) => response.writeHead(200, { ...echoed(), ...headers }).end('x');
    expect(await ask()).toMatchObject({ kind: 'failed', code });
  });

  it('is not believed without X-Road’s headers', async () => {
    handle = (_incoming, response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<html>');
    expect(await ask()).toMatchObject({ kind: 'failed', code: 'UNEXPECTED_CONTENT', evidence: { requestHashVerified: false } });
  });

  it('ends at its deadline', async () => {
    handle = () => undefined;
    expect(await client.exchangeRest(prepared(), { deadlineMs: 100 })).toMatchObject({ kind: 'failed', code: 'DEADLINE' });
  });
});

const file = join(shared, 'xroad/cases/rest/cases.json');
const rows: readonly { id: string; kind: string; method?: string; path?: string; headers?: Record<string, string>; expect: unknown }[] =
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];

describe.runIf(rows.length > 0)('X-Road’s own REST cases', () => {
  it.each(rows.filter(({ kind, path }) => kind === 'e2e' && path !== undefined))(
    '$id: what we write is what its consumers sent',
    ({ method = 'GET', path = '', headers = {} }) => {
      const [, , xRoadInstance = '', memberClass = '', memberCode = '', subsystemCode = '', serviceCode = '', ...rest] = path.split('/');
      const [instance = 'EE', clas = 'GOV', code = '1', subsystem = 'x'] = (headers['X-Road-Client'] ?? '').split('/').filter(Boolean);
      const written = prepared({
        client: { xRoadInstance: instance, memberClass: clas, memberCode: code, subsystemCode: subsystem },
        service: { xRoadInstance, memberClass, memberCode, subsystemCode, serviceCode },
        method: method as RestRequest['method'],
        ...(rest.length === 0 ? {} : { path: `/${rest.join('/')}` }),
        id: request.id,
      });
      expect(written.http.path).toBe(path);
      if (headers['X-Road-Client'] !== undefined) expect(written.http.headers).toContainEqual(['X-Road-Client', headers['X-Road-Client']]);
    },
  );
});
