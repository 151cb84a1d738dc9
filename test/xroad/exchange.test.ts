import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type ExchangeOutcome, writeFault, type XRoadClient, type XRoadClientOptions, xroadClient } from '../../src/xroad/index.ts';
import { answerTo, header, prepared, TEXT_XML } from './example.ts';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

type Handler = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;

/** A security server's place on the wire, doing what the test says; gives its URL. */
async function serve(handler: Handler): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => handler(request, response, Buffer.concat(chunks)));
    request.on('error', () => undefined);
  });
  return listen(server);
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}/` : '';
}

function clientOf(urls: readonly string[], options: Partial<XRoadClientOptions> = {}): XRoadClient {
  const client = xroadClient({ securityServers: urls, ...options });
  opened.unshift(client);
  return client;
}

async function exchange(handler: Handler, options: Partial<XRoadClientOptions> = {}, deadlineMs = 5000): Promise<ExchangeOutcome> {
  return clientOf([await serve(handler)], options).exchange(prepared(), { deadlineMs });
}

const send =
  (text: string | Uint8Array, status = 200, headers: Record<string, string> = {}): Handler =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': TEXT_XML, ...headers }).end(text);

const right: Handler = (_request, response, body) => {
  response.writeHead(200, { 'content-type': TEXT_XML }).end(answerTo(body, prepared().requestHash));
};

const changed =
  (what: string | RegExp, into: string): Handler =>
  (_request, response, body) => {
    const answer = answerTo(body, prepared().requestHash);
    const wrong = answer.replace(what, into);
    if (wrong === answer) throw new Error('nothing was changed');
    response.writeHead(200, { 'content-type': TEXT_XML }).end(wrong);
  };

/** A port that was free a moment ago. */
async function deadUrl(): Promise<string> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}/` : '';
}

describe('an exchange', () => {
  it('sends the prepared bytes as a security server wants them and hands out a verified answer', async () => {
    let seen: { method?: string | undefined; url?: string | undefined; headers: NodeJS.Dict<string | string[]>; body: Buffer } | undefined;
    const outcome = await exchange((request, response, body) => {
      seen = { method: request.method, url: request.url, headers: request.headers, body };
      right(request, response, body);
    });
    expect(seen?.body.equals(prepared().bytes)).toBe(true);
    expect(seen).toMatchObject({
      method: 'POST',
      url: '/',
      headers: { 'content-type': 'text/xml; charset=UTF-8', soapaction: '""', 'accept-encoding': 'identity' },
    });
    if (outcome.kind !== 'answered') throw new Error(JSON.stringify(outcome));
    expect(outcome.body).toMatchObject({ namespace: 'urn:state', localName: 'getStateResponse' });
    expect(outcome.evidence).toMatchObject({
      xRoadId: header.id,
      requestHash: prepared().requestHash,
      service: header.service,
      requestBytes: prepared().bytes.length,
    });
    expect(outcome.evidence.sentAt).toMatch(/^\d{4}-.*Z$/);
    expect(outcome.evidence.responseBytes).toBeGreaterThan(500);
  });

  it('takes a multipart answer of one part for an ordinary one', async () => {
    const outcome = await exchange((_request, response, body) => {
      response.writeHead(200, { 'content-type': 'multipart/related; type="text/xml"; boundary=b' });
      response.end(`--b\r\nContent-Type: text/xml\r\n\r\n${answerTo(body, prepared().requestHash)}\r\n--b--`);
    });
    expect(outcome).toMatchObject({ kind: 'answered', attachments: [] });
  });

  it.each([200, 500])('reads a fault whatever the status: %i', async (status) => {
    const outcome = await exchange(send(writeFault({ code: 'server.serverproxy.access_denied', text: 'no' }), status));
    expect(outcome).toMatchObject({
      kind: 'fault',
      fault: { code: 'server.serverproxy.access_denied' },
      classification: { class: 'ACCESS_DENIED', mayHaveRun: 'NO', retry: 'NEVER' },
    });
  });

  it.each<[string, string, Handler]>([
    [
      'another request hash',
      'REQUEST_HASH_MISMATCH',
      (_q, response, body) =>
        void response.writeHead(200, { 'content-type': TEXT_XML }).end(answerTo(body, prepared('<getState/>').requestHash)),
    ],
    [
      'no request hash',
      'REQUEST_HASH_MISSING',
      (_q, response, body) => void response.writeHead(200, { 'content-type': TEXT_XML }).end(answerTo(body, undefined)),
    ],
    ['another hash algorithm', 'REQUEST_HASH_MISMATCH', changed('xmlenc#sha512', 'xmlenc#sha256')],
    ['another client', 'HEADER_MISMATCH', changed('>consumer<', '>another<')],
    ['another service version', 'HEADER_MISMATCH', changed('>v1<', '>v2<')],
    ['another id', 'HEADER_MISMATCH', changed(header.id, 'x')],
    ['another user', 'HEADER_MISMATCH', changed('EE60001019906', 'EE60001019907')],
    ['no issue', 'HEADER_MISMATCH', changed(/<xrd:issue>.*<\/xrd:issue>/, '')],
    [
      'a representedParty that was not sent',
      'HEADER_MISMATCH',
      changed(
        '<xrd:id>',
        '<r:representedParty xmlns:r="http://x-road.eu/xsd/representation.xsd"><r:partyCode>1</r:partyCode></r:representedParty><xrd:id>',
      ),
    ],
    ['another wrapper', 'WRAPPER_MISMATCH', changed(/s:getStateResponse/g, 's:getStateListResponse')],
    [
      'the request itself',
      'WRAPPER_MISMATCH',
      (_q, response, body) => void response.writeHead(200, { 'content-type': TEXT_XML }).end(body),
    ],
    ['no SOAP', 'INVALID_SOAP', send('<a/>')],
    ['a proxy page', 'UNEXPECTED_CONTENT', send('<html>EE60001019906</html>', 503, { 'content-type': 'text/html' })],
    ['a proxy page posing as XML', 'INVALID_SOAP', send('<html>EE60001019906', 200)],
    ['no content type', 'UNEXPECTED_CONTENT', (_q, response) => void response.writeHead(200).end('x')],
    [
      'an answer with an error status',
      'UNEXPECTED_STATUS',
      (_q, response, body) => void response.writeHead(404, { 'content-type': TEXT_XML }).end(answerTo(body, prepared().requestHash)),
    ],
    ['a redirect', 'REDIRECTED', send('', 307, { location: 'http://127.0.0.1:1/' })],
    [
      'gzip',
      'CONTENT_ENCODED',
      (_q, response, body) =>
        void response
          .writeHead(200, { 'content-type': TEXT_XML, 'content-encoding': 'gzip' })
          .end(gzipSync(answerTo(body, prepared().requestHash))),
    ],
  ])('refuses %s: %s', async (_name, code, handler) => {
    const outcome = await exchange(handler);
    expect(outcome).toMatchObject({ kind: 'failed', code });
    expect(JSON.stringify(outcome)).not.toContain('60001019906');
  });

  it('names the kind of what came instead of an answer, never its content', async () => {
    const outcome = await exchange(send('<!DOCTYPE html><p>secret</p>', 502, { 'content-type': 'text/html' }));
    expect(outcome).toMatchObject({ kind: 'failed', detail: 'HTTP 502, text/html, begins like HTML' });
  });
});

