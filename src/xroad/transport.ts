import { Readable } from 'node:stream';
import { type Dispatcher, errors, Pool } from 'undici';
import type { Failure, FailureCode } from './failure.ts';
import { fail, ok, type Result } from './result.ts';
import type { TlsIdentity } from './tls-identity.ts';

/** One request, exactly as it is to leave. The path is raw and begins with a slash; headers keep their order and their letters. */
export interface HttpRequest {
  readonly method: 'DELETE' | 'GET' | 'HEAD' | 'OPTIONS' | 'PATCH' | 'POST' | 'PUT' | 'TRACE';
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** In one piece, or written while it is sent. */
  readonly body?: Uint8Array | (() => AsyncIterable<Uint8Array>);
}

/** What one security server answered, whole. */
export interface HttpAnswer {
  readonly status: number;
  /** By name in lower case; of a repeated header all values, with commas between. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Uint8Array;
}

/** What one security server answers, while it arrives. */
export interface HttpStream extends Omit<HttpAnswer, 'bytes'> {
  /** To be read once. Iterating throws {@link TransferFailed} when the rest does not arrive. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Lets go what has not been read, and its connection with it. Nothing when all was. */
  letGo(): void;
}

/** The rest of an answer did not arrive, or not in time. */
export class TransferFailed extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.detail);
    this.failure = failure;
  }
}

/** How much of an exchange there may be, and until when. */
export interface Bounds {
  /** Until the absolute deadline; the clock does not restart with each chunk. */
  readonly remainingMs: number;
  readonly maxResponseBytes: number;
  readonly signal?: AbortSignal | undefined;
}

/** 10 s to connect: a security server is one hop away; a longer wait only delays the next server's turn. */
const CONNECT_TIMEOUT_MS = 10_000;
/** 20 s of idle keep-alive: below the 30 s after which common load balancers drop a connection without a word. */
const KEEP_ALIVE_MS = 20_000;

export interface PoolOptions {
  readonly tls?: TlsIdentity;
  readonly connections: number;
}

/** Connections to one security server. The pool's own timeouts are off: only the exchange's absolute deadline counts. */
export function openPool(url: string, options: PoolOptions): Pool {
  const { tls } = options;
  return new Pool(new URL(url).origin, {
    connections: options.connections,
    pipelining: 1,
    allowH2: false,
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
    connect: {
      timeout: CONNECT_TIMEOUT_MS,
      ...(tls === undefined
        ? {}
        : {
            cert: tls.cert,
            key: tls.key,
            ca: tls.ca,
            minVersion: 'TLSv1.2',
            ...(tls.serverName === undefined ? {} : { servername: tls.serverName }),
          }),
    },
  });
}

/** Sends a request and collects the answer: one attempt, no redirect followed, nothing repeated. Never throws for what the network does. */
export function send(pool: Pool, request: HttpRequest, bounds: Bounds): Promise<Result<HttpAnswer, Failure>> {
  return new Promise((resolve) => dispatch(pool, request, bounds, new Collected(resolve)));
}

/** As {@link send}, giving the answer as soon as it begins. The deadline is for its end. */
export function open(pool: Pool, request: HttpRequest, bounds: Bounds): Promise<Result<HttpStream, Failure>> {
  return new Promise((resolve) => dispatch(pool, request, bounds, new Streamed(resolve)));
}

/** Where an answer goes. Of `end` and `fail` one is called, once, and nothing after it. */
interface Receiver {
  head(status: number, headers: HttpAnswer['headers'], controller: Dispatcher.DispatchController): void;
  data(chunk: Buffer): void;
  end(): void;
  fail(failure: Failure): void;
}

class Collected implements Receiver {
  readonly #settle: (result: Result<HttpAnswer, Failure>) => void;
  readonly #chunks: Buffer[] = [];
  #status = 0;
  #headers: HttpAnswer['headers'] = {};

  constructor(settle: (result: Result<HttpAnswer, Failure>) => void) {
    this.#settle = settle;
  }

  head(status: number, headers: HttpAnswer['headers']): void {
    this.#status = status;
    this.#headers = headers;
  }

  data(chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  end(): void {
    const [first] = this.#chunks;
    const bytes = this.#chunks.length === 1 && first !== undefined ? first : Buffer.concat(this.#chunks);
    this.#settle(ok({ status: this.#status, headers: this.#headers, bytes }));
  }

  fail(failure: Failure): void {
    this.#settle(fail(failure));
  }
}

class Streamed implements Receiver {
  readonly #settle: (result: Result<HttpStream, Failure>) => void;
  #body: Readable | undefined;
  #controller: Dispatcher.DispatchController | undefined;

