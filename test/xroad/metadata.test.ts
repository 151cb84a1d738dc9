import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ClientId,
  createMetadataClient,
  formatClientId,
  formatServiceId,
  type MetadataClient,
  parseClientId,
  type XRoadClient,
  xroadClient,
} from '../../src/xroad/index.ts';
import { STAR } from '../installation.ts';
import { openWorld, type World } from '../simulator/world.ts';

function id(text: string): ClientId {
  const parsed = parseClientId(text);
  if (parsed === undefined) throw new Error(`${text} is no identifier`);
  return parsed;
}

const rr = id('EE/GOV/70008440/rr');

describe('what a simulated X-Road tells of itself', () => {
  let world: World;
  let xroad: XRoadClient;
  let metadata: MetadataClient;
  beforeAll(async () => {
    world = await openWorld();
    xroad = xroadClient({ securityServers: [world.simulator.url] });
    metadata = createMetadataClient({ xroad, client: id(STAR), deadlineMs: 5000 });
  });
  afterAll(async () => {
    await xroad.close();
    await world.close();
  });

  it('its members and their subsystems', async () => {
    const clients = await metadata.listClients('EE');
    if (!clients.ok) throw new Error(clients.error.text);
    const named = clients.value.map((client) => formatClientId(client.id));
    expect(named).toEqual([...named].sort());
    expect(named).toEqual(expect.arrayContaining(['EE/GOV/70008440', 'EE/GOV/70008440/rr', STAR]));
    expect(clients.value).toContainEqual({ id: rr, name: '70008440-name', subsystemName: 'rr-name' });
  });

  it('what a provider offers, and what of it one may call', async () => {
    const mta = id('EE/GOV/70000349/tsd');
    const listed = await metadata.listMethods(mta);
    expect(listed.ok && listed.value.map((service) => `${service.type} ${formatServiceId(service.id)}`).sort()).toEqual([
      'SOAP EE/GOV/70000349/tsd/kovEttevotjad/v1',
      'SOAP EE/GOV/70000349/tsd/kovTooandjad/v1',
    ]);
    expect(await metadata.allowedMethods(mta, 'SOAP')).toEqual(await metadata.listMethods(mta, 'SOAP'));
    expect(await metadata.listMethods(mta, 'REST')).toEqual({ ok: true, value: [] });
    const closed = await openWorld({ mayAsk: [] });
    const without = xroadClient({ securityServers: [closed.simulator.url] });
    expect(await createMetadataClient({ xroad: without, client: id(STAR), deadlineMs: 5000 }).allowedMethods(rr)).toEqual({
      ok: true,
      value: [],
    });
    await without.close();
    await closed.close();
  });

  it('the description of a service, byte by byte', async () => {
    const wsdl = await metadata.getWsdl({ ...rr, serviceCode: 'RR456', serviceVersion: 'v1' });
    const file = readFileSync(resolve(import.meta.dirname, '../../wsdl/rr.wsdl'), 'utf8');
    expect(wsdl.ok && Buffer.from(wsdl.value.bytes).toString('utf8')).toBe(file);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['a service that is not there', () => metadata.getWsdl({ ...rr, serviceCode: 'RR1' }), 'Server.ServerProxy.UnknownService'],
    ['a provider that is not there', () => metadata.listMethods(id('EE/GOV/1/none'), 'SOAP'), 'Server.ClientProxy.UnknownMember'],
    ['a provider that is not there, by REST', () => metadata.listMethods(id('EE/GOV/1/none'), 'REST'), 'Server.ClientProxy.UnknownMember'],
    [
      'a description by REST that is not there',
      () => metadata.getOpenApi({ ...rr, serviceCode: 'people' }),
      'Server.ServerProxy.UnknownService',
    ],
    ['a code that cannot be', () => metadata.getWsdl({ ...rr, serviceCode: 'a/b' }), 'InvalidRequest'],
    ['a member’s own REST services', () => metadata.listMethods(id('EE/GOV/70008440'), 'REST'), 'InvalidRequest'],
  ])('refuses %s', async (_what, ask, code) => {
    expect(await ask()).toMatchObject({ ok: false, error: { code } });
  });
});

describe('answers that are not as the protocol has them', () => {
  let answer: (response: ServerResponse) => void;
  let metadata: MetadataClient;
  let xroad: XRoadClient;
  const server = createServer((request, response) => request.resume().on('end', () => answer(response)));
  beforeAll(async () => {
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
    const address = server.address();
    xroad = xroadClient({ securityServers: [`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`] });
    metadata = createMetadataClient({ xroad, client: id(STAR), deadlineMs: 1000 });
  });
  afterAll(async () => {
    await xroad.close();
    server.closeAllConnections();
    server.close();
  });

  it.each([
    ['no JSON', 200, '<html>', 'InvalidBody'],
    ['JSON of something else', 200, '{"members": []}', 'InvalidBody'],
    ['an incomplete entry', 200, '{"member": [{"id": {"member_class": "GOV"}}]}', 'InvalidBody'],
    ['an error', 500, '', 'UNEXPECTED_STATUS'],
  ])('%s', async (_what, status, body, code) => {
    answer = (response) => response.writeHead(status).end(body);
    expect(await metadata.listClients()).toMatchObject({ ok: false, error: { code } });
  });

  it('none at all', async () => {
    answer = (response) => response.destroy();
    expect(await metadata.listClients()).toMatchObject({
      ok: false,
      error: { code: 'CONNECTION_LOST', classification: { class: 'NETWORK' } },
    });
  });
});
