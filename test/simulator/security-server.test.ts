import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PersonalCode } from '../../src/estonia/index.ts';
import { today } from '../../src/platform/index.ts';
import { catalogue, findQueryType } from '../../src/registries/index.ts';
import { openContract, readMessage, xroadClient } from '../../src/xroad/index.ts';
import { BODIES } from '../registries/bodies/index.ts';
import { hasShared, shared } from '../shared.ts';
import { makeCertificate } from '../xroad/certificates.ts';
import { parametersFor } from './parameters.ts';
import { openWorld, requestOf, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

function persona(name: string): PersonalCode {
  const code = world.country.personae[name];
  if (code === undefined) throw new Error(`nobody plays ${name}`);
  return code;
}

function typeOf(code: string) {
  const type = findQueryType(code);
  if (type === undefined) throw new Error(`no query type ${code}`);
  return type;
}
const RR = typeOf('RR.RESIDENCES_DOCS_RELATIONS');
const residences = () => world.ask(RR, persona('EMPLOYED_PARENT'), {});

describe('every service behind it', () => {
  const realOnes = hasShared('the simulated answers against the real schemas');

  it.each(catalogue.map((type) => [type.code, type] as const))(
    '%s answers as the real contract says, about anybody',
    async (code, type) => {
      const { real } = BODIES[code] ?? {};
      const contract =
        real !== undefined && realOnes ? openContract(readFileSync(join(shared, 'registries/wsdl', real), 'utf8')) : undefined;
      if (contract?.ok === false) throw new Error(contract.error.text);
      const sample = world.country.people.filter((_, index) => index % 40 === 0).map(({ personalCode }) => personalCode);
      const states = new Set<string>();
      for (const subject of [...sample, ...Object.values(world.country.personae)]) {
        const { outcome, reading } = await world.ask(type, subject, parametersFor(code, world.country, subject));
        if (outcome.kind !== 'answered' || reading?.ok !== true) throw new Error(JSON.stringify({ outcome, reading }));
        expect(contract?.value.validate(outcome.body) ?? { ok: true }).toMatchObject({ ok: true });
        states.add(reading.value.state);
      }
      expect(states).toContain('FOUND');
      const { reading } = await world.ask(type, persona('UNKNOWN'), parametersFor(code, world.country, persona('UNKNOWN')));
      expect(reading).toMatchObject({ ok: true, value: { state: type.write === undefined ? 'NOT_FOUND' : 'REJECTED' } });
    },
  );

  it('tells of one family in all registers', async () => {
    const parent = persona('EMPLOYED_PARENT');
    const { reading: family } = await world.ask(RR, parent, {});
    const children = world.country.find(parent)?.children.map(({ personalCode }) => personalCode) ?? [];
    expect(children.length).toBeGreaterThan(0);
    expect(JSON.stringify(family)).toSatisfy((text: string) => children.every((child) => text.includes(child)));
    const { reading: related } = await world.ask(typeOf('RR.RELATED_PERSONS'), parent, {});
    expect(JSON.stringify(related)).toSatisfy((text: string) => children.every((child) => text.includes(child)));
  });
});

describe('what it refuses, as the real one does', () => {
  const question = () => ({
    subject: persona('EMPLOYED_PARENT'),
    parameters: {},
    today: today(world.clock),
  });

  async function send(text: string, headers: Readonly<Record<string, string>> = {}) {
    const response = await fetch(world.simulator.url, {
      method: 'POST',
      headers: { 'content-type': 'text/xml; charset=UTF-8', soapaction: '""', ...headers },
      body: text,
    });
    const message = readMessage(new Uint8Array(await response.arrayBuffer()), response.headers.get('content-type') ?? undefined);
    return { status: response.status, code: message.ok && message.value.kind === 'fault' ? message.value.fault.code : undefined };
  }
  const asked = () => Buffer.from(requestOf(RR, question()).bytes).toString('utf8');

  it.each<[string, (text: string) => string, string]>([
    ['a client that is not its own', (text) => text.replace('70009770', '70009771'), 'Server.ClientProxy.UnknownMember'],
    ['a register that nobody knows', (text) => text.replace('70008440', '70008441'), 'Server.ClientProxy.UnknownMember'],
    ['a service that the register has not', (text) => text.replaceAll('RR456', 'RR999'), 'Server.ServerProxy.UnknownService'],
    ['a version of it that is none', (text) => text.replace('>v1<', '>v9<'), 'Server.ServerProxy.UnknownService'],
    ['another protocol version', (text) => text.replace('>4.0<', '>5.0<'), 'Client.InvalidProtocolVersion'],
    ['a message without an id', (text) => text.replace(/<(\w+:)id>.*?<\/\1id>/, ''), 'Client.MissingHeaderField'],
    ['the wrong object type', (text) => text.replace('"SERVICE"', '"SUBSYSTEM"'), 'Client.InvalidXml'],
    [
      'a body that is another service’s',
      (text) => text.replaceAll(/(<\/?\w+:)RR456(?=[ >])/g, '$1RR84IsikuSeosed'),
      'Client.InconsistentHeaders',
    ],
    ['a document type', (text) => text.replace('?>', '?><!DOCTYPE x>'), 'Client.InvalidSoap'],
  ])('%s', async (_what, spoil, code) => {
    const spoiled = spoil(asked());
    expect(spoiled).not.toBe(asked());
    const answer = await send(spoiled);
    expect(answer.status).toBe(200);
    expect(answer.code).toBe(code);
  });

  it('a SOAPAction without its quotes', async () => {
    expect(await send(asked(), { soapaction: 'RR456' })).toMatchObject({ status: 200, code: 'Client.InvalidSoapAction' });
  });

  it('a client without access rights to the service', async () => {
    const closed = await openWorld({ mayAsk: [] });
    const { outcome } = await closed.ask(RR, persona('EMPLOYED_PARENT'), {});
    expect(outcome).toMatchObject({
      kind: 'fault',
      fault: { code: 'Server.ServerProxy.AccessDenied' },
      classification: { retry: 'NEVER' },
    });
    await closed.close();
  });

  it('with the newer spelling where it is told to', async () => {
    const newer = await openWorld({ spelling: '7.8', clients: [] });
    const { outcome } = await newer.ask(RR, persona('EMPLOYED_PARENT'), {});
    expect(outcome).toMatchObject({ kind: 'fault', fault: { code: 'server.clientproxy.unknown_member' } });
    await newer.close();
  });
});

describe('its knobs, over HTTP', () => {
  afterEach(() => world.control('PUT', 'knobs/rr', {}));

  it('makes a register fail so many times, then answer again', async () => {
    const fault = { code: 'Server.ServerProxy.ServiceFailed.NetworkError', text: 'refused', times: 2 };
    expect(await world.control('PUT', 'knobs/rr', { fault })).toMatchObject({ status: 200, body: { fault, latencyMs: 0 } });
    const kinds = [await residences(), await residences(), await residences()].map(({ outcome }) => outcome.kind);
    expect(kinds).toEqual(['fault', 'fault', 'answered']);
  });

  it.each([
    ['cut', 'CONNECTION_LOST'],
    ['wrongHash', 'REQUEST_HASH_MISMATCH'],
    ['html', 'UNEXPECTED_CONTENT'],
  ])('%s comes out as %s', async (knob, code) => {
    await world.control('PUT', 'knobs/rr', { [knob]: true });
    expect((await residences()).outcome).toMatchObject({ kind: 'failed', code: code });
  });

  it('is in maintenance in the hours it was given, and past midnight', async () => {
    await world.control('PUT', 'knobs/rr', { maintenance: { from: '22:00', to: '12:01', text: 'uuendame' } });
    expect((await residences()).outcome).toMatchObject({ kind: 'fault', fault: { code: 'Server.ClientProxy.MaintenanceMode' } });
    world.clock.advance({ minutes: 1 });
    expect((await residences()).outcome.kind).toBe('answered');
  });

  it('refuses what is no knob, no register, no date', async () => {
    expect(await world.control('PUT', 'knobs/rr', { explode: true })).toMatchObject({ status: 422 });
    expect(await world.control('PUT', 'knobs/nowhere', {})).toMatchObject({ status: 404 });
    expect(await world.control('PUT', 'date', { date: 'tomorrow' })).toMatchObject({ status: 422 });
    expect(await world.control('GET', 'everything')).toMatchObject({ status: 404 });
  });

  it('shows who is who, what arrived, and how the knobs stand', async () => {
    expect(await world.control('GET', 'personae')).toEqual({ status: 200, body: world.country.personae });
    expect(await world.control('GET', 'knobs')).toMatchObject({ body: { rr: { hang: false }, mta: { hang: false } } });
    const { outcome } = await residences();
    if (outcome.kind !== 'answered') throw new Error(outcome.kind);
    expect(await world.control('GET', 'received')).toMatchObject({ body: { [outcome.evidence.xRoadId]: 1 } });
    const arrived = (await world.control('GET', 'arrivals')).body as readonly object[];
    expect(arrived.at(-1)).toEqual({
      at: expect.any(String),
      xRoadId: outcome.evidence.xRoadId,
      service: expect.stringContaining('/rr/RR456/v1'),
    });
  });

  it('lives on another date when told, and on today’s again: who died meanwhile lives', async () => {
    const dead = world.country.people.find(({ deathDate }) => deathDate !== undefined);
    if (dead === undefined) throw new Error('nobody has died');
    const entry = async () => (await world.ask(RR, dead.personalCode, {})).reading;
    expect(await world.control('PUT', 'date', { date: '2026-01-15' })).toEqual({ status: 200, body: { date: '2026-01-15' } });
    expect(await entry()).toMatchObject({ value: { record: { status: { code: 'ELUS' } } } });
    expect(await entry()).not.toHaveProperty('value.record.deathDate');
    expect(await world.control('PUT', 'date', { date: null })).toEqual({ status: 200, body: { date: '2026-11-23' } });
    expect(await entry()).toMatchObject({ value: { record: { status: { code: 'SURNUD' }, deathDate: dead.deathDate?.toString() } } });
  });
});

it('by mutual TLS lets in only who brings a certificate it knows', async () => {
  const [server, system, stranger] = ['security-server.test', 'star.test', 'stranger.test'].map(makeCertificate);
  if (server === undefined || system === undefined || stranger === undefined) throw new Error('no certificates');
  const secured = await openWorld({ tls: { ...server, ca: system.cert } });
  const request = () =>
    requestOf(RR, {
      subject: persona('EMPLOYED_PARENT'),
      parameters: {},
      today: today(world.clock),
    });
  for (const [identity, kind] of [
    [system, 'answered'],
    [stranger, 'failed'],
  ] as const) {
    const client = xroadClient({ securityServers: [secured.simulator.url], tls: { ...identity, ca: server.cert } });
    expect((await client.exchange(request(), { deadlineMs: 5000 })).kind).toBe(kind);
    await client.close();
  }
  await secured.close();
});
