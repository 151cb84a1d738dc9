import { setTimeout as sleep } from 'node:timers/promises';
import { securityServer, step } from './door.ts';

/** How long the demo may take to work an order: it looks every two seconds. */
const RESULT_WITHIN_MS = 20_000;

/** Töötukassa orders the same about several carers, and fetches the result by its ticket when STAR has worked it. */
export async function orderFromStar(people: readonly string[]): Promise<void> {
  const [official = ''] = people;
  const ordered = await askStar('HooldajaHooldusedMassParing', official, `<isikukoodid>${people.join(',')}</isikukoodid>${twoYears()}`);
  const ticket = /<pilet>(.*)<\/pilet>/.exec(ordered.text)?.[1];
  step('another register orders data about many carers, and has a ticket', ordered.status === 200 && ticket !== undefined, { ticket });
  const fetchResult = () => askStar('AsynchronousParingTulem', official, `<pilet>${ticket}</pilet>`);
  const until = performance.now() + RESULT_WITHIN_MS;
  let result = await fetchResult();
  while (!result.text.includes('<base64>') && performance.now() < until) {
    await sleep(500);
    result = await fetchResult();
  }
  const file = Buffer.from(/<base64>(.*)<\/base64>/.exec(result.text)?.[1] ?? '', 'base64').toString('utf8');
  const carers = file.split('<hooldaja>').slice(1);
  step(
    'and fetches the result: a carer for each code, or that there was no care',
    carers.length === people.length && carers[0]?.includes('<hoolduseAlgus>') === true && carers[1]?.includes('<viga>') === true,
    { carers: carers.length, care: /<hoolduseAlgus>.*?<\/hoolduseAlgus>/.exec(file)?.[0] },
  );
}

/** A period in the services' words: this year and the last. */
export function twoYears(): string {
  const year = new Date().getFullYear();
  return `<algus>${year - 1}-01-01</algus><lopp>${year}-12-31</lopp>`;
}

/** A question of Töötukassa's to one of STAR's own services. */
export async function askStar(service: string, official: string, members: string): Promise<{ status: number; text: string }> {
  const identifier = (kind: string, object: string, parts: Record<string, string>) =>
    `<xrd:${kind} id:objectType="${object}">${Object.entries(parts)
      .map(([name, value]) => `<id:${name}>${value}</id:${name}>`)
      .join('')}</xrd:${kind}>`;
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xrd="http://x-road.eu/xsd/xroad.xsd" xmlns:id="http://x-road.eu/xsd/identifiers"><s:Header>${identifier('client', 'SUBSYSTEM', { xRoadInstance: 'EE', memberClass: 'GOV', memberCode: '74000085', subsystemCode: 'tkis' })}${identifier('service', 'SERVICE', { xRoadInstance: 'EE', memberClass: 'GOV', memberCode: '70009770', subsystemCode: 'star', serviceCode: service, serviceVersion: 'v1' })}<xrd:id>${crypto.randomUUID()}</xrd:id><xrd:userId>EE${official}</xrd:userId><xrd:protocolVersion>4.0</xrd:protocolVersion></s:Header><s:Body><p:${service}Request xmlns:p="http://producers.star.xtee.riik.ee/producer/star">${members}</p:${service}Request></s:Body></s:Envelope>`;
  const response = await fetch(securityServer, {
    method: 'POST',
    headers: { 'content-type': 'text/xml; charset=UTF-8', soapaction: '""' },
    body,
  });
  return { status: response.status, text: await response.text() };
}
