import type { Readable } from 'node:stream';

/** 10 MiB: what a security server keeps of a message in its log by default; our largest request is a list of some thousand codes. */
export const REQUEST_BYTES_AT_MOST = 10 * 1024 * 1024;
/** 64 MiB are read and thrown away before we hang up: a security server that is still sending does not read our fault. */
const BYTES_THROWN_AWAY_AT_MOST = 64 * 1024 * 1024;
/** 30 s for the request to arrive, of the 60 s that a security server gives us in all. */
export const ARRIVAL_MS = 30_000;

/** Why a body was not read. */
export class BodyRefused extends Error {
  readonly code: 'Client.MessageTooLarge' | 'Client.RequestTimeout';

  constructor(code: BodyRefused['code']) {
    super(code);
    this.code = code;
  }
}

/**
 * Reads a request body to its end, chunked or not. A body that is too large or too slow leaves the connection alive: the fault that says so has
 * to travel back on it.
 */
export function readBody(stream: Readable, arrivalMs = ARRIVAL_MS): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise<Buffer>((resolve, reject) => {
    const stop = (outcome: () => void) => {
      clearTimeout(timer);
      stream.off('data', take).off('end', finish).off('close', lose);
      outcome();
    };
    const finish = () =>
      stop(() => (size > REQUEST_BYTES_AT_MOST ? reject(new BodyRefused('Client.MessageTooLarge')) : resolve(Buffer.concat(chunks, size))));
    const lose = () => stop(() => reject(new BodyRefused('Client.RequestTimeout')));
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= REQUEST_BYTES_AT_MOST) chunks.push(chunk);
      else if (size > BYTES_THROWN_AWAY_AT_MOST) finish();
    };
    const timer = setTimeout(lose, arrivalMs);
    stream.on('data', take).once('end', finish).once('close', lose).once('error', lose);
  });
}
