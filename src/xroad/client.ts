import { checkAnswer } from './answer.ts';
import { type Classification, classifyFault } from './classification.ts';
import { classifyFailure, type Failure, type FailureCode } from './failure.ts';
import type { SoapFault } from './fault.ts';
import type { ServiceId } from './identifier.ts';
import { MAX_MESSAGE_BYTES } from './limits.ts';
import type { BodyElement } from './message.ts';
import type { Part } from './mime.ts';
import type { PreparedRequest } from './request.ts';
import { checkRestAnswer, type PreparedRestRequest, type RestAnswer, type RestFault, traceOf } from './rest/index.ts';
import { fail, type Result } from './result.ts';
import { openRoute } from './route.ts';
import type { TlsIdentity } from './tls-identity.ts';
import { type HttpAnswer, type HttpRequest, send } from './transport.ts';

/** What can later prove the exchange: to be kept with the answer. Times are ISO 8601 instants, sizes bytes. */
export interface Evidence {
  readonly xRoadId: string;
  readonly requestHash: string;
  readonly service: ServiceId;
  readonly sentAt: string;
  readonly receivedAt?: string;
  readonly requestBytes: number;
  readonly responseBytes?: number;
  /** URL of the security server that was asked last. */
  readonly securityServer: string;
}

/** How an exchange ended. Every way is a value; nothing the network or the other side does is thrown. */
export type ExchangeOutcome =
  | { readonly kind: 'answered'; readonly body: BodyElement; readonly attachments: readonly Part[]; readonly evidence: Evidence }
  | { readonly kind: 'fault'; readonly fault: SoapFault; readonly classification: Classification; readonly evidence: Evidence }
  | {
      readonly kind: 'failed';
      readonly code: FailureCode;
      /** For operators: kinds and names, never content. */
      readonly detail: string;
      readonly classification: Classification;
      readonly evidence: Evidence;
    };

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

/** How a REST exchange ended. A provider's own answer is `answered`, whatever its status; a redirect is one too, and not followed. */
export type RestOutcome =
  | ({ readonly kind: 'answered'; readonly evidence: RestEvidence } & RestAnswer)
  | { readonly kind: 'fault'; readonly fault: RestFault; readonly classification: Classification; readonly evidence: RestEvidence }
  | {
      readonly kind: 'failed';
      readonly code: FailureCode;
      readonly detail: string;
      readonly classification: Classification;
      readonly evidence: RestEvidence;
    };

/** As {@link Evidence}. The hash is the one that the provider's security server computed; absent when there was no answer of X-Road's. */
export interface RestEvidence extends Omit<Evidence, 'requestHash'> {
  readonly requestHash?: string;
  /** The security servers' own id of the exchange (X-Road-Request-Id). */
  readonly requestId?: string;
  /** Whether we get the same hash from what we sent. False proves nothing: a proxy in between may have added a header (PR-REST 4.3). */
  readonly requestHashVerified: boolean;
}

/** A consumer's way to its security servers. */
export interface XRoadClient {
  exchange(prepared: PreparedRequest, options: ExchangeOptions): Promise<ExchangeOutcome>;
  /** As `exchange`, by the REST message protocol. */
  exchangeRest(prepared: PreparedRestRequest, options: ExchangeOptions): Promise<RestOutcome>;
  /** Reads one of a security server's own pages: `/listClients`, `/asic`, `/verificationconf` (protocol 3.1, 6.1). Not an exchange: nothing is signed. */
  read(path: string, accept: string, options: ExchangeOptions): Promise<Result<HttpAnswer, Failure>>;
  /** Waits for running exchanges, then closes every connection. */
  close(): Promise<void>;
}

/** Headers of every SOAP request (protocol 1.5). Identity: an answer must not be compressed, or its size would mean nothing before it is unpacked. */
const SOAP_HEADERS = [
  ['content-type', 'text/xml; charset=UTF-8'],
  ['soapaction', '""'],
  ['accept-encoding', 'identity'],
] as const;
/** 32: twice the concurrency of a register's queue; a security server's own default is 20 per provider. */
const CONNECTIONS = 32;

