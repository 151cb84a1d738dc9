import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { request } from 'undici';
import { SHA_512 } from '../../src/xroad/index.ts';
import type { Answering } from './answering.ts';

/**
 * A security server as far as the two sides of an exchange notice it: hands a request on to a producer as it comes, and its answer back with
 * the hash of the request's first part put behind `xrd:id`. Neither is kept: it stands between sides whose memory is watched.
 */
export async function handingOn(producer: string): Promise<Answering> {
  const server = createServer((incoming, response) => {
    handOn(producer, incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

async function handOn(producer: string, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const { 'content-type': contentType = '', soapaction = '""' } = incoming.headers;
  const boundary = /boundary="?([^";]+)/.exec(contentType)?.[1];
  const first = createFirstPart(boundary);
  const body = new PassThrough();
  incoming
    .on('data', (piece: Buffer) => {
      first.add(piece);
      // A producer may answer before it has read all: the rest is dropped.
      if (body.destroyed || body.write(piece)) return;
      incoming.pause();
      body.once('drain', () => incoming.resume()).once('close', () => incoming.resume());
    })
    .on('end', () => {
      first.end();
      body.end();
    });
  body.on('error', () => incoming.resume());
  const answer = await request(producer, { method: 'POST', headers: { 'content-type': contentType, soapaction }, body });
  response.writeHead(200, { 'content-type': String(answer.headers['content-type']) });
  await pipeline(answer.body, (pieces) => withHash(pieces as AsyncIterable<Buffer>, first.hash), response);
}

async function* withHash(pieces: AsyncIterable<Buffer>, hash: () => string): AsyncGenerator<Buffer> {
  let placed = false;
  for await (const piece of pieces) {
    const end: number = placed ? -1 : piece.indexOf('</xrd:id>');
    placed ||= end !== -1;
    const header = `<xrd:requestHash algorithmId="${SHA_512}">${hash()}</xrd:requestHash>`;
    yield end === -1 ? piece : Buffer.concat([piece.subarray(0, end + 9), Buffer.from(header), piece.subarray(end + 9)]);
  }
}

/** The message is the first part, and small: it alone is kept. */
function createFirstPart(boundary: string | undefined) {
  let kept: Buffer | undefined = Buffer.alloc(0);
  const hash = createHash('sha512');
  const finish = (begin: number, end: number) => {
    hash.update(kept?.subarray(begin, end) ?? '');
    kept = undefined;
  };
  return {
    add(piece: Buffer) {
      if (kept === undefined) return;
      kept = Buffer.concat([kept, piece]);
      const begin = kept.indexOf('\r\n\r\n') + 4;
      const end = boundary === undefined ? -1 : kept.indexOf(`\r\n--${boundary}`, begin);
      if (end !== -1) finish(begin, end);
    },
    end: () => finish(0, kept?.length ?? 0),
    hash: () => hash.copy().digest('base64'),
  };
}
