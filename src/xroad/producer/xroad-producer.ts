import { Readable } from 'node:stream';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { DEFECT_CODES } from '../defect.ts';
import { type SoapFault, writeFault } from '../fault.ts';
import { type Attachments, BrokenMessage, packMessage } from '../mime/index.ts';
import { fail, type Result } from '../result.ts';
import { ARRIVAL_MS, ArrivalFailed, readArriving, readWhole } from './arrival.ts';
import { dispatch, type Offer } from './dispatch.ts';
import { PRODUCER_FAULTS, producerFault } from './faults.ts';
import type { Produced } from './produced-service.ts';
import { type ProducerRequest, readRequest, readRequestFrom, responseText, writeResponse } from './request.ts';

/** How a request ended. */
export type ProducerOutcome<N> = { readonly code: 'OK'; readonly note: N } | { readonly code: string };

export interface XRoadProducerOptions<N> extends Offer<N> {
  /** Where the security server sends requests to, as registered with it. */
  readonly path: string;
  /** Awaited before any answer or refusal of a readable request leaves: what must be kept of it is durable then. When it fails, a fault leaves. */
  readonly record?: (request: ProducerRequest<Attachments>, outcome: ProducerOutcome<N>) => Promise<void>;
  /** Told of every request, readable or not: its service code (undefined when it was not read, or is none of ours), how it ended, and how long it took. */
  readonly observe?: (serviceCode: string | undefined, code: string, seconds: number) => void;
  /** Told of what broke inside. */
  readonly failed?: (error: unknown, request: { readonly id: string }) => void;
  /** Milliseconds that an answer may take. Default {@link ANSWER_MS}. */
  readonly answerMs?: number;
  /** Milliseconds that a request may take to arrive. Default {@link ARRIVAL_MS}. */
  readonly arrivalMs?: number;
}

/** 20 s for an answer; with the 30 s for the request to arrive that stays below the 60 s after which a security server hangs up. */
const ANSWER_MS = 20_000;
const XML = 'text/xml; charset=UTF-8';
const OTHER_METHODS = ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * Offers SOAP services to other members, as a Fastify plugin: `app.register(xroadProducer({ ... }))`. Everything that arrives is read by this
 * library alone; each answer is a message with the request's header or a fault; statuses are 200 and 500, the only ones that a security
 * server passes on (PR-MESS 2.6).
 */
export function xroadProducer<N>(options: XRoadProducerOptions<N>): FastifyPluginAsync {
  return async (app) => {
    await app.register(async (soap) => {
      soap.removeAllContentTypeParsers();
      soap.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
      soap.setErrorHandler((error, request, reply) => {
        const refused = error instanceof Error && 'statusCode' in error && error.statusCode === 415;
        const code = refused ? 'Client.InvalidContentType' : 'Server.InternalError';
        if (!refused) options.failed?.(error, { id: request.id });
        options.observe?.(undefined, code, 0);
        return replyWithFault(reply, producerFault(code));
      });
      const route = { url: options.path, config: { rateLimit: false }, schema: { hide: true } };
      soap.route({
        ...route,
        method: OTHER_METHODS,
        // What no security server sends may have a status that none passes on.
        handler: async (_request, reply) => replyWithFault(reply.header('allow', 'POST'), producerFault('Client.InvalidHttpMethod'), 405),
      });
      soap.route({ ...route, method: 'POST', handler: (request, reply) => answerTo(options, request, reply) });
    });
  };
}

async function answerTo<N>(options: XRoadProducerOptions<N>, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const begun = performance.now();
  const arrived = await arrival(request, options.arrivalMs ?? ARRIVAL_MS);
  try {
    if (!arrived.request.ok) {
      options.observe?.(undefined, ownWord(arrived.request.error.code), secondsSince(begun));
      return replyWithFault(reply, arrived.request.error);
    }
    const received = arrived.request.value;
    const { serviceCode } = received.header.service;
    const produced = await within(options, received);
    await turnEnds();
    const isOurs = options.services.some((service) => service.serviceCode === serviceCode);
    options.observe?.(isOurs ? serviceCode : undefined, produced.ok ? 'OK' : produced.error.code, secondsSince(begun));
    return produced.ok ? replyWith(reply, received, produced.value) : replyWithFault(reply, produced.error);
  } finally {
    arrived.discard?.();
  }
}

function secondsSince(begun: number): number {
  return (performance.now() - begun) / 1000;
}

