import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { Temporal } from '../../../src/platform/index.ts';
import { notStudying } from '../../../src/registries/ehis/index.ts';
import { personalCode } from '../../town.ts';
import { answerBody } from '../answer-body.ts';
import { CANARY } from '../bodies/index.ts';

const people = [personalCode(1, '2004-05-06'), personalCode(2, '2004-05-06'), personalCode(3, '2004-05-06')];
const stranger = personalCode(900, '2004-05-06');
const order = { people, parameters: {}, today: Temporal.PlainDate.from('2026-11-23') };

const listing = (content: string) =>
  `<r:RR470isikukoodid16kuni26aResponse xmlns:r="http://rr.x-road.eu/producer"><request><EHAKKood>0784</EHAKKood></request><response>${content}</response></r:RR470isikukoodid16kuni26aResponse>`;
const listed = (content: string) => notStudying.list.read({ body: answerBody(listing(content)), attachments: [] });
const telling = (content: string) =>
  `<e:neetTeenusResponse xmlns:e="http://producers.ehis.xtee.riik.ee/producer/ehis">${content}</e:neetTeenusResponse>`;
const told = (content: string) => notStudying.collect.read({ body: answerBody(telling(content)), attachments: [] }, order);
const data = (code: string, education = 'Põhiharidus') =>
  `<andmed><isikukood>${code}</isikukood><haridustase>${education}</haridustase><muudatuseKpv>2026-06-20</muudatuseKpv><oppekeel>${CANARY}</oppekeel><staatus>${CANARY}</staatus><oppeasutus>${CANARY}</oppeasutus><oppeasutuseKood>${CANARY}</oppeasutuseKood></andmed>`;

it('has golden bodies of both steps, which the contract watch replays', async () => {
  const codes = people.map((code) => `<Isikukood>${code}</Isikukood>`).join('');
  for (const [step, request, came] of [
    ['list', notStudying.list.write('0784'), listing(codes)],
    ['collect', notStudying.collect.write(people), telling(data(people[0] ?? ''))],
  ] as const) {
    await expect(request.ok && request.value.body).toMatchFileSnapshot(`../../../wsdl/golden/${notStudying.code}.${step}.request.xml`);
    await expect(came).toMatchFileSnapshot(`../../../wsdl/golden/${notStudying.code}.${step}.answer.xml`);
  }
});

it('lists one municipality, and never the country', () => {
  const message = notStudying.list.write('0784');
  expect(message.ok && message.value.body).toContain('<EHAKKood>0784</EHAKKood>');
});

it('reads who lives there, each once; a code that is none is no list', () => {
  const codes = [...people, people[0]].map((code) => `<Isikukood>${code}</Isikukood>`).join('');
  expect(listed(codes)).toEqual({ ok: true, value: { state: 'LISTED', people } });
  expect(listed('')).toEqual({ ok: true, value: { state: 'LISTED', people: [] } });
  expect(listed('<Isikukood>47101010030</Isikukood>')).toEqual({
    ok: false,
    error: { code: 'SCHEMA_MISMATCH', problems: [{ path: 'Isikukood', rule: 'NO_PERSONAL_CODE' }] },
  });
});

it('knows a refusal to list, and repeats no code of it', () => {
  const refused = listed('<faultCode>10002</faultCode><faultString>Isikul 47101010033 puudub õigus</faultString>');
  expect(refused).toMatchObject({ ok: true, value: { state: 'REJECTED', reason: '10002' } });
  expect(JSON.stringify(refused)).not.toMatch(/\d{11}/);
});

it('names the residents in a packed file beside the message', () => {
  const message = notStudying.collect.write(people);
  if (!message.ok) throw new Error(JSON.stringify(message.error));
  expect(message.value.body).not.toMatch(/\d{11}/);
  const packed = Buffer.from(message.value.attachments[0]?.content as Uint8Array).toString('latin1');
  expect(gunzipSync(Buffer.from(packed, 'base64')).toString()).toBe(people.map((code) => `${code}\n`).join(''));
});

it('reads of whom it is told that they do not study their education alone, and says what has not been asked yet', () => {
  const collection = told(data(people[0] ?? '') + data(people[1] ?? '', ''));
  if (!collection.ok) throw new Error(JSON.stringify(collection.error));
  const readings = [...collection.value.readings];
  expect(readings).toEqual([
    [
      people[0],
      { state: 'PARTIAL', record: { education: 'Põhiharidus' }, missing: expect.arrayContaining(['EMPLOYMENT', 'UNEMPLOYMENT']) },
    ],
    [people[1], { state: 'PARTIAL', record: {}, missing: expect.anything() }],
  ]);
  expect(JSON.stringify(readings)).not.toContain(CANARY);
});

it('reads an answer about nobody as one: everybody studies', () => {
  expect(told('')).toEqual({ ok: true, value: { state: 'READY', readings: new Map(), passedOver: 0 } });
});

it.each([
  ['a stranger', data(stranger), 'ANSWER_ABOUT_ANOTHER'],
  ['somebody without a code', '<andmed><haridustase>x</haridustase></andmed>', 'ANSWER_ABOUT_ANOTHER'],
  ['somebody twice', data(people[0] ?? '').repeat(2), 'ANSWER_TOO_LONG'],
  ['more than were listed', data(people[0] ?? '').repeat(4), 'ANSWER_TOO_LONG'],
  ['codes alone, which were not asked for', `<isikukood>${people[0]}</isikukood>`, 'SCHEMA_MISMATCH'],
  ['what its contract does not have', '<lisa/>', 'SCHEMA_MISMATCH'],
])('believes nothing of an answer about %s', (_whom, content, code) => {
  const refused = told(content);
  expect(refused).toMatchObject({ ok: false, error: { code } });
  expect(JSON.stringify(refused)).not.toMatch(/\d{11}/);
});
