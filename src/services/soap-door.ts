import type { FastifyError, FastifyPluginAsync, FastifyReply } from 'fastify';
import type { Clock, Counter, Log, Metrics, Result } from '../platform/index.ts';
import type { Database } from '../storage/index.ts';
import { type ProducerRequest, readRequest, type SoapFault, writeFault, writeResponse } from '../xroad/index.ts';
import { openDisclosureLog } from './disclosure-log.ts';
import { type ServiceFaultCode, servicesErrors } from './errors.ts';
import { BodyRefused, readBody } from './message-body.ts';
import type { ServiceRefusal } from './offered-service.ts';
import { type Allowed, type ServePorts, serve } from './serve.ts';
import { openStarContract } from './star-contract.ts';
import { subsistenceCheck } from './subsistence-check.ts';
import type { SubsistenceFacts } from './subsistence-facts.ts';

/** 20 s for an answer; with the 30 s for the request to arrive that stays below the 60 s after which a security server hangs up. */
const ANSWER_MS = 20_000;
const XML = 'text/xml; charset=UTF-8';

export interface ServicesOptions {
  /** The subsystem under which we answer, `EE/GOV/70009770/star`. */
  readonly subsystem: string;
  /** Who may call which service; one that is not named is nobody's. */
  readonly allowed: Allowed;
  readonly facts: SubsistenceFacts;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** 32 bytes that key the hashes of persons in the log. */
  readonly key: Uint8Array;
  /** How long an answer may take before a fault leaves instead. */
  readonly answerMs?: number;
}

/** What other registers reach through their security server and ours: `POST /xroad/soap`, and the WSDL that they generate a client from. */
export const servicesPlugin: FastifyPluginAsync<ServicesOptions> = async (app, options) => {
  const contract = await openStarContract();
  app.addHook('onClose', async () => contract.close());
  const ports: ServePorts = {
    subsystem: options.subsystem,
    allowed: options.allowed,
    services: [subsistenceCheck(contract, options.facts)],
    log: openDisclosureLog(options),
  };
  const requests = options.metrics.counter('star_producer_requests_total', 'Requests of other registers by service and fault code', [
    'service',
    'code',
  ]);

  app.get('/xroad/wsdl/star.wsdl', { config: { rateLimit: false }, schema: { hide: true } }, async (_request, reply) =>
    reply.type(XML).send(contract.wsdl),
  );
  await app.register(async (soap) => {
    // Everything that arrives is bytes for the X-Road library: what they are, and whether they may be so, it says itself.
    soap.removeAllContentTypeParsers();
    soap.addContentTypeParser('*', async (_request: unknown, payload: Parameters<typeof readBody>[0]) => readBody(payload));
    soap.setErrorHandler((error: FastifyError, request, reply) => {
      const code = codeOf(error);
      if (code.startsWith('Server.')) options.log.error({ err: error, requestId: request.id }, 'request of another register failed');
      requests.inc({ service: 'unread', code });
      return replyWithFault(reply, faultOf({ code }));
    });
    const settings = { url: '/xroad/soap', config: { rateLimit: false }, schema: { hide: true } };
    soap.route({
      ...settings,
      method: ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      handler: async (_request, reply) => replyWithFault(reply.header('allow', 'POST'), faultOf({ code: 'Client.InvalidHttpMethod' })),
    });
    soap.post('/xroad/soap', settings, async (request, reply) => {
      const { method, headers, body } = request;
      const soapAction = headers.soapaction;
      const read = readRequest({
        method,
        contentType: headers['content-type'],
        soapAction: typeof soapAction === 'string' ? soapAction : undefined,
        bytes: body instanceof Uint8Array ? body : new Uint8Array(),
      });
      if (!read.ok) {
        requests.inc({ service: 'unread', code: read.error.code });
        return replyWithFault(reply, read.error);
      }
      const served = await within(options.answerMs ?? ANSWER_MS, options.log, read.value, (signal) => serve(ports, read.value, signal));
      count(requests, ports, read.value, served);
      if (!served.ok) return replyWithFault(reply, faultOf(served.error));
      return reply
        .status(200)
        .type(XML)
        .send(Buffer.from(writeResponse(read.value, served.value)));
    });
  });
};

/** The answer, or a fault when it takes too long or breaks. The work is told by the signal, so that it does not write down what never left. */
async function within(
  ms: number,
  log: Log,
  request: ProducerRequest,
  work: (signal: AbortSignal) => Promise<Result<string, ServiceRefusal>>,
): Promise<Result<string, ServiceRefusal>> {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<Result<string, ServiceRefusal>>((resolve) => {
    timer = setTimeout(() => {
      late.abort();
      resolve({ ok: false, error: { code: 'Server.Unavailable' } });
    }, ms);
  });
  const answered = work(late.signal).catch((error: unknown): Result<string, ServiceRefusal> => {
    log.error({ err: error, xRoadId: request.header.id }, 'request of another register failed');
    return { ok: false, error: { code: 'Server.Unavailable' } };
  });
  return Promise.race([answered, timeout]).finally(() => clearTimeout(timer));
}

/** Labels are our own words: what an asker writes into a header never becomes one. */
function count(
  requests: Counter<'service' | 'code'>,
  ports: ServePorts,
  request: ProducerRequest,
  served: Result<string, ServiceRefusal>,
): void {
  const known = ports.services.find(({ code }) => code === request.header.service.serviceCode);
  requests.inc({ service: known?.code ?? 'unknown', code: served.ok ? 'OK' : served.error.code });
}

function codeOf(error: FastifyError): ServiceFaultCode {
  if (error instanceof BodyRefused) return error.code;
  if (error.statusCode === 415) return 'Client.InvalidContentType';
  return 'Server.InternalError';
}

function faultOf({ code, detail }: ServiceRefusal): SoapFault {
  return { code, text: servicesErrors[code].detail.en, ...(detail === undefined ? {} : { detail }) };
}

/** Faults leave with 500, the only other status besides 200 that a security server passes on (PR-MESS 2.6); what no security server sends may have 405. */
function replyWithFault(reply: FastifyReply, fault: SoapFault): FastifyReply {
  const status = fault.code === 'Client.InvalidHttpMethod' ? 405 : 500;
  return reply
    .status(status)
    .type(XML)
    .send(Buffer.from(writeFault(fault)));
}