describe('a bad wire', () => {
  it('has one deadline for all: a register that drips does not gain time', async () => {
    let dripped = 0;
    const outcome = await exchange(
      (_request, response) => {
        response.writeHead(200, { 'content-type': TEXT_XML });
        const drip = setInterval(() => response.write(' ') && dripped++, 20);
        response.on('close', () => clearInterval(drip));
      },
      {},
      300,
    );
    expect(outcome).toMatchObject({ kind: 'failed', code: 'DEADLINE', classification: { mayHaveRun: 'UNKNOWN', retry: 'IF_IDEMPOTENT' } });
    expect(dripped).toBeGreaterThan(1);
  });

  it('has a deadline for a register that says nothing', async () => {
    const outcome = await exchange(() => undefined, {}, 100);
    expect(outcome).toMatchObject({ kind: 'failed', code: 'DEADLINE', classification: { mayHaveRun: 'UNKNOWN' } });
  });

  it('knows that what waited for a connection never left', async () => {
    const client = clientOf([await serve(() => undefined)], { connections: 1 });
    const first = client.exchange(prepared(), { deadlineMs: 400 });
    const second = await client.exchange(prepared(), { deadlineMs: 100 });
    expect(second).toMatchObject({ kind: 'failed', code: 'DEADLINE', classification: { mayHaveRun: 'NO', retry: 'BACKOFF' } });
    expect(await first).toMatchObject({ kind: 'failed', code: 'DEADLINE', classification: { mayHaveRun: 'UNKNOWN' } });
  });

  it('ends when the caller gives up', async () => {
    const client = clientOf([await serve(() => undefined)]);
    const controller = new AbortController();
    const running = client.exchange(prepared(), { deadlineMs: 5000, signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    expect(await running).toMatchObject({ kind: 'failed', code: 'CANCELLED', classification: { retry: 'NEVER' } });
    const late = await client.exchange(prepared(), { deadlineMs: 5000, signal: controller.signal });
    expect(late).toMatchObject({ kind: 'failed', code: 'CANCELLED', classification: { mayHaveRun: 'NO' } });
  });

  it.each<[string, Handler]>([
    ['before a byte of the answer', (request) => void request.socket.destroy()],
    [
      'in the middle of the answer',
      (request, response, body) => {
        const answer = answerTo(body, prepared().requestHash);
        response.writeHead(200, { 'content-type': TEXT_XML, 'content-length': String(answer.length) });
        response.write(answer.slice(0, 400), () => request.socket.destroy());
      },
    ],
  ])('does not know whether a request ran when it is cut %s, and sends it once', async (_name, handler) => {
    let asked = 0;
    const outcome = await exchange((request, response, body) => {
      asked++;
      handler(request, response, body);
    });
    expect(outcome).toMatchObject({
      kind: 'failed',
      code: 'CONNECTION_LOST',
      classification: { mayHaveRun: 'UNKNOWN', retry: 'IF_IDEMPOTENT' },
    });
    expect(asked).toBe(1);
  });

  it('knows that a refused connection carried nothing', async () => {
    const outcome = await clientOf([await deadUrl()]).exchange(prepared(), { deadlineMs: 5000 });
    expect(outcome).toMatchObject({
      kind: 'failed',
      code: 'CONNECTION_REFUSED',
      detail: 'ECONNREFUSED',
      classification: { mayHaveRun: 'NO', retry: 'BACKOFF' },
    });
  });

  it('takes an answer of exactly the cap and none above, announced or not', async () => {
    const size = Buffer.byteLength(answerTo(prepared().bytes, prepared().requestHash));
    const unannounced: Handler = (_request, response, body) => {
      response.writeHead(200, { 'content-type': TEXT_XML });
      response.write(answerTo(body, prepared().requestHash));
      response.end();
    };
    expect(await exchange(right, { maxResponseBytes: size })).toMatchObject({ kind: 'answered' });
    expect(await exchange(right, { maxResponseBytes: size - 1 })).toMatchObject({ kind: 'failed', code: 'RESPONSE_TOO_LARGE' });
    expect(await exchange(unannounced, { maxResponseBytes: size })).toMatchObject({ kind: 'answered' });
    expect(await exchange(unannounced, { maxResponseBytes: size - 1 })).toMatchObject({ kind: 'failed', code: 'RESPONSE_TOO_LARGE' });
  });

  it('stops reading an endless answer', async () => {
    let ended = false;
    const outcome = await exchange(
      (_request, response) => {
        response.writeHead(200, { 'content-type': TEXT_XML });
        const block = Buffer.alloc(65_536, ' ');
        const pour = (): void => {
          while (!ended && response.write(block));
        };
        response.on('drain', pour);
        response.on('close', () => {
          ended = true;
        });
        pour();
      },
      { maxResponseBytes: 1_000_000 },
    );
    expect(outcome).toMatchObject({ kind: 'failed', code: 'RESPONSE_TOO_LARGE' });
    await expect.poll(() => ended).toBe(true);
  });
});

describe('several security servers', () => {
  it('goes on to the next while the request cannot have left', async () => {
    const alive = await serve(right);
    const client = clientOf([await deadUrl(), alive]);
    for (let i = 0; i < 4; i++) {
      const outcome = await client.exchange(prepared(), { deadlineMs: 5000 });
      expect(outcome).toMatchObject({ kind: 'answered', evidence: { securityServer: alive } });
    }
  });

  it('asks no other once the request may have left', async () => {
    let asked = 0;
    const cutting: Handler = (request) => {
      asked++;
      request.socket.destroy();
    };
    const client = clientOf([await serve(cutting), await serve(cutting)]);
    expect(await client.exchange(prepared(), { deadlineMs: 5000 })).toMatchObject({ kind: 'failed', code: 'CONNECTION_LOST' });
    expect(asked).toBe(1);
  });

  it('spreads the work', async () => {
    const asked = [0, 0];
    const counting =
      (index: number): Handler =>
      (request, response, body) => {
        asked[index] = (asked[index] ?? 0) + 1;
        right(request, response, body);
      };
    const client = clientOf([await serve(counting(0)), await serve(counting(1))]);
    for (let i = 0; i < 6; i++) await client.exchange(prepared(), { deadlineMs: 5000 });
    expect(asked).toEqual([3, 3]);
  });

  it('are asked at the path of their URL', async () => {
    let path: string | undefined;
    const url = await serve((request, response, body) => {
      path = request.url;
      right(request, response, body);
    });
    await clientOf([`${url}ss/`]).exchange(prepared(), { deadlineMs: 5000 });
    expect(path).toBe('/ss/');
  });
});

it('closes after its running exchanges', async () => {
  const client = xroadClient({
    securityServers: [await serve((request, response, body) => void setTimeout(() => right(request, response, body), 100))],
  });
  const running = client.exchange(prepared(), { deadlineMs: 5000 });
  await client.close();
  expect(await running).toMatchObject({ kind: 'answered' });
  expect(await client.exchange(prepared(), { deadlineMs: 5000 })).toMatchObject({
    kind: 'failed',
    code: 'CLOSED',
    classification: { mayHaveRun: 'NO' },
  });
});
