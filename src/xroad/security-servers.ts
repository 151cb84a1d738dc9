import type { Pool } from 'undici';
import type { Failure } from './failure.ts';
import { MAX_MESSAGE_BYTES } from './limits.ts';
import { fail, type Result } from './result.ts';
import { openRoute } from './route.ts';
import type { TlsIdentity } from './tls-identity.ts';
import type { Bounds, HttpRequest } from './transport.ts';

export interface XRoadClientOptions {
  /** Base URLs of one's own security servers. Each has its own connections; work is spread over them in turn. */
  readonly securityServers: readonly string[];
  /** Or where to get it: asked before each request. When it has become another one, connections under the old one are let go. */
  readonly tls?: TlsIdentity | (() => TlsIdentity);
  /** Connections to each security server at most; further requests wait for one. Default 32. */
  readonly connections?: number;
  /** Bytes of an answer at most. Default {@link MAX_MESSAGE_BYTES}. */
  readonly maxResponseBytes?: number;
  /** The clock: the present instant in ISO 8601, UTC. */
  readonly now?: () => string;
}

export interface ExchangeOptions {
  /** Milliseconds from now until the answer must have been received whole. */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal;
}

/** Which server was asked last, and what came of it. */
export interface Asked<T> {
  readonly url: string;
  readonly result: Result<T, Failure>;
}

/** One's own security servers, as one. */
export interface SecurityServers {
  /** Asks them in turn, going on to the next only while the request cannot have left. The path follows the servers' own. */
  ask<T>(
    request: HttpRequest,
    options: ExchangeOptions,
    by: (pool: Pool, request: HttpRequest, bounds: Bounds) => Promise<Result<T, Failure>>,
  ): Promise<Asked<T>>;
  /** Cuts every connection: what runs, and what is asked afterwards, ends as `CLOSED`. */
  cut(): Promise<void>;
  close(): Promise<void>;
}

/** 32: twice the concurrency of a register's queue; a security server's own default is 20 per provider. */
const CONNECTIONS = 32;

export function openSecurityServers(options: XRoadClientOptions): SecurityServers {
  const { connections = CONNECTIONS, maxResponseBytes = MAX_MESSAGE_BYTES, tls } = options;
  const routes = options.securityServers.map((url) => openRoute(url, { connections, tls }));
  if (routes.length === 0) throw new TypeError('an X-Road client needs the URL of a security server');
  let turn = 0;
  return {
    async ask<T>(
      request: HttpRequest,
      { deadlineMs, signal }: ExchangeOptions,
      by: (pool: Pool, request: HttpRequest, bounds: Bounds) => Promise<Result<T, Failure>>,
    ) {
      const end = performance.now() + deadlineMs;
      const first = turn++ % routes.length;
      let asked: Asked<T> = { url: '', result: fail({ code: 'CONNECTION_REFUSED', detail: 'no security server was asked', sent: false }) };
      for (let i = 0; i < routes.length; i++) {
        const route = routes[(first + i) % routes.length];
        if (route === undefined) continue;
        const path = request.path === '' ? route.path : `${route.path.replace(/\/$/, '')}${request.path}`;
        const bounds = { remainingMs: end - performance.now(), maxResponseBytes, signal };
        const result = await by(route.pool(), { ...request, path }, bounds);
        asked = { url: route.url, result };
        if (result.ok || result.error.sent || result.error.code !== 'CONNECTION_REFUSED') break;
      }
      return asked;
    },
    async cut() {
      await Promise.all(routes.map((route) => route.cut()));
    },
    async close() {
      await Promise.all(routes.map((route) => route.close()));
    },
  };
}