  constructor(settle: (result: Result<HttpStream, Failure>) => void) {
    this.#settle = settle;
  }

  head(status: number, headers: HttpAnswer['headers'], controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    this.#body = new Readable({
      read: () => controller.resume(),
      destroy: (error, done) => {
        if (!controller.aborted && !this.#body?.readableEnded) controller.abort(new errors.RequestAbortedError('the answer is not wanted'));
        done(error);
      },
    });
    const body = this.#body;
    this.#settle(ok({ status, headers, body, letGo: () => void body.destroy() }));
  }

  data(chunk: Buffer): void {
    if (this.#body?.push(chunk) === false) this.#controller?.pause();
  }

  end(): void {
    this.#body?.push(null);
  }

  fail(failure: Failure): void {
    if (this.#body === undefined) this.#settle(fail(failure));
    else this.#body.destroy(new TransferFailed(failure));
  }
}

function dispatch(pool: Pool, { method, path, headers, body }: HttpRequest, bounds: Bounds, receiver: Receiver): void {
  const { remainingMs, maxResponseBytes, signal } = bounds;
  const exchange = new Exchange(maxResponseBytes, receiver, () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
  });
  const timer = setTimeout(() => exchange.stop('DEADLINE', 'the deadline passed'), Math.max(0, remainingMs));
  const cancel = (): void => exchange.stop('CANCELLED', 'the caller gave up');
  if (signal?.aborted === true) {
    cancel();
    return;
  }
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    pool.dispatch(
      { method, path, headers: headers.flat(), body: typeof body === 'function' ? Readable.from(body()) : (body ?? null) },
      exchange,
    );
  } catch (error) {
    exchange.onResponseError(undefined, error instanceof Error ? error : new Error('dispatch failed'));
  }
}

/** One request on its way: keeps the bounds, and knows whether the request had begun to leave. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #maxBytes: number;
  readonly #receiver: Receiver;
  readonly #release: () => void;
  #controller: Dispatcher.DispatchController | undefined;
  #length = 0;
  #over = false;

  constructor(maxBytes: number, receiver: Receiver, release: () => void) {
    this.#maxBytes = maxBytes;
    this.#receiver = receiver;
    this.#release = release;
  }

  /** Ends the exchange now; what still arrives is dropped with its connection. */
  stop(code: FailureCode, detail: string): void {
    const controller = this.#controller;
    this.#fail({ code, detail, sent: controller !== undefined });
    controller?.abort(new errors.RequestAbortedError(detail));
  }

  /** The request is about to be written to a connection that stands. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#over) controller.abort(new errors.RequestAbortedError('the exchange had ended'));
    else this.#controller = controller;
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    received: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    if (status < 200 || this.#over) return;
    const headers: Record<string, string | undefined> = Object.create(null);
    for (const name in received) headers[name.toLowerCase()] = single(received[name]);
    if (Number(headers['content-length']) > this.#maxBytes) this.#tooLarge();
    else this.#receiver.head(status, headers, controller);
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#over) return;
    this.#length += chunk.length;
    if (this.#length > this.#maxBytes) this.#tooLarge();
    else this.#receiver.data(chunk);
  }

  onResponseEnd(): void {
    if (this.#over) return;
    this.#over = true;
    this.#release();
    this.#receiver.end();
  }

  onResponseError(_: Dispatcher.DispatchController | undefined, error: Error): void {
    const sent = this.#controller !== undefined;
    this.#fail({ code: codeOf(error, sent), detail: nameOf(error), sent });
  }

  #tooLarge(): void {
    this.stop('RESPONSE_TOO_LARGE', `the answer is larger than ${this.#maxBytes} bytes`);
  }

  #fail(failure: Failure): void {
    if (this.#over) return;
    this.#over = true;
    this.#release();
    this.#receiver.fail(failure);
  }
}

/** An alert of the peer comes after TLS 1.3's client has begun to send, yet proves that nothing of it was read. */
function codeOf(error: Error, sent: boolean): FailureCode {
  const name = nameOf(error);
  if (error instanceof errors.ClientClosedError || error instanceof errors.ClientDestroyedError) return 'CLOSED';
  if (/^ERR_(SSL|TLS|OSSL)/.test(name) || CERTIFICATE_ERRORS.has(name)) return 'TLS_REFUSED';
  return sent ? 'CONNECTION_LOST' : 'CONNECTION_REFUSED';
}

/** How OpenSSL names a server certificate that is not the one expected. */
const CERTIFICATE_ERRORS: ReadonlySet<string> = new Set([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
]);

/** The error's code; its text may quote what was received. */
function nameOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}
