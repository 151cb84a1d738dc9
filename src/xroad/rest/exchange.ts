import { counted, readThrough } from '../arriving.ts';
import { type Classification, classifyFault } from '../classification.ts';
import type { Evidence } from '../exchange.ts';
import { classifyFailure, type Failure, type FailureCode } from '../failure.ts';
import { collect } from '../mime/index.ts';
import { ok, type Result } from '../result.ts';
import type { ExchangeOptions, SecurityServers } from '../security-servers.ts';
import { type HttpAnswer, open, send } from '../transport.ts';
import { checkRestAnswer, type RestAnswer, type RestMessage, traceOf } from './answer.ts';
import type { RestFault } from './fault.ts';
import type { PreparedRestRequest } from './request.ts';

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

export interface RestExchangeOptions extends ExchangeOptions {
  /**
   * Reads the provider's own answer while it arrives, after its headers have been verified; its bytes are not in the outcome then. What it
   * throws of its own leaves the exchange.
   */
  readonly readBody?: (body: AsyncIterable<Uint8Array>, answer: Omit<RestAnswer, 'bytes'>) => Promise<void>;
}

/** 64 KiB: an error of X-Road's is three short texts. */
const MAX_FAULT_BYTES = 64 * 1024;

/** One REST exchange, from the prepared request to the verified answer. */
export async function exchangeRest(
  servers: SecurityServers,
  prepared: PreparedRestRequest,
  options: RestExchangeOptions,
  now: () => string,
): Promise<RestOutcome> {
  const sentAt = now();
  const { readBody } = options;
  const came = await (readBody === undefined ? receive(servers, prepared, options) : receiveArriving(servers, prepared, options, readBody));
  const { url, answer, head, responseBytes } = came;
  const evidence: RestEvidence = {
    xRoadId: prepared.id,
    service: prepared.service,
    sentAt,
    ...(responseBytes === undefined ? {} : { receivedAt: now(), responseBytes }),
    requestBytes: prepared.sent.bytes(),
    securityServer: url,
    ...(head === undefined ? { requestHashVerified: false } : traceOf(prepared, head)),
  };
  if (!answer.ok) {
    const { code, detail } = answer.error;
    return { kind: 'failed', code, detail, classification: classifyFailure(answer.error), evidence };
  }
  if (answer.value.kind === 'answered') return { ...answer.value, evidence };
  const { fault } = answer.value;
  return { kind: 'fault', fault, classification: classifyFault(fault.code, fault.text), evidence };
}

interface Came {
  readonly url: string;
  readonly answer: Result<RestMessage, Failure>;
  readonly head?: Omit<HttpAnswer, 'bytes'>;
  readonly responseBytes?: number;
}

async function receive(servers: SecurityServers, prepared: PreparedRestRequest, options: ExchangeOptions): Promise<Came> {
  const { url, result } = await servers.ask(prepared.http, options, send);
  if (!result.ok) return { url, answer: result };
  return { url, answer: checkRestAnswer(prepared, result.value), head: result.value, responseBytes: result.value.bytes.length };
}

async function receiveArriving(
  servers: SecurityServers,
  prepared: PreparedRestRequest,
  options: ExchangeOptions,
  readBody: NonNullable<RestExchangeOptions['readBody']>,
): Promise<Came> {
  const { url, result } = await servers.ask(prepared.http, options, open);
  if (!result.ok) return { url, answer: result };
  const head = result.value;
  const arriving = counted(head.body);
  const answer = await readThrough(head, async () => {
    const isFault = head.headers['x-road-error'] !== undefined;
    const bytes = isFault ? await collect(arriving.body, MAX_FAULT_BYTES) : undefined;
    const checked = checkRestAnswer(prepared, { ...head, bytes: bytes ?? new Uint8Array() });
    if (!checked.ok || checked.value.kind === 'fault') return checked;
    await readBody(arriving.body, { status: head.status, headers: head.headers });
    for await (const _ of arriving.body);
    return ok(checked.value);
  });
  return { url, answer, head, responseBytes: arriving.bytes() };
}
