import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PersonalCode } from '../../src/estonia/index.ts';
import { findQueryType } from '../../src/registries/index.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
afterEach(() => world.control('PUT', 'knobs/rr-rest', {}));

const CUSTODY = findQueryType('RR.CUSTODY');
if (CUSTODY === undefined) throw new Error('no query type RR.CUSTODY');

function persona(name: string): PersonalCode {
  const code = world.country.personae[name];
  if (code === undefined) throw new Error(`nobody plays ${name}`);
  return code;
}
const asParent = () => world.askTwin(CUSTODY, persona('EMPLOYED_PARENT'), { role: 'VANEM' });

it('RR.CUSTODY tells by REST what it tells by SOAP, of anybody', async () => {
  const sample = world.country.people.filter((_, index) => index % 40 === 0).map(({ personalCode }) => personalCode);
  const states = new Set<string>();
  for (const subject of [...sample, ...Object.values(world.country.personae)]) {
    for (const role of ['VANEM', 'LAPS']) {
      const [soap, rest] = [await world.ask(CUSTODY, subject, { role }), await world.askTwin(CUSTODY, subject, { role })];
      if (soap.reading?.ok !== true || rest.reading?.ok !== true) throw new Error(JSON.stringify({ soap, rest }));
      const [told, twin] = [soap.reading.value, rest.reading.value];
      if (told.state === 'FOUND') expect(twin).toEqual({ state: 'PARTIAL', missing: CUSTODY.twin?.lacks, record: told.record });
      else expect(twin.state).toBe(told.state);
      states.add(told.state);
    }
  }
  expect([...states].sort()).toEqual(['FOUND', 'NOT_FOUND']);
});

describe('domesticDataExchange', () => {
  const asked = (change: Readonly<Record<string, unknown>> = {}, mask: Readonly<Record<string, unknown>> = {}) => ({
    path: '/v1/isikud',
    headers: { 'RR-Request-Reason': 'avalik' },
    body: {
      isikukoodid: [persona('CHILD')],
      andmevaljad: {
        ...{ isikuandmed: ['Isikukood'], hooldusoigused: [], kodakondsused: [], isikuAadressid: [] },
        ...{ isikuKontaktid: [], dokumendid: [], suhted: [], muudPerenimedDetail: [], ...mask },
      },
      ...change,
    },
  });

  it('answers with the fields that were asked for and no others, its request hash over what was sent', async () => {
    const outcome = await world.askRest(CUSTODY, asked({}, { isikuandmed: ['Isikukood', 'IsikuStaatus'] }));
    if (outcome.kind !== 'answered') throw new Error(outcome.kind);
    expect(JSON.parse(Buffer.from(outcome.bytes).toString('utf8'))).toEqual([
      { isikukood: persona('CHILD'), isikuStaatus: { kood: 'ISIKU_STAATUS', elemendiKood: 'E', nimetus: 'ELUS' } },
    ]);
    expect(outcome.evidence).toMatchObject({ requestHashVerified: true, requestHash: expect.stringMatching(/^[\w+/]{86}==$/) });
  });

  it.each<[string, () => Parameters<World['askRest']>[1], number]>([
    ['a request without a reason', () => ({ ...asked(), headers: {} }), 400],
    ['a reason that is none', () => ({ ...asked(), headers: { 'RR-Request-Reason': 'uudishimu' } }), 400],
    ['nobody who asks', () => ({ ...asked(), userId: '' }), 400],
    ['21 people', () => asked({ isikukoodid: Array.from({ length: 21 }, () => persona('CHILD')) }), 400],
    ['no people', () => asked({ isikukoodid: [] }), 400],
    ['a field that there is not', () => asked({}, { isikuandmed: ['Isikukood', 'Usutunnistus'] }), 400],
    ['a group that there is not', () => asked({}, { usutunnistused: [] }), 400],
    ['a group whose fields nobody has told', () => asked({}, { dokumendid: ['Number'] }), 400],
    ['what is no JSON', () => ({ ...asked(), body: '{' }), 400],
    ['a field without a right to it', () => asked({}, { isikuandmed: ['Isikukood', 'PohiKodakondsus'] }), 403],
    ['another path', () => ({ ...asked(), path: '/v2/isikud' }), 404],
  ])('refuses %s', async (_what, request, status) => {
    expect(await world.askRest(CUSTODY, request())).toMatchObject({ kind: 'answered', status });
  });

  it('is a service with one endpoint in the list of methods', async () => {
    const { url } = world.simulator;
    const response = await fetch(`${url}/r1/EE/GOV/70008440/rr/listMethods`, { headers: { 'x-road-client': 'EE/GOV/70009770/star' } });
    expect(await response.json()).toMatchObject({
      service: [{ service_code: 'domesticDataExchange', service_type: 'REST', endpoint_list: [{ method: 'POST', path: '/v1/isikud' }] }],
    });
  });
});

describe('what goes wrong with it', () => {
  it.each([
    [{ cut: true }, { kind: 'failed', code: 'CONNECTION_LOST' }],
    [{ html: true }, { kind: 'failed', code: 'UNEXPECTED_CONTENT' }],
    [
      { fault: { code: 'Server.ServerProxy.NetworkError', text: 'refused', times: 1 } },
      { kind: 'fault', fault: { code: 'Server.ServerProxy.NetworkError' }, classification: { retry: 'BACKOFF' } },
    ],
    [
      { maintenance: { from: '00:00', to: '23:59', text: 'uuendame' } },
      { kind: 'fault', fault: { code: 'Server.ClientProxy.MaintenanceMode' } },
    ],
    [{ status: 503 }, { kind: 'answered', status: 503 }],
    [{ wrongHash: true }, { kind: 'answered', evidence: { requestHashVerified: false } }],
  ])('%j', async (knobs, outcome) => {
    expect(await world.control('PUT', 'knobs/rr-rest', knobs)).toMatchObject({ status: 200 });
    expect((await asParent()).outcome).toMatchObject(outcome);
    expect((await world.ask(CUSTODY, persona('EMPLOYED_PARENT'), { role: 'VANEM' })).reading).toMatchObject({ value: { state: 'FOUND' } });
  });

  it('an answer off its schema is not read', async () => {
    await world.control('PUT', 'knobs/rr-rest', { offSchema: true });
    expect((await asParent()).reading).toMatchObject({ ok: false, error: { code: 'SCHEMA_MISMATCH' } });
  });

  it('it tells something else than the SOAP service, when told to', async () => {
    const rights = async () => {
      const { reading } = await asParent();
      return reading?.ok && 'record' in reading.value ? (reading.value.record as { rights: object[] }).rights : [];
    };
    const [before] = await rights();
    await world.control('PUT', 'knobs/rr-rest', { differs: true });
    const [after] = await rights();
    expect(before).toHaveProperty('firstName');
    expect(after).not.toHaveProperty('firstName');
    expect(after).not.toMatchObject({ from: Reflect.get(before ?? {}, 'from') });
  });

  it('a client without access rights is refused by the security server', async () => {
    const closed = await openWorld({ mayAsk: [] });
    const { outcome } = await closed.askTwin(CUSTODY, persona('EMPLOYED_PARENT'), { role: 'VANEM' });
    expect(outcome).toMatchObject({
      kind: 'fault',
      fault: { code: 'Server.ServerProxy.AccessDenied' },
      classification: { retry: 'NEVER' },
    });
    await closed.close();
  });
});
