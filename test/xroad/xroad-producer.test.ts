import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { resolve } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Attachment,
  contractService,
  fail,
  ok,
  openContract,
  type ProducedService,
  type ProducerOutcome,
  prepareRequest,
  producerFault,
  readBody,
  readMessage,
  type XRoadHeader,
  xroadClient,
  xroadProducer,
} from '../../src/xroad/index.ts';
import { TEXT_XML } from './example.ts';
import { handingOn } from './security-server.ts';

const client = { xRoadInstance: 'EE', memberClass: 'GOV', memberCode: '70000001', subsystemCode: 'consumer' };
const subsystem = { xRoadInstance: 'EE', memberClass: 'GOV', memberCode: '70000002', subsystemCode: 'producer' };
const request = { namespace: 'urn:files', localName: 'store' };
const MIB = 1024 * 1024;

/** Counts what it is sent, sends as much back, without ever having it in memory. */
const store: ProducedService<number> = {
  serviceCode: 'store',
  serviceVersion: 'v1',
  request,
  takesAttachments: true,
  async answer({ attachments, body }) {
    if (body.xml.includes('<ignore/>')) return ok({ bodyXml: '<f:storeResponse xmlns:f="urn:files"/>', note: 0 });
    let size = 0;
    let parts = 0;
    for await (const { content } of attachments) {
      parts++;
      for await (const piece of content) size += piece.length;
    }
    async function* content() {
      for (let left = size; left > 0; left -= MIB) yield Buffer.alloc(Math.min(left, MIB), 0x41);
    }
    const back: readonly Attachment[] = parts === 0 ? [] : [{ contentId: 'back', contentType: 'application/octet-stream', content }];
    return ok({
      bodyXml: `<f:storeResponse xmlns:f="urn:files"><f:parts>${parts}</f:parts></f:storeResponse>`,
      attachments: back,
      note: size,
    });
  },
};
const plain: ProducedService<number> = {
  ...store,
  serviceCode: 'plain',
  request: { ...request, localName: 'plain' },
  takesAttachments: false,
};
const slow: ProducedService<number> = {
  ...plain,
  serviceCode: 'slow',
  request: { ...request, localName: 'slow' },
  answer: () => new Promise((settle) => setTimeout(() => settle(ok({ bodyXml: '<f:slowResponse xmlns:f="urn:files"/>', note: 0 })), 1_000)),
};
const broken: ProducedService<number> = {
  ...plain,
  serviceCode: 'broken',
  request: { ...request, localName: 'broken' },
  answer: () => Promise.reject(new Error('EE60001019906')),
};

