import { checkAnswer, checkAnswerFrom } from './answer.ts';
import { counted, readThrough } from './arriving.ts';
import type { BodyElement } from './body.ts';
import { type Classification, classifyFault } from './classification.ts';
import { classifyFailure, type Failure, type FailureCode } from './failure.ts';
import type { SoapFault } from './fault.ts';
import type { ServiceId } from './identifier.ts';
import type { SoapMessage } from './message.ts';
import type { Attachments, Part } from './mime/index.ts';
import type { PreparedRequest } from './request.ts';
import { ok, type Result } from './result.ts';
import type { ExchangeOptions, SecurityServers } from './security-servers.ts';
import { type HttpRequest, open, send } from './transport.ts';

/** What can later prove the exchange: to be kept with the answer. Times are ISO 8601 instants, sizes bytes. */
export interface Evidence {
  readonly xRoadId: string;
  readonly requestHash: string;
  readonly service: ServiceId;
  readonly sentAt: string;
  readonly receivedAt?: string;
  /** Of the SOAP message. */
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

export interface SoapExchangeOptions extends ExchangeOptions {
  /**
   * Reads the answer's attachments while they arrive, after its message has been verified; they are not in the outcome then. What it throws
   * of its own leaves the exchange.
   */
  readonly readAttachments?: (attachments: Attachments) => Promise<void>;
}

/** Identity: an answer must not be compressed, or its size would mean nothing before it is unpacked (protocol 1.5). */
const HEADERS = [
  ['soapaction', '""'],
  ['accept-encoding', 'identity'],
] as const;

/** One SOAP exchange, from the prepared bytes to the verified answer. */
export async function exchange(
  servers: SecurityServers,
  prepared: PreparedRequest,
  options: SoapExchangeOptions,
  now: () => string,
): Promise<ExchangeOutcome> {
  const sentAt = now();
  const request: HttpRequest = {
    method: 'POST',
    path: '',
    headers: [['content-type', prepared.contentType], ...HEADERS],
    body: prepared.body,
  };
  const { readAttachments } = options;
  const came = await (readAttachments === undefined
    ? receive(servers, request, prepared, options)
    : receiveArriving(servers, request, prepared, options, readAttachments));
  const evidence: Evidence = {
    xRoadId: prepared.header.id,
    requestHash: prepared.requestHash,
    service: prepared.header.service,
    sentAt,
    ...(came.responseBytes === undefined ? {} : { receivedAt: now(), responseBytes: came.responseBytes }),
    requestBytes: prepared.bytes.length,
    securityServer: came.url,
  };
  if (!came.answer.ok) {
    const { code, detail } = came.answer.error;
    return { kind: 'failed', code, detail, classification: classifyFailure(came.answer.error), evidence };
  }
  const answer = came.answer.value;
  if (answer.kind === 'answered') return { ...answer, evidence };
  const { fault } = answer;
  return { kind: 'fault', fault, classification: classifyFault(fault.code, fault.text), evidence };
}

type Answer =
  | { readonly kind: 'answered'; readonly body: BodyElement; readonly attachments: readonly Part[] }
  | { readonly kind: 'fault'; readonly fault: SoapFault };

interface Came {
  readonly url: string;
  readonly answer: Result<Answer, Failure>;
  /** Undefined when nothing came. */
  readonly responseBytes?: number;
}

async function receive(servers: SecurityServers, request: HttpRequest, prepared: PreparedRequest, options: ExchangeOptions): Promise<Came> {
  const { url, result } = await servers.ask(request, options, send);
  if (!result.ok) return { url, answer: result };
  const message = checkAnswer(prepared, result.value);
  return {
    url,
    answer: message.ok ? ok(answerOf(message.value, message.value.attachments)) : message,
    responseBytes: result.value.bytes.length,
  };
}

async function receiveArriving(
  servers: SecurityServers,
  request: HttpRequest,
  prepared: PreparedRequest,
  options: ExchangeOptions,
  readAttachments: (attachments: Attachments) => Promise<void>,
): Promise<Came> {
  const { url, result } = await servers.ask(request, options, open);
  if (!result.ok) return { url, answer: result };
  const arriving = counted(result.value.body);
  const answer = await readThrough(result.value, async () => {
    const message = await checkAnswerFrom(prepared, { ...result.value, body: arriving.body });
    if (!message.ok) return message;
    if (message.value.kind === 'message') await readAttachments(message.value.attachments);
    // To the closing boundary: an answer that is cut short is none, whatever was made of its beginning.
    for await (const _ of message.value.attachments);
    return ok(answerOf(message.value, []));
  });
  return { url, answer, responseBytes: arriving.bytes() };
}

function answerOf<A>(message: SoapMessage<A>, attachments: readonly Part[]): Answer {
  return message.kind === 'fault' ? { kind: 'fault', fault: message.fault } : { kind: 'answered', body: message.body, attachments };
}