/** Opens a client. Nothing is connected before the first exchange. */
export function createXRoadClient(options: XRoadClientOptions): XRoadClient {
  const connections = options.connections ?? CONNECTIONS;
  const maxResponseBytes = options.maxResponseBytes ?? MAX_MESSAGE_BYTES;
  const now = options.now ?? isoNow;
  const routes = options.securityServers.map((url) => openRoute(url, { connections, tls: options.tls }));
  if (routes.length === 0) throw new TypeError('an X-Road client needs the URL of a security server');
  let turn = 0;

  /** Asks the servers in turn, going on to the next only while the request cannot have left. */
  async function ask(
    request: HttpRequest,
    exchange: ExchangeOptions,
  ): Promise<{ readonly url: string; readonly result: Result<HttpAnswer, Failure> }> {
    const end = performance.now() + exchange.deadlineMs;
    const first = turn++ % routes.length;
    let url = '';
    let result: Result<HttpAnswer, Failure> = fail({ code: 'CONNECTION_REFUSED', detail: 'no security server was asked', sent: false });
    for (let i = 0; i < routes.length; i++) {
      const route = routes[(first + i) % routes.length];
      if (route === undefined) continue;
      url = route.url;
      const path = request.path === '' ? route.path : `${route.path.replace(/\/$/, '')}${request.path}`;
      result = await send(route.pool(), { ...request, path }, end - performance.now(), maxResponseBytes, exchange.signal);
      if (result.ok || result.error.sent || result.error.code !== 'CONNECTION_REFUSED') break;
    }
    return { url, result };
  }

  return {
    async exchange(prepared, exchange) {
      const sentAt = now();
      const { url, result } = await ask({ method: 'POST', path: '', headers: SOAP_HEADERS, body: prepared.bytes }, exchange);
      const evidence: Evidence = {
        xRoadId: prepared.header.id,
        requestHash: prepared.requestHash,
        service: prepared.header.service,
        sentAt,
        ...(result.ok ? { receivedAt: now(), responseBytes: result.value.bytes.length } : {}),
        requestBytes: prepared.bytes.length,
        securityServer: url,
      };
      const answer = result.ok ? checkAnswer(prepared, result.value) : result;
      if (!answer.ok) {
        const { code, detail } = answer.error;
        return { kind: 'failed', code, detail, classification: classifyFailure(answer.error), evidence };
      }
      if (answer.value.kind === 'fault') {
        const { fault } = answer.value;
        return { kind: 'fault', fault, classification: classifyFault(fault.code, fault.text), evidence };
      }
      return { kind: 'answered', body: answer.value.body, attachments: answer.value.attachments, evidence };
    },
    async exchangeRest(prepared, exchange) {
      const sentAt = now();
      const { url, result } = await ask(prepared.http, exchange);
      const checked = result.ok ? checkRestAnswer(prepared, result.value) : result;
      const trace = result.ok ? traceOf(prepared, result.value) : { requestHashVerified: false };
      const evidence: RestEvidence = {
        xRoadId: prepared.id,
        service: prepared.service,
        sentAt,
        ...(result.ok ? { receivedAt: now(), responseBytes: result.value.bytes.length } : {}),
        requestBytes: prepared.http.body?.length ?? 0,
        securityServer: url,
        ...trace,
      };
      if (!checked.ok) {
        const { code, detail } = checked.error;
        return { kind: 'failed', code, detail, classification: classifyFailure(checked.error), evidence };
      }
      if (checked.value.kind === 'fault') {
        const { fault } = checked.value;
        return { kind: 'fault', fault, classification: classifyFault(fault.code, fault.text), evidence };
      }
      return { ...checked.value, evidence };
    },
    async read(path, accept, exchange) {
      const headers = [
        ['accept', accept],
        ['accept-encoding', 'identity'],
      ] as const;
      return (await ask({ method: 'GET', path, headers }, exchange)).result;
    },
    async close() {
      await Promise.all(routes.map((route) => route.close()));
    },
  };
}

/** A tenth of what the Temporal polyfill takes, twice in every exchange. */
function isoNow(): string {
  return new Date().toISOString();
}
