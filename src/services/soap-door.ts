import type { FastifyPluginAsync } from 'fastify';
import { type Clock, defineMetrics, type Log, type Metrics } from '../platform/index.ts';
import type { Database } from '../storage/index.ts';
import { type ClientId, formatClientId, xroadProducer } from '../xroad/index.ts';
import { careCheck } from './care-check.ts';
import type { CareFacts } from './care-facts.ts';
import { careMassOrder, careMassResult } from './care-mass.ts';
import type { CareOrders } from './care-order.ts';
import { dataUsage, FIND_USAGE } from './data-usage.ts';
import { type Noted, openDisclosureLog } from './disclosure-log.ts';
import { type NoticeBox, noticeOfNeed } from './notice.ts';
import { openOffered } from './offered-contract.ts';
import { subsistenceCheck } from './subsistence-check.ts';
import type { SubsistenceFacts } from './subsistence-facts.ts';

/** Who may call what: the service code, and the subsystems as `EE/GOV/74000085/tkis`. A service that is not named is nobody's. */
export type Allowed = Readonly<Record<string, readonly string[]>>;

export interface ServicesOptions {
  /** The subsystem under which we answer. */
  readonly subsystem: ClientId;
  readonly allowed: Allowed;
  readonly facts: SubsistenceFacts;
  readonly care: CareFacts;
  readonly careOrders: CareOrders;
  readonly notices: NoticeBox;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** 32 bytes that key the hashes of persons in the log. */
  readonly key: Uint8Array;
  /** How long an answer may take before a fault leaves instead, in milliseconds. */
  readonly answerMs?: number;
}

export const producerMetricCatalogue = defineMetrics({
  requests: {
    type: 'counter',
    name: 'star_producer_requests_total',
    help: 'Other registers’ requests, by how they ended',
    labels: {
      service: 'services that we offer; `none` where the request could not be read, or asks for another',
      code: '`OK`, or the code of the fault, of our own alone',
    },
  },
  duration: {
    type: 'histogram',
    name: 'star_producer_request_duration_seconds',
    help: 'Other registers’ requests, from their arrival to their answer',
    labels: { service: 'services that we offer, `none`' },
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 50],
  },
});

/** What other registers reach through their security server and ours: `POST /xroad/soap`, and the WSDLs that they generate a client from. */
export const servicesPlugin: FastifyPluginAsync<ServicesOptions> = async (app, options) => {
  const { subsystem, allowed, facts, care, careOrders, notices, clock, log, answerMs } = options;
  const contracts = { 'star.wsdl': await openOffered('star.wsdl'), 'star-teated.wsdl': await openOffered('star-teated.wsdl') };
  app.addHook('onClose', async () => {
    for (const contract of Object.values(contracts)) contract.close();
  });
  const disclosures = openDisclosureLog(options);
  const requests = options.metrics.counter(producerMetricCatalogue.requests);
  const duration = options.metrics.histogram(producerMetricCatalogue.duration);

  for (const [name, { wsdl }] of Object.entries(contracts)) {
    app.get(`/xroad/wsdl/${name}`, { config: { rateLimit: false }, schema: { hide: true } }, async (_request, reply) =>
      reply.type('text/xml; charset=UTF-8').send(wsdl),
    );
  }
  await app.register(
    xroadProducer<Noted>({
      path: '/xroad/soap',
      subsystem,
      services: [
        subsistenceCheck(contracts['star.wsdl'], facts),
        careCheck(contracts['star.wsdl'], care),
        careMassOrder(contracts['star.wsdl'], careOrders),
        careMassResult(contracts['star.wsdl'], careOrders),
        noticeOfNeed(contracts['star-teated.wsdl'], notices, clock),
      ],
      mayUse: (client, serviceCode) => allowed[serviceCode]?.includes(formatClientId(client)) === true,
      record: (request, outcome) => disclosures.record(request, outcome),
      observe: (service = 'none', code, seconds) => {
        requests.inc({ service, code });
        duration.observe({ service }, seconds);
      },
      failed: (error, { id }) => log.error({ err: error, requestId: id }, 'request of another register failed'),
      ...(answerMs === undefined ? {} : { answerMs }),
    }),
  );
  await app.register(
    dataUsage({
      subsystem,
      mayUse: (client, serviceCode) => allowed[serviceCode]?.includes(formatClientId(client)) === true,
      disclosures,
      database: options.database,
      clock,
      failed: (error, { id }) => log.error({ err: error, requestId: id }, 'request of another register failed'),
      observe: (code) => requests.inc({ service: FIND_USAGE, code }),
    }),
  );
};