/**
 * Answers to requests that came together leave together. A write that has to wake the one who waits costs several times what one does that
 * finds it awake.
 */
function turnEnds(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A fault that comes as a request brings the asker's words: they are no label of a metric. */
function ownWord(code: string): string {
  return code in PRODUCER_FAULTS || OWN_WORDS.has(code) ? code : 'Client.Fault';
}

const OWN_WORDS: ReadonlySet<string> = new Set(DEFECT_CODES.map((code) => `Client.${code}`));

interface Arrived {
  readonly request: Result<ProducerRequest<Attachments>, SoapFault>;
  readonly discard?: () => void;
}

/** Reads a request: at once when it is a message alone, and while it arrives when it may bring attachments. */
async function arrival(request: FastifyRequest, arrivalMs: number): Promise<Arrived> {
  const { method, headers, body } = request;
  const contentType = headers['content-type'];
  const soapAction = typeof headers.soapaction === 'string' ? headers.soapaction : undefined;
  const outside = { method, contentType, soapAction };
  const stream = body instanceof Readable ? body : Readable.from([]);
  if (contentType?.toLowerCase().startsWith('multipart/') !== true) {
    const whole = await readWhole(stream, arrivalMs);
    return {
      request: whole.ok ? withoutAttachments(readRequest({ ...outside, bytes: whole.value })) : fail(producerFault(whole.error)),
    };
  }
  const arriving = readArriving(stream, arrivalMs);
  return { request: await readRequestFrom(outside, arriving.bytes).catch(asFault), discard: arriving.discard };
}

function withoutAttachments(request: Result<ProducerRequest, SoapFault>): Result<ProducerRequest<Attachments>, SoapFault> {
  return request.ok ? { ok: true, value: { ...request.value, attachments: NONE } } : request;
}

const NONE: Attachments = { [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: undefined }) }) };

/** The asker's fault when the request does not arrive whole; what else is thrown is ours. */
function asFault(error: unknown): { readonly ok: false; readonly error: SoapFault } {
  if (error instanceof ArrivalFailed) return fail(producerFault(error.code));
  if (error instanceof BrokenMessage) return fail({ code: `Client.${error.defect.code}`, text: error.defect.text });
  throw error;
}

/** The answer, or a fault when it takes too long or breaks. The work is told by the signal, so that nothing is recorded that never left. */
function within<N>(options: XRoadProducerOptions<N>, request: ProducerRequest<Attachments>): Promise<Result<Produced<N>, SoapFault>> {
  const late = new AbortController();
  const unavailable = fail(producerFault('Server.Unavailable'));
  const work = async () => {
    const produced = await dispatch(options, request, late.signal).catch(asFault);
    if (late.signal.aborted) return unavailable;
    await options.record?.(request, produced.ok ? { code: 'OK', note: produced.value.note } : { code: produced.error.code });
    return produced;
  };
  return new Promise((resolve) => {
    const answer = (answered: Result<Produced<N>, SoapFault>) => {
      clearTimeout(timer);
      resolve(answered);
    };
    const timer = setTimeout(() => {
      late.abort();
      resolve(unavailable);
    }, options.answerMs ?? ANSWER_MS);
    work().then(answer, (error: unknown) => {
      options.failed?.(error, { id: request.header.id });
      answer(unavailable);
    });
  });
}

function replyWith<N>(reply: FastifyReply, request: ProducerRequest<Attachments>, produced: Produced<N>): FastifyReply {
  const { bodyXml, attachments = [], packaging = 'swaRef' } = produced;
  if (attachments.length === 0) return reply.status(200).type(XML).send(responseText(request, bodyXml));
  const packed = packMessage(writeResponse(request, bodyXml), attachments, packaging);
  if (!packed.ok) throw new Error(`the answer cannot be packed: ${packed.error.text}`);
  const { contentType, body } = packed.value;
  return reply
    .status(200)
    .type(contentType)
    .send(typeof body === 'function' ? Readable.from(body()) : Buffer.from(body.buffer, body.byteOffset, body.byteLength));
}

function replyWithFault(reply: FastifyReply, fault: SoapFault, status = 500): FastifyReply {
  // The rest of a request that did not arrive is not waited for: behind the fault the connection ends.
  if (fault.code === 'Client.RequestTimeout') reply.header('connection', 'close');
  return reply
    .status(status)
    .type(XML)
    .send(Buffer.from(writeFault(fault)));
}
