import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseMonth } from '../../src/estonia/index.ts';
import { newId, Temporal } from '../../src/platform/index.ts';
import { enterClient } from '../../src/register/people/index.ts';
import { selectLastGrant } from '../../src/services/store.ts';
import { openContract, readMessage, requestHashOf } from '../../src/xroad/index.ts';
import { hasShared, shared } from '../shared.ts';
import { hire, personalCode } from '../town.ts';
import { type Asked, type Door, openDoor, question, receiver, SERVICE, soapRequest, stranger } from './door.ts';

const XML = { 'content-type': 'text/xml; charset=UTF-8', soapaction: '""' };

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

async function ask(asked: Asked = {}) {
  return door.app.inject({ method: 'POST', url: '/xroad/soap', headers: XML, payload: soapRequest(asked) });
}

/** What the answer says: the response element's members, or the fault. */
function read(reply: { rawPayload: Buffer; headers: Record<string, unknown> }) {
  const message = readMessage(reply.rawPayload, String(reply.headers['content-type']));
  if (!message.ok) throw new Error(`unreadable answer: ${message.error.text}`);
  return message.value;
}

const member = (xml: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];

async function answerTo(asked: Asked) {
  const message = read(await ask(asked));
  if (message.kind === 'fault') throw new Error(`fault ${message.fault.code}`);
  return message.body;
}

describe('KontrolliToimetulekuToetuseSaamist v1', () => {
  it('tells the last month decided inside the period', async () => {
    const reply = await ask();
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe('text/xml; charset=UTF-8');
    const { xml, localName } = await answerTo({});
    expect(localName).toBe(`${SERVICE}Response`);
    expect(['isikukood', 'eesnimi', 'perekonnanimi', 'maaramine', 'info'].map((name) => member(xml, name))).toEqual([
      receiver,
      'MARI-LIIS',
      'Mägi &amp; Õun',
      '2026-05',
      undefined,
    ]);
  });

  it.each([
    ['2026-04-01', '2026-04-30', '2026-04'],
    ['2026-04-30', '2026-05-01', '2026-05'],
    ['2026-09-30', '2026-09-30', '2026-09'],
    ['2026-09-15Z', '2026-12-31+02:00', '2026-09'],
    ['2026-06-01', '2026-08-31', undefined],
    ['2026-10-01', '2027-01-01', undefined],
    ['2025-01-01', '2026-03-31', undefined],
  ])('from %s to %s: %s', async (algus, lopp, month) => {
    const { xml } = await answerTo({ body: question(receiver, algus, lopp) });
    expect(member(xml, 'maaramine')).toBe(month);
  });

  it('says in words, not by a fault, that nothing was granted, and no more of somebody known than of somebody unknown', async () => {
    const unknown = await answerTo({ body: question(stranger) });
    const known = await answerTo({ body: question(receiver, '2020-01-01', '2020-12-31') });
    expect(member(unknown.xml, 'info')).toMatch(/toimetulekutoetust/);
    expect(known.xml.replaceAll(receiver, stranger)).toBe(unknown.xml);
  });

  it('fits the schema of the real star.wsdl', async () => {
    if (!hasShared('answers against the real star.wsdl')) return;
    const contract = openContract(readFileSync(join(shared, 'registries/wsdl/star/star.wsdl'), 'utf8'));
    if (!contract.ok) throw new Error('the real contract cannot be read');
    using real = contract.value;
    for (const body of [question(receiver), question(stranger)])
      expect(real.validate((await answerTo({ body })).xml)).toEqual({ ok: true, value: undefined });
  });

  it('finds a grant by its key', async () => {
    const month = parseMonth('2026-01');
    if (month === undefined) throw new Error('not a month');
    const plan = await selectLastGrant(door.database.db, receiver, month, month).explain<{ 'QUERY PLAN': string }>();
    expect(JSON.stringify(plan)).toMatch(/Index.*subsistence_grant_pkey/);
  });
});

describe('the header', () => {
  it('comes back byte for byte and in order, the unknown included, without requestHash', async () => {
    const nodes = `<xrd:issue>  7-1/123 </xrd:issue><my:trace xmlns:my="urn:my" my:a='1'><![CDATA[<x>]]><!-- note
 of two lines --><deep xmlns="urn:deep">&#228;</deep></my:trace><xrd:userId>EE${stranger}</xrd:userId><repr:representedParty xmlns:repr="http://x-road.eu/xsd/representation.xsd"><repr:partyClass>COM</repr:partyClass><repr:partyCode>1234</repr:partyCode></repr:representedParty>`;
    const reply = await ask({ header: nodes });
    expect(reply.statusCode).toBe(200);
    const sent = soapRequest({ header: nodes });
    const inside = (text: string) =>
      /Header[^>]*>([\s\S]*?)<\/[\w-]+:Header>/
        .exec(text)?.[1]
        ?.replace(/\n(?=<)/g, '')
        .trim();
    expect(inside(reply.payload)).toBe(inside(sent));
    const message = read(reply);
    expect(message.kind === 'message' && message.requestHash).toBeUndefined();
  });

  it('keeps what prefixes mean', async () => {
    const odd = soapRequest().replaceAll('xrd:', 'SOAP:').replace('xmlns:xrd', 'xmlns:SOAP').replaceAll('SOAP-ENV', 's');
    const reply = await door.app.inject({ method: 'POST', url: '/xroad/soap', headers: XML, payload: odd });
    const message = read(reply);
    expect(message.kind === 'message' && message.header.client.memberCode).toBe('74000085');
  });
});

