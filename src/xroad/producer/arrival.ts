import type { Readable } from 'node:stream';
import { MAX_MESSAGE_BYTES } from '../limits.ts';
import { fail, ok, type Result } from '../result.ts';

/** 10 MiB: what a security server keeps of a message in its log by default; larger sets travel as attachments. */
export const REQUEST_BYTES_AT_MOST = 10 * 1024 * 1024;
/** 64 MiB are read and thrown away before we hang up: a security server that is still sending does not read our fault. */
const BYTES_THROWN_AWAY_AT_MOST = 64 * 1024 * 1024;
/** 30 s for the request to arrive, of the 60 s that a security server gives us in all. */
export const ARRIVAL_MS = 30_000;

/** Why a request was not read to its end. */
export type NotWhole = 'Client.MessageTooLarge' | 'Client.RequestTimeout';

/** Thrown while a request is read that arrives. */
export class ArrivalFailed extends Error {
  readonly code: NotWhole;

  constructor(code: NotWhole) {
    super(code);
    this.code = code;
  }
}

const LOST = fail('Client.RequestTimeout' as const);

/**
 * Reads a request to its end, chunked or not. One that is too large or too slow leaves the connection alive: the fault that says so has to
 * travel back on it.
 */
export function readWhole(stream: Readable, arrivalMs: number): Promise<Result<Buffer, NotWhole>> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve) => {
    // What listeners still hear after the end means nothing: a promise is settled once.
    const settle = (whole: Result<Buffer, NotWhole>) => {
      clearTimeout(timer);
      resolve(whole);
    };
    const lose = () => settle(LOST);
    const finish = () => {
      if (size > REQUEST_BYTES_AT_MOST) return settle(fail('Client.MessageTooLarge'));
      const [first] = chunks;
      settle(ok(chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks, size)));
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= REQUEST_BYTES_AT_MOST) chunks.push(chunk);
      else if (size > BYTES_THROWN_AWAY_AT_MOST) finish();
    };
    const timer = setTimeout(lose, arrivalMs);
    stream.on('data', take).on('end', finish).on('close', lose).on('error', lose);
  });
}

/** A request that is read while it arrives. */
export interface ArrivingRequest {
  /** Throws {@link ArrivalFailed}. The time to arrive is that of the whole: who reads slowly has less of it. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Begins to throw away what has not been read, so that the answer can travel back. */
  discard(): void;
}

export function readArriving(stream: Readable, arrivalMs: number): ArrivingRequest {
  const queue: Buffer[] = [];
  let size = 0;
  let state: 'arriving' | 'ended' | 'discarded' | ArrivalFailed = 'arriving';
  let wake = (): void => undefined;
  const become = (next: typeof state): void => {
    if (state === 'arriving') state = next;
    clearTimeout(timer);
    wake();
  };
  const timer = setTimeout(() => become(new ArrivalFailed('Client.RequestTimeout')), arrivalMs);
  stream
    .on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_MESSAGE_BYTES) become(new ArrivalFailed('Client.MessageTooLarge'));
      if (size > MAX_MESSAGE_BYTES + BYTES_THROWN_AWAY_AT_MOST) stream.destroy();
      if (state !== 'arriving') return;
      queue.push(chunk);
      stream.pause();
      wake();
    })
    .once('end', () => become('ended'))
    .once('error', () => become(new ArrivalFailed('Client.RequestTimeout')))
    .once('close', () => become(new ArrivalFailed('Client.RequestTimeout')));
  async function* bytes(): AsyncGenerator<Uint8Array, void> {
    for (;;) {
      const chunk = queue.shift();
      if (chunk !== undefined) yield chunk;
      else if (state === 'ended' || state === 'discarded') return;
      else if (state !== 'arriving') throw state;
      else {
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        stream.resume();
        await woken;
      }
    }
  }
  return {
    bytes: bytes(),
    discard() {
      become('discarded');
      queue.length = 0;
      stream.resume();
    },
  };
}
