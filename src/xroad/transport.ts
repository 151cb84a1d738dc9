import { type Dispatcher, errors, Pool } from 'undici';
import type { Failure, FailureCode } from './failure.ts';
import { fail, ok, type Result } from './result.ts';
import type { TlsIdentity } from './tls-identity.ts';

/** One request, exactly as it is to leave. The path is raw and begins with a slash; headers keep their order and their letters. */
export interface HttpRequest {
  readonly method: 'DELETE' | 'GET' | 'HEAD' | 'OPTIONS' | 'PATCH' | 'POST' | 'PUT' | 'TRACE';
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: Uint8Array;
}

/** What one security server answered, whole. */
export interface HttpAnswer {
  readonly status: number;
  /** By name in lower case; of a repeated header all values, with commas between. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Uint8Array;
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

/**
 * Sends a request and collects the answer: one attempt, no redirect followed, nothing repeated. Never throws for what the network does.
 *
 * @param remainingMs until the absolute deadline; the clock does not restart with each chunk
 */
export function send(
  pool: Pool,
  { method, path, headers, body }: HttpRequest,
  remainingMs: number,
  maxResponseBytes: number,
  signal: AbortSignal | undefined,
): Promise<Result<HttpAnswer, Failure>> {
  return new Promise((resolve) => {
    const exchange = new Exchange(maxResponseBytes, (result) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      resolve(result);
    });
    const timer = setTimeout(() => exchange.stop('DEADLINE', 'the deadline passed'), Math.max(0, remainingMs));
    const cancel = (): void => exchange.stop('CANCELLED', 'the caller gave up');
    if (signal?.aborted === true) return cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      pool.dispatch({ method, path, headers: headers.flat(), body: body ?? null }, exchange);
    } catch (error) {
      exchange.onResponseError(undefined, error instanceof Error ? error : new Error('dispatch failed'));
    }
  });
}

/** One request on its way: collects the answer, and knows whether the request had begun to leave. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #maxBytes: number;
  #settle: ((result: Result<HttpAnswer, Failure>) => void) | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  #status = 0;
  #headers: Readonly<Record<string, string | undefined>> = {};
  readonly #chunks: Buffer[] = [];
  #length = 0;

  constructor(maxBytes: number, settle: (result: Result<HttpAnswer, Failure>) => void) {
    this.#maxBytes = maxBytes;
    this.#settle = settle;
  }

  /** Ends the exchange now; what still arrives is dropped with its connection. */
  stop(code: FailureCode, detail: string): void {
    const controller = this.#controller;
    this.#finish(fail({ code, detail, sent: controller !== undefined }));
    controller?.abort(new errors.RequestAbortedError(detail));
  }

  /** The request is about to be written to a connection that stands. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#settle === undefined) {
      controller.abort(new errors.RequestAbortedError('the exchange had ended'));
      return;
    }
    this.#controller = controller;
  }

  onResponseStart(
    _: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    if (status < 200) return;
    this.#status = status;
    this.#headers = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), single(value)]));
    if (Number(this.#headers['content-length']) > this.#maxBytes) this.#tooLarge();
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#settle === undefined) return;
    this.#length += chunk.length;
    if (this.#length > this.#maxBytes) this.#tooLarge();
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [first] = this.#chunks;
    const bytes = this.#chunks.length === 1 && first !== undefined ? first : Buffer.concat(this.#chunks, this.#length);
    this.#finish(ok({ status: this.#status, headers: this.#headers, bytes }));
  }

  onResponseError(_: Dispatcher.DispatchController | undefined, error: Error): void {
    const sent = this.#controller !== undefined;
    this.#finish(fail({ code: codeOf(error, sent), detail: nameOf(error), sent }));
  }

  #tooLarge(): void {
    this.stop('RESPONSE_TOO_LARGE', `the answer is larger than ${this.#maxBytes} bytes`);
  }

  #finish(result: Result<HttpAnswer, Failure>): void {
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.(result);
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