describe('refusals', () => {
  const cases: [string, Asked, string][] = [
    [
      'another service',
      { service: 'LapseHooldused', body: '<p:LapseHooldusedRequest xmlns:p="http://producers.star.xtee.riik.ee/producer/star"/>' },
      'Client.UnknownService',
    ],
    ['another version', { version: 'v2' }, 'Client.UnknownServiceVersion'],
    ['no version', { version: null }, 'Client.UnknownServiceVersion'],
    ['a client that is not on the list', { client: 'EE/GOV/74000091/kirst' }, 'Client.AccessDenied'],
    ['another subsystem of a member on the list', { client: 'EE/GOV/74000085/other' }, 'Client.AccessDenied'],
    ['a body of another namespace', { body: question(receiver).replace('producer/star', 'producer/stars') }, 'Client.InvalidBody'],
    [
      'a body whose name only begins right',
      { body: question(receiver).replaceAll(`${SERVICE}Request`, `${SERVICE}Requests`) },
      'Client.InvalidBody',
    ],
    ['a missing element', { body: question(receiver).replace(/<lopp>.*<\/lopp>/, '') }, 'Client.SchemaMismatch'],
    [
      'elements out of order',
      { body: question(receiver).replace(/(<isikukood>.*<\/isikukood>)(<algus>.*<\/algus>)/, '$2$1') },
      'Client.SchemaMismatch',
    ],
    ['a qualified element', { body: question(receiver).replaceAll('isikukood>', 'p:isikukood>') }, 'Client.SchemaMismatch'],
    ['something that is no date', { body: question(receiver, '01.01.2026') }, 'Client.SchemaMismatch'],
    ['a wrong check digit', { body: question(`${receiver.slice(0, 10)}${(Number(receiver[10]) + 1) % 10}`) }, 'Client.InvalidPersonalCode'],
    ['a code with blanks', { body: question(` ${receiver}`) }, 'Client.InvalidPersonalCode'],
    ['an empty code', { body: question('') }, 'Client.InvalidPersonalCode'],
    ['a period that ends before it begins', { body: question(receiver, '2026-06-30', '2026-06-29') }, 'Client.InvalidPeriod'],
    ['a year that never was', { body: question(receiver, '0000-12-31', '2026-06-29') }, 'Client.SchemaMismatch'],
    ['a year beyond the calendar of registers', { body: question(receiver, '12026-01-01', '12026-01-02') }, 'Client.InvalidPeriod'],
  ];
  it.each(cases)('%s', async (_what, asked, code) => {
    const before = (await door.audit()).length;
    const reply = await ask(asked);
    expect(reply.statusCode).toBe(500);
    expect(reply.headers['content-type']).toBe('text/xml; charset=UTF-8');
    const message = read(reply);
    expect(message.kind === 'fault' && message.fault.code).toBe(code);
    expect(reply.payload).not.toContain(receiver);
    const lines = (await door.audit()).slice(before);
    expect(lines).toMatchObject([{ action: 'DISCLOSURE_REFUSED', outcome: 'REFUSED', code }]);
  });

  it.each([
    ['malformed XML', '<a', XML, 'Client.InvalidSoap'],
    ['nothing', '', XML, 'Client.InvalidSoap'],
    ['a DOCTYPE', soapRequest().replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>'), XML, 'Client.InvalidSoap'],
    ['an answer', soapRequest({ body: question(receiver).replaceAll('Request', 'Response') }), XML, 'Client.InvalidMessage'],
    ['no header', soapRequest().replace(/<SOAP-ENV:Header>[\s\S]*<\/SOAP-ENV:Header>/, ''), XML, 'Client.MissingHeader'],
    ['JSON', '{}', { 'content-type': 'application/json' }, 'Client.InvalidContentType'],
    ['an unreadable content type', soapRequest(), { 'content-type': 'text' }, 'Client.InvalidContentType'],
    ['multipart without parts', 'x', { 'content-type': 'multipart/related; boundary=b' }, undefined],
    ['an unquoted SOAPAction', soapRequest(), { ...XML, soapaction: 'urn:a b' }, 'Client.InvalidSoapAction'],
  ])('%s', async (_what, payload, headers, code) => {
    const reply = await door.app.inject({ method: 'POST', url: '/xroad/soap', headers, payload });
    expect(reply.statusCode).toBe(500);
    expect(reply.headers['content-type']).toBe('text/xml; charset=UTF-8');
    const message = read(reply);
    expect(message.kind === 'fault' && message.fault.code).toMatch(code === undefined ? /^Client\./ : new RegExp(`^${code}$`));
  });

  it.each(['GET', 'PUT', 'DELETE'] as const)('%s is not a way to ask', async (method) => {
    const reply = await door.app.inject({ method, url: '/xroad/soap' });
    expect([reply.statusCode, reply.headers.allow]).toEqual([405, 'POST']);
    expect(reply.payload).toContain('Client.InvalidHttpMethod');
  });
});

describe('the log of disclosures', () => {
  it('tells who asked what, and names the subject by the client file where there is one', async () => {
    const somebody = personalCode(19);
    const worker = await hire(door.database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 2 });
    const clientId = await door.database.transaction(async (tx) => {
      const person = {
        personalCode: somebody,
        firstName: 'A',
        lastName: 'B',
        birthDate: Temporal.PlainDate.from('1985-03-14'),
        sex: 'FEMALE' as const,
        citizenship: undefined,
      };
      return enterClient(tx, person, { ...worker, roles: ['SOCIAL_WORKER'] }, Temporal.Instant.from('2026-01-01T00:00:00Z'));
    });
    const before = (await door.audit()).length;
    const xRoadId = newId();
    await ask({ body: question(somebody), xRoadId });
    const [line, ...more] = (await door.audit()).slice(before);
    expect(more).toEqual([]);
    expect(line).toMatchObject({ action: 'DATA_DISCLOSED', outcome: 'DONE', client_id: clientId });
    for (const part of ['EE/GOV/74000085/tkis', `EE/GOV/70009770/star/${SERVICE}/v1`, xRoadId]) expect(line?.text).toContain(part);
  });

  it('holds no personal code, whoever writes one where', async () => {
    await ask({ xRoadId: receiver, header: `<xrd:userId>EE${stranger}</xrd:userId><xrd:issue>asi ${stranger}</xrd:issue>` });
    await ask({ client: `EE/GOV/${receiver}/x` });
    const lines = await door.audit();
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line.text.replace(/[0-9a-f-]{36}/g, '')).not.toMatch(/(?<!\d)\d{11}(?!\d)/);
  });

  it('is written before the answer leaves: without it nothing is told', async () => {
    const closed = await openDoor();
    const broken = new Proxy(closed.database, {
      get: (target, key) => (key === 'db' ? undefined : Reflect.get(target, key)),
    });
    const silent = await openDoor({ database: broken });
    const reply = await silent.app.inject({ method: 'POST', url: '/xroad/soap', headers: XML, payload: soapRequest() });
    expect(reply.statusCode).toBe(500);
    expect(reply.payload).toContain('Server.Unavailable');
    expect(reply.payload).not.toContain('MARI');
    await silent.close();
    await closed.close();
  });
});

