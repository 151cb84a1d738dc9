import { gzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createMonitoringClient,
  fail,
  type MonitoringClient,
  ok,
  type ProducedService,
  type XRoadClient,
  xroadClient,
  xroadProducer,
} from '../../src/xroad/index.ts';
import { handingOn } from './security-server.ts';

const OM = 'http://x-road.eu/xsd/op-monitoring.xsd';
const server = { xRoadInstance: 'EE', memberClass: 'GOV', memberCode: '70000001', serverCode: 'ss1' };
const { serverCode: _, ...owner } = server;
const client = { ...owner, subsystemCode: 'consumer' };

/** Bodies in the shape that PR-OPMON shows. */
const HEALTH = `<om:getSecurityServerHealthDataResponse xmlns:om="${OM}" xmlns:id="http://x-road.eu/xsd/identifiers">
  <om:monitoringStartupTimestamp>1479459239000</om:monitoringStartupTimestamp><om:statisticsPeriodSeconds>600</om:statisticsPeriodSeconds>
  <om:servicesEvents><om:serviceEvents>
    <om:service id:objectType="SERVICE"><id:xRoadInstance>EE</id:xRoadInstance><id:memberClass>GOV</id:memberClass><id:memberCode>1</id:memberCode><id:subsystemCode>s</id:subsystemCode><id:serviceCode>a</id:serviceCode></om:service>
    <om:lastSuccessfulRequestTimestamp>1479459440000</om:lastSuccessfulRequestTimestamp>
    <om:lastPeriodStatistics><om:successfulRequestCount>2</om:successfulRequestCount><om:unsuccessfulRequestCount>0</om:unsuccessfulRequestCount><om:requestMinDuration>40</om:requestMinDuration><om:requestAverageDuration>41.5</om:requestAverageDuration></om:lastPeriodStatistics>
  </om:serviceEvents></om:servicesEvents></om:getSecurityServerHealthDataResponse>`;

describe('monitoring of a security server', () => {
  const asked: string[] = [];
  let records: Buffer = gzipSync(JSON.stringify({ records: [{ messageId: 'm', requestInTs: 1, succeeded: true }] }));
  let count = 1;
  let health = HEALTH;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let monitoring: MonitoringClient;
  let xroad: XRoadClient;

  const service = (serviceCode: string, answer: ProducedService<undefined>['answer']): ProducedService<undefined> => ({
    serviceCode,
    serviceVersion: undefined,
    request: { namespace: OM, localName: serviceCode },
    async answer(request, signal) {
      asked.push(request.body.xml);
      if (request.header.securityServer?.serverCode !== 'ss1') return fail({ code: 'Server.ServerProxy.InvalidSecurityServer', text: '' });
      return answer(request, signal);
    },
  });

  beforeAll(async () => {
    app = Fastify();
    await app.register(
      xroadProducer<undefined>({
        path: '/soap',
        subsystem: owner,
        mayUse: () => true,
        services: [
          service('getSecurityServerHealthData', async () => ok({ bodyXml: health, note: undefined })),
          service('getSecurityServerOperationalData', async () =>
            ok({
              bodyXml: `<om:getSecurityServerOperationalDataResponse xmlns:om="${OM}"><om:recordsCount>${count}</om:recordsCount><om:records>cid:operational-monitoring-data.json.gz</om:records><om:nextRecordsFrom>7</om:nextRecordsFrom></om:getSecurityServerOperationalDataResponse>`,
              attachments: [{ contentId: 'operational-monitoring-data.json.gz', contentType: 'application/gzip', content: records }],
              note: undefined,
            }),
          ),
        ],
      }),
    );
    const standing = await handingOn(`${await app.listen({ port: 0, host: '127.0.0.1' })}/soap`);
    close = standing.close;
    xroad = xroadClient({ securityServers: [standing.url] });
    monitoring = createMonitoringClient({ xroad, client, deadlineMs: 5_000 });
  });
  afterAll(async () => {
    await xroad.close();
    await close();
    await app.close();
  });

  it('tells how services have done', async () => {
    expect(await monitoring.healthData(server, client)).toEqual({
      ok: true,
      value: {
        monitoringStarted: 1479459239000,
        statisticsPeriodSeconds: 600,
        services: [
          {
            service: { xRoadInstance: 'EE', memberClass: 'GOV', memberCode: '1', subsystemCode: 's', serviceCode: 'a' },
            lastSuccessfulRequest: 1479459440000,
            successfulRequestCount: 2,
            unsuccessfulRequestCount: 0,
            statistics: { requestMinDuration: 40, requestAverageDuration: 41.5 },
          },
        ],
      },
    });
    expect(asked.at(-1)).toContain('<om:filterCriteria><om:client id:objectType="SUBSYSTEM">');
  });

  it('unpacks the records of exchanges, and says that there are more', async () => {
    const data = await monitoring.operationalData(server, { from: 1, to: 2, fields: ['messageId'] });
    expect(data).toEqual({ ok: true, value: { records: [{ messageId: 'm', requestInTs: 1, succeeded: true }], nextRecordsFrom: 7 } });
    expect(asked.at(-1)).toContain('<om:recordsFrom>1</om:recordsFrom><om:recordsTo>2</om:recordsTo>');
    expect(asked.at(-1)).toContain('<om:outputField>messageId</om:outputField>');
  });

  it.each<[string, Buffer, number]>([
    ['what is not packed', Buffer.from('{"records":[]}'), 0],
    ['what is no list', gzipSync('{"records":1}'), 1],
    ['another count', gzipSync('{"records":[]}'), 1],
    ['records of records', gzipSync('{"records":[{"a":{}}]}'), 1],
    ['a bomb', gzipSync(Buffer.alloc(129 * 1024 * 1024)), 1],
  ])('refuses %s', async (_what, packed, named) => {
    [records, count] = [packed, named];
    expect(await monitoring.operationalData(server, { from: 1, to: 2 })).toMatchObject({ ok: false, error: { code: 'InvalidBody' } });
  });

  it('refuses health data that tell nothing', async () => {
    health = `<om:getSecurityServerHealthDataResponse xmlns:om="${OM}"/>`;
    expect(await monitoring.healthData(server)).toMatchObject({ ok: false, error: { code: 'InvalidBody' } });
  });

  it('passes faults on, classified, and asks nothing that is none', async () => {
    expect(await monitoring.healthData({ ...server, serverCode: 'ss2' })).toMatchObject({
      ok: false,
      error: { code: 'Server.ServerProxy.InvalidSecurityServer', classification: { retry: 'NEVER' } },
    });
    const before = asked.length;
    expect(await monitoring.operationalData(server, { from: 0.5, to: 2 })).toMatchObject({ ok: false, error: { code: 'InvalidRequest' } });
    expect(await monitoring.operationalData(server, { from: 1, to: 2, fields: ['a><b'] })).toMatchObject({
      ok: false,
      error: { code: 'InvalidRequest' },
    });
    expect(asked.length).toBe(before);
  });
});
