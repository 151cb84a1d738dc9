import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { createClientAsync } from 'soap';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasProgram, runs } from '../debian.ts';
import { hasShared, shared } from '../shared.ts';
import { carer, type Door, openDoor, receiver, SERVICE, soapRequest, stranger } from './door.ts';
import { IMPORTED, WSDLS } from './local-wsdl.ts';

/** Clients that others wrote, generated from the WSDL that the real consumers have, must get an answer from us unchanged. */
const wsdls = join(shared, 'registries/wsdl');
const HEADER = /<SOAP-ENV:Header>([\s\S]*)<\/SOAP-ENV:Header>/.exec(soapRequest())?.[1] ?? '';

let door: Door;
let endpoint: string;
beforeAll(async () => {
  door = await openDoor();
  endpoint = `${await door.app.listen({ port: 0, host: '127.0.0.1' })}/xroad/soap`;
});
afterAll(() => door.close());

describe('node-soap, from the real star.wsdl', () => {
  const client = async (service = SERVICE) => {
    const made = await createClientAsync(join(wsdls, 'star/star.wsdl'), {
      endpoint,
      wsdl_options: {
        overrideImportLocation: (location: string) => join(IMPORTED, basename(location)),
      },
    });
    const [xrd, id] = ['http://x-road.eu/xsd/xroad.xsd', 'http://x-road.eu/xsd/identifiers'];
    for (const node of HEADER.replace(SERVICE, service)
      .split('\n')
      .filter((line) => line !== ''))
      made.addSoapHeader(node.replace(/^<(xrd:\w+)/, `<$1 xmlns:xrd="${xrd}" xmlns:id="${id}"`));
    return made;
  };

  it('gets a typed answer', async () => {
    if (!hasShared('node-soap against the producer')) return;
    const made = await client();
    const [answer] = await made[`${SERVICE}Async`]({ isikukood: receiver, algus: '2026-01-01', lopp: '2026-12-31' });
    expect(answer).toEqual({ isikukood: receiver, eesnimi: 'MARI-LIIS', perekonnanimi: 'Mägi & Õun', maaramine: '2026-09' });
  });

  it('gets a carer’s cares as a list, and the result of an order under its ticket', async () => {
    if (!hasShared('node-soap against the producer')) return;
    const period = { algus: '2026-01-01', lopp: '2026-12-31' };
    const [answer] = await (await client('HooldajaHooldused')).HooldajaHooldusedAsync({ isikukood: carer, ...period });
    expect(answer.hooldaja.hooldused.hooldus).toHaveLength(2);
    expect(answer.hooldaja.rakendamised.rakendamine).toMatchObject([{ omavalitsus: 'Paide linn', viitenumber: '12345614' }]);
    const ordering = await client('HooldajaHooldusedMassParing');
    const [{ pilet }] = await ordering.HooldajaHooldusedMassParingAsync({ isikukoodid: `${carer},${stranger}`, ...period });
    const [result] = await (await client('AsynchronousParingTulem')).AsynchronousParingTulemAsync({ pilet });
    expect(result).toEqual({ viga: 'Päring on töötlemisel' });
  });

  it('gets a fault that it understands', async () => {
    if (!hasShared('node-soap against the producer')) return;
    const made = await client();
    const asked = made[`${SERVICE}Async`]({ isikukood: receiver, algus: '2026-12-31', lopp: '2026-01-01' });
    await expect(asked).rejects.toMatchObject({ root: { Envelope: { Body: { Fault: { faultcode: 'Client.InvalidPeriod' } } } } });
  });
});

const PYTHON = '/usr/bin/python3';
const run = promisify(execFile);
const ZEEP = `
import json, os, sys
from lxml import etree
from zeep import Client, Transport, Settings
from zeep.exceptions import Fault
wsdl, endpoint, imported, header, person = sys.argv[1:6]
class Local(Transport):
    def load(self, url):
        return open(os.path.join(imported, os.path.basename(url)) if url.startswith('http') else url, 'rb').read()
client = Client(wsdl, transport=Local(), settings=Settings(forbid_external=False))
service = client.create_service(list(client.wsdl.bindings)[0], endpoint)
nodes = list(etree.fromstring(header))
def ask(**body):
    return getattr(service, '${SERVICE}')(_soapheaders=nodes, isikukood=person, **body)
answer = ask(algus='2026-01-01', lopp='2026-12-31')
body = getattr(answer, 'body', answer)
try:
    ask(algus='2026-12-31', lopp='2026-01-01')
    fault = None
except Fault as error:
    fault = error.code
print(json.dumps({'person': body.isikukood, 'name': body.perekonnanimi, 'month': list(body.maaramine[:2]), 'info': body.info, 'fault': fault}))
`;

describe('python zeep', () => {
  /** Debian's package python3-zeep: another language, another author. */
  const zeepIsThere = () => hasProgram(() => runs(PYTHON, '-c', 'import zeep'), ['python3-zeep'], 'zeep against the producer');

  it.each(WSDLS)(
    'gets an answer and a fault from a client of %s',
    async (_what, wsdl) => {
      if (!hasShared('zeep against the producer') || !zeepIsThere()) return;
      const folder = mkdtempSync(join(tmpdir(), 'star-zeep-'));
      try {
        const script = join(folder, 'ask.py');
        writeFileSync(script, ZEEP);
        const header = `<h xmlns:xrd="http://x-road.eu/xsd/xroad.xsd" xmlns:id="http://x-road.eu/xsd/identifiers">${HEADER}</h>`;
        const { stdout } = await run(PYTHON, [script, wsdl, endpoint, IMPORTED, header, receiver]);
        expect(JSON.parse(stdout)).toEqual({
          person: receiver,
          name: 'Mägi & Õun',
          month: [2026, 9],
          info: null,
          fault: 'Client.InvalidPeriod',
        });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    200_000,
  );
});
