import { Pool } from 'undici';
import { parsePersonalCode } from '../../src/estonia/index.ts';
import { newId, systemClock, today } from '../../src/platform/index.ts';
import { findQueryType } from '../../src/registries/index.ts';
import { parseClientId, prepareRequest, xroadClient } from '../../src/xroad/index.ts';
import { STAR } from '../installation.ts';
import { type Figure, inTurn, perSecond } from './figures.ts';
import { startRegister } from './ground.ts';

const LOAD = { atATime: 16, milliseconds: 2000 };

/** P3: build, send, read, verify, check against the schema and map one RR456 answer; against a bare POST of the same bytes. */
export async function exchange(): Promise<Figure> {
  using register = await startRegister();
  const type = findQueryType('RR.RESIDENCES_DOCS_RELATIONS');
  const subject = parsePersonalCode('47101010033');
  const client = parseClientId(STAR);
  const provider = parseClientId('EE/GOV/70008440/rr');
  if (type === undefined || subject === undefined || client === undefined || provider === undefined)
    throw new Error('the bench names something that is not there');
  const question = { subject, parameters: {}, today: today(systemClock) };
  const prepare = () => {
    const body = type.buildRequest(question);
    if (!body.ok) throw new Error(body.error.code);
    const service = { ...provider, serviceCode: 'RR456', serviceVersion: 'v1' };
    const request = prepareRequest(
      { client, service, id: newId(), userId: 'EE47101010033', issue: '2026/1', protocolVersion: '4.0' },
      body.value,
    );
    if (!request.ok) throw new Error(request.error.code);
    return request.value;
  };
  const xroad = xroadClient({ securityServers: [register.url] });
  const bare = new Pool(register.url, { connections: 32 });
  const { bytes } = prepare();
  const headers = { 'content-type': 'text/xml; charset=UTF-8', soapaction: '""' };
  const measured = await inTurn(
    () =>
      perSecond(async () => {
        const outcome = await xroad.exchange(prepare(), { deadlineMs: 10_000 });
        if (outcome.kind !== 'answered') throw new Error(outcome.kind);
        const reading = type.readAnswer(outcome.body, question);
        if (!reading.ok || reading.value.state !== 'FOUND') throw new Error('not found');
      }, LOAD),
    () =>
      perSecond(async () => {
        const { body } = await bare.request({ method: 'POST', path: '/', headers, body: bytes });
        await body.arrayBuffer();
      }, LOAD),
  );
  await xroad.close();
  await bare.close();
  return {
    id: 'P3',
    what: 'consumer exchange of one RR456, 16 at a time',
    against: 'bare undici POST of the same bytes',
    mustReach: '0.30 (aim 0.50)',
    unit: 'requests/s',
    ...measured,
  };
}
