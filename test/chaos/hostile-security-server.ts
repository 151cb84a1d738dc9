import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { request as ask } from 'undici';

/** What the security server makes of a register's answers that no register of the simulator does by itself. */
export type Malice = 'WRONG_HEADER' | 'ENDLESS' | 'GZIP_BOMB';

/** One exchange as it was seen from this side of the wire. */
export interface Seen {
  /** The provider's subsystem code. */
  readonly provider: string;
  readonly at: number;
  /** When it ended, by whomever; undefined while it goes on. */
  until: number | undefined;
}

export interface HostileServer {
  readonly url: string;
  readonly seen: readonly Seen[];
  /** By subsystem code. */
  readonly malice: Map<string, Malice>;
  /** Stops listening and drops every connection: whoever comes is refused, until `listen`. */
  refuse(): Promise<void>;
  listen(): Promise<void>;
}

const MIB = 1024 * 1024;
const PACKED = gzipSync(Buffer.alloc(16 * MIB, 0x20));
/** 200 MB, of which nobody says beforehand that they come. */
const ENDLESS_BYTES = 200 * MIB;
const PIECE = Buffer.alloc(64 * 1024, 0x20);
/** A gigabyte in a thousandth of its size: what is packed may stand any number of times behind itself (RFC 1952, 2.2). */
const BOMB = Buffer.concat(Array.from({ length: 64 }, () => PACKED));

/** Stands before a security server, notes every exchange, and spoils those that it is told to. */
export async function startHostileServer(behind: string): Promise<HostileServer> {
  const seen: Seen[] = [];
  const malice = new Map<string, Malice>();
  const sockets = new Set<Socket>();

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const body = Buffer.concat(pieces);
    const provider = providerIn(body.toString('latin1'));
    const one: Seen = { provider, at: performance.now(), until: undefined };
    seen.push(one);
    response.once('close', () => {
      one.until = performance.now();
    });
    const does = malice.get(provider);
    if (does === 'ENDLESS' || does === 'GZIP_BOMB') return flood(response, does);
    const { 'content-type': contentType = 'text/xml', soapaction } = request.headers;
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const answer = await ask(`${behind}${request.url}`, {
      method: request.method === 'GET' ? 'GET' : 'POST',
      headers: { 'content-type': contentType, ...(typeof soapaction === 'string' ? { soapaction } : {}) },
      body: request.method === 'GET' ? null : body,
      headersTimeout: 0,
      bodyTimeout: 0,
      signal: gone.signal,
    });
    response.writeHead(answer.statusCode, { 'content-type': String(answer.headers['content-type']) });
    if (does !== 'WRONG_HEADER') {
      for await (const piece of answer.body) response.write(piece);
      response.end();
      return;
    }
    const text = await answer.body.text();
    // Another case's: what was asked for is not what is answered.
    response.end(text.replace(/(<[^<>]*:issue[^<>]*>)[^<]*/, '$1somebody else'));
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  let port = 0;
  const listen = async () => {
    await new Promise<void>((settle) => server.listen(port, '127.0.0.1', settle));
    ({ port } = server.address() as AddressInfo);
  };
  await listen();
  server.unref();
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    malice,
    listen,
    async refuse() {
      const closed = new Promise<void>((settle) => server.close(() => settle()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function providerIn(message: string): string {
  const service = /<[^<>]*:service[ >].*?<\/[^<>]*:service>/s.exec(message)?.[0] ?? '';
  return /<[^<>]*:subsystemCode>([^<]+)</.exec(service)?.[1] ?? '';
}

/** Answers more than anybody can want. */
function flood(response: ServerResponse, does: 'ENDLESS' | 'GZIP_BOMB'): void {
  const type = { 'content-type': 'text/xml; charset=UTF-8' };
  if (does === 'GZIP_BOMB') return void response.writeHead(200, { ...type, 'content-encoding': 'gzip' }).end(BOMB);
  response.writeHead(200, type);
  let left = ENDLESS_BYTES;
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= PIECE.length;
      if (!response.write(PIECE)) return void response.once('drain', more);
    }
    response.end();
  };
  more();
}