describe('xroadProducer', () => {
  const recorded: [string, ProducerOutcome<number>][] = [];
  const observed: [string | undefined, string][] = [];
  const failures: unknown[] = [];
  let recordFails = false;
  let app: FastifyInstance;
  let url: string;
  let server: Awaited<ReturnType<typeof handingOn>>;
  let xroad: ReturnType<typeof xroadClient>;

  beforeAll(async () => {
    app = Fastify();
    await app.register(
      xroadProducer<number>({
        path: '/soap',
        subsystem,
        services: [store, plain, slow, broken],
        mayUse: ({ memberCode }) => memberCode === client.memberCode,
        async record({ header }, outcome) {
          if (recordFails) throw new Error('the disk is full');
          recorded.push([header.service.serviceCode, outcome]);
        },
        observe: (service, code) => observed.push([service, code]),
        failed: (error) => failures.push(error),
        answerMs: 500,
        arrivalMs: 500,
      }),
    );
    url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/soap`;
    server = await handingOn(url);
    xroad = xroadClient({ securityServers: [server.url] });
  });
  afterAll(async () => {
    await xroad.close();
    await server.close();
    await app.close();
  });

  const header = (serviceCode: string, fields: Partial<XRoadHeader> = {}): XRoadHeader => ({
    client,
    service: { ...subsystem, serviceCode, serviceVersion: 'v1' },
    id: '1',
    protocolVersion: '4.0',
    ...fields,
  });

  async function ask(serviceCode: string, attachments: readonly Attachment[] = [], fields: Partial<XRoadHeader> = {}, inner = '') {
    const prepared = prepareRequest(
      header(serviceCode, fields),
      `<f:${serviceCode} xmlns:f="urn:files">${inner}</f:${serviceCode}>`,
      attachments,
    );
    if (!prepared.ok) throw new Error(prepared.error.text);
    let received = 0;
    const outcome = await xroad.exchange(prepared.value, {
      deadlineMs: 20_000,
      async readAttachments(list) {
        for await (const { content } of list) for await (const piece of content) received += piece.length;
      },
    });
    return { outcome, received };
  }

  async function* megabytes(count: number) {
    for (let i = 0; i < count; i++) yield Buffer.alloc(MIB, 0x42);
  }
  const file = (content: Attachment['content']): Attachment => ({ contentId: 'file', contentType: 'application/octet-stream', content });

  it('answers with the message alone', async () => {
    const { outcome } = await ask('store');
    expect(outcome).toMatchObject({ kind: 'answered', body: { localName: 'storeResponse' } });
    expect(recorded.at(-1)).toEqual(['store', { code: 'OK', note: 0 }]);
    expect(observed.at(-1)).toEqual(['store', 'OK']);
  });

  it('takes and gives attachments while they travel', async () => {
    const { outcome, received } = await ask('store', [file(() => megabytes(8)), { ...file(Buffer.from('x')), contentId: 'other' }]);
    expect(outcome.kind === 'answered' && outcome.body.xml).toContain('<f:parts>2</f:parts>');
    expect(received).toBe(8 * MIB + 1);
    expect(recorded.at(-1)).toEqual(['store', { code: 'OK', note: 8 * MIB + 1 }]);
  });

  it('keeps no connection for an answer that is not read to its end', async () => {
    const own = xroadClient({ securityServers: [server.url], connections: 1 });
    const prepared = prepareRequest(header('store'), '<f:store xmlns:f="urn:files"/>', [file(() => megabytes(8))]);
    if (!prepared.ok) throw new Error(prepared.error.text);
    for (const time of [1, 2]) {
      const outcome = await own.exchange(prepared.value, {
        deadlineMs: 20_000,
        async readAttachments(list) {
          for await (const { content } of list) {
            for await (const _ of content) break;
            break;
          }
        },
      });
      expect([time, outcome.kind]).toEqual([time, 'answered']);
    }
    await own.close();
  }, 10_000);

  it('leaves what a reader throws to its caller', async () => {
    const prepared = prepareRequest(header('store'), '<f:store xmlns:f="urn:files"/>', [file(() => megabytes(8))]);
    if (!prepared.ok) throw new Error(prepared.error.text);
    const full = xroad.exchange(prepared.value, {
      deadlineMs: 20_000,
      readAttachments: () => Promise.reject(new Error('the disk is full')),
    });
    await expect(full).rejects.toThrow('the disk is full');
  });

  it('answers when it does not read what it was sent', async () => {
    expect((await ask('store', [file(() => megabytes(8))], {}, '<ignore/>')).outcome.kind).toBe('answered');
  });

  it.each<[string, string, Partial<XRoadHeader>, readonly Attachment[], string]>([
    ['a service that is none', 'other', {}, [], 'Client.UnknownService'],
    [
      'another version',
      'store',
      { service: { ...subsystem, serviceCode: 'store', serviceVersion: 'v2' } },
      [],
      'Client.UnknownServiceVersion',
    ],
    [
      'another subsystem',
      'store',
      { service: { ...subsystem, subsystemCode: 'x', serviceCode: 'store', serviceVersion: 'v1' } },
      [],
      'Client.UnknownService',
    ],
    ['another asker', 'store', { client: { ...client, memberCode: '2' } }, [], 'Client.AccessDenied'],
    ['attachments where none are taken', 'plain', {}, [file(Buffer.from('x'))], 'Client.InvalidBody'],
    ['great attachments where none are taken', 'plain', {}, [file(() => megabytes(8))], 'Client.InvalidBody'],
    ['what takes too long', 'slow', {}, [], 'Server.Unavailable'],
    ['what breaks', 'broken', {}, [], 'Server.Unavailable'],
  ])('refuses %s', async (_what, serviceCode, fields, attachments, code) => {
    const { outcome } = await ask(serviceCode, attachments, fields);
    expect(outcome.kind === 'fault' && outcome.fault.code).toBe(code);
    expect(observed.at(-1)?.[1]).toBe(code);
  });

  it('records what left and nothing else', async () => {
    recorded.length = 0;
    await ask('slow');
    await new Promise((settle) => setTimeout(settle, 700));
    await ask('plain', [file(Buffer.from('x'))]);
    expect(recorded).toEqual([['plain', { code: 'Client.InvalidBody' }]]);
    recordFails = true;
    const { outcome } = await ask('plain');
    recordFails = false;
    expect(outcome.kind === 'fault' && outcome.fault.code).toBe('Server.Unavailable');
    expect(failures.length).toBeGreaterThan(0);
  });

  it('does not let the words of an asker become names of its own', async () => {
    const fault =
      '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><e:Fault><faultcode>My.Own.Word</faultcode><faultstring/></e:Fault></e:Body></e:Envelope>';
    await app.inject({ method: 'POST', url: '/soap', headers: { 'content-type': TEXT_XML }, payload: fault });
    expect(observed.at(-1)).toEqual([undefined, 'Client.Fault']);
  });

  it('gives up on a request that does not arrive, whole or in pieces', async () => {
    for (const contentType of [TEXT_XML, 'multipart/related; boundary=b']) {
      const answer = await new Promise<string>((settle, reject) => {
        const sending = httpRequest(url, { method: 'POST', headers: { 'content-type': contentType } }, (response) => {
          let text = '';
          response.on('data', (piece) => (text += piece)).on('end', () => settle(text));
        });
        sending.on('error', reject).write('--b\r\nContent-Type: text/xml\r\n\r\n<a');
      });
      const read = readMessage(Buffer.from(answer), TEXT_XML);
      expect(read.ok && read.value.kind === 'fault' && read.value.fault.code).toBe('Client.RequestTimeout');
    }
  });

  it('holds a service against its contract', async () => {
    const contract = openContract(readFileSync(resolve(import.meta.dirname, '../../wsdl/star.wsdl'), 'utf8'));
    const operation = contract.ok ? contract.value.operations.get('KontrolliToimetulekuToetuseSaamist') : undefined;
    if (!contract.ok || operation === undefined) throw new Error('no contract');
    const answers: Record<string, unknown> = {
      good: { isikukood: 'x', eesnimi: '', perekonnanimi: '' },
      bad: { isikukood: 'x' },
    };
    const service = contractService(operation, contract.value, async (question) => {
      const { isikukood } = question as { isikukood: string };
      return isikukood in answers ? ok({ value: answers[isikukood], note: 1 }) : fail(producerFault('Client.AccessDenied'));
    });
    const xml = (inner: string) =>
      `<p:KontrolliToimetulekuToetuseSaamistRequest xmlns:p="http://producers.star.xtee.riik.ee/producer/star">${inner}</p:KontrolliToimetulekuToetuseSaamistRequest>`;
    const question = (code: string) => xml(`<isikukood>${code}</isikukood><algus>2026-01-01</algus><lopp>2026-01-31</lopp>`);
    const bodyOf = (bodyXml: string) => {
      const body = readBody(bodyXml);
      if (!body.ok) throw new Error(body.error.text);
      return body.value;
    };
    const answer = (bodyXml: string) =>
      service.answer(
        {
          header: header('x'),
          headerXml: '',
          body: bodyOf(bodyXml),
          soapBytes: new Uint8Array(),
          attachments: { async *[Symbol.asyncIterator]() {} },
        },
        new AbortController().signal,
      );
    expect(await answer(question('good'))).toMatchObject({ ok: true, value: { note: 1 } });
    expect(await answer(question('other'))).toMatchObject({ ok: false, error: { code: 'Client.AccessDenied' } });
    const refused = await answer(xml('<isikukood>60001019906</isikukood>'));
    expect(refused).toMatchObject({ ok: false, error: { code: 'Client.SchemaMismatch' } });
    expect(JSON.stringify(refused)).not.toContain('60001019906');
    await expect(answer(question('bad'))).rejects.toThrow('does not fit its contract');
    contract.value[Symbol.dispose]();
  });
});