describe('time and size', () => {
  it('gives up before the security server does, and does not write down what did not leave', async () => {
    const slow = await openDoor({
      answerMs: 50,
      facts: { lastGrant: () => new Promise((resolve) => setTimeout(() => resolve(undefined), 200)) },
    });
    const reply = await slow.app.inject({ method: 'POST', url: '/xroad/soap', headers: XML, payload: soapRequest() });
    expect(reply.statusCode).toBe(500);
    expect(reply.payload).toContain('Server.Unavailable');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await slow.audit()).toEqual([]);
    await slow.close();
  });

  it('takes chunked bodies, and says on the same connection that one is too large', async () => {
    await door.app.listen({ port: 0, host: '127.0.0.1' });
    const address = door.app.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const send = (chunks: readonly string[]) =>
      new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
        const outgoing = request(
          { port, host: '127.0.0.1', method: 'POST', path: '/xroad/soap', headers: { ...XML, 'transfer-encoding': 'chunked' } },
          (response) => {
            let body = '';
            response.on('data', (chunk) => {
              body += chunk;
            });
            response.on('end', () => resolve({ status: response.statusCode, body }));
          },
        );
        outgoing.on('error', reject);
        for (const chunk of chunks) outgoing.write(chunk);
        outgoing.end();
      });
    const whole = soapRequest();
    const small = await send([whole.slice(0, 700), whole.slice(700)]);
    expect(small.status).toBe(200);
    const limit = 10 * 1024 * 1024;
    const padded = whole.replace('</SOAP-ENV:Body>', `</SOAP-ENV:Body>${' '.repeat(limit - Buffer.byteLength(whole))}`);
    expect(Buffer.byteLength(padded)).toBe(limit);
    expect((await send([padded])).status).toBe(200);
    const large = await send([padded, ' ']);
    expect(large.status).toBe(500);
    expect(large.body).toContain('Client.MessageTooLarge');
    const huge = await send(Array.from({ length: 30 }, () => ' '.repeat(1024 * 1024)));
    expect(huge.body).toContain('Client.MessageTooLarge');
  });
});

it('shows the WSDL that it answers by', async () => {
  const reply = await door.app.inject({ method: 'GET', url: '/xroad/wsdl/star.wsdl' });
  expect(reply.statusCode).toBe(200);
  const contract = openContract(reply.payload);
  expect(contract.ok && [...contract.value.operations.keys()]).toContain(SERVICE);
  expect(requestHashOf(reply.rawPayload)).toBe(requestHashOf(readFileSync(join(import.meta.dirname, '../../wsdl/star.wsdl'))));
});
