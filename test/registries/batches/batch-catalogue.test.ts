import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import type { PersonalCode } from '../../../src/estonia/index.ts';
import { Temporal } from '../../../src/platform/index.ts';
import { ROLES } from '../../../src/register/access/index.ts';
import { PROCEEDING_KINDS } from '../../../src/register/proceedings/index.ts';
import { batchCatalogue, findQueryType } from '../../../src/registries/index.ts';
import { openContract } from '../../../src/xroad/index.ts';
import { shared } from '../../shared.ts';
import { personalCode } from '../../town.ts';
import { answerBody, contractFileOf } from '../answer-body.ts';
import { CANARY } from '../bodies/index.ts';
import { BATCH_BODIES } from './bodies.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const people: readonly PersonalCode[] = [personalCode(1), personalCode(2), personalCode(3)];
const stranger = personalCode(900);

function opened(file: string) {
  const contract = openContract(readFileSync(file, 'utf8'));
  if (!contract.ok) throw new Error(contract.error.text);
  return contract.value;
}

const ticketed = batchCatalogue.filter((type) => type.about === 'NAMED_PEOPLE');

it('has bodies for every mass service, and every one is allowed somewhere to somebody', () => {
  expect(Object.keys(BATCH_BODIES).sort()).toEqual(ticketed.map(({ code }) => code).sort());
  for (const { allowedKinds } of ticketed) {
    expect(PROCEEDING_KINDS).toEqual(expect.arrayContaining([...allowedKinds]));
    expect(allowedKinds.length).toBeGreaterThan(0);
  }
  for (const type of batchCatalogue) {
    // The contract watch keeps what it finds of either by the code.
    expect(findQueryType(type.code)).toBeUndefined();
    expect(ROLES).toEqual(expect.arrayContaining([...type.roles]));
    expect(type.roles.length * type.fields.length).toBeGreaterThan(0);
    expect(type.deadlineSeconds).toBeLessThan(60);
  }
});

describe.each(ticketed.map((type) => [type.code, type] as const))('%s', (code, type) => {
  const bodies = BATCH_BODIES[code];
  if (bodies === undefined) throw new Error(`no bodies for ${code}`);
  const order = { people, parameters: bodies.parameters, today };
  const ours = opened(contractFileOf(bodies.contract));
  const answer = (xml: string, file?: { contentId: string; content: string | Uint8Array; transferEncoding?: string }) => ({
    body: answerBody(xml),
    attachments: file === undefined ? [] : [{ contentType: 'application/octet-stream', ...file, bytes: Buffer.from(file.content) }],
  });
  const collected = (about: readonly string[], of: readonly PersonalCode[] = people) => {
    const { body, file } = bodies.ready(about);
    return type.collect.read(answer(body, file), { ...order, people: of });
  };

  it('submits and collects in the register’s own form', () => {
    expect(Check(type.parameters, bodies.parameters)).toBe(true);
    const real = join(shared, 'registries/wsdl', bodies.real);
    const contracts = [ours, ...(existsSync(real) ? [opened(real)] : [])];
    for (const message of [type.submit.write(order), type.collect.write(bodies.accepted.ticket)]) {
      if (!message.ok) throw new Error(JSON.stringify(message.error));
      for (const contract of contracts) expect(contract.validate(message.value.body)).toEqual({ ok: true, value: undefined });
    }
    const answers = [bodies.accepted.body, bodies.refused, bodies.notYet, bodies.gone, bodies.failed, bodies.ready(people).body];
    for (const body of answers.filter((one) => typeof one === 'string'))
      for (const contract of contracts) expect(contract.validate(body)).toEqual({ ok: true, value: undefined });
  });

  it('has golden bodies of every step, which the contract watch replays', async () => {
    const { body, file } = bodies.ready(people);
    const [submit, collect] = [type.submit.write(order), type.collect.write(bodies.accepted.ticket)];
    for (const [step, request, came] of [
      ['submit', submit, bodies.accepted.body],
      ['collect', collect, body],
    ] as const) {
      await expect(request.ok && request.value.body).toMatchFileSnapshot(`../../../wsdl/golden/${code}.${step}.request.xml`);
      await expect(came).toMatchFileSnapshot(`../../../wsdl/golden/${code}.${step}.answer.xml`);
    }
    if (file !== undefined) await expect(file.content).toMatchFileSnapshot(`../../../wsdl/golden/${code}.collect.file.xml`);
  });

  it('reads the ticket, and a refusal without the code of whom it names', () => {
    expect(type.submit.read(answer(bodies.accepted.body))).toEqual({
      ok: true,
      value: { state: 'ACCEPTED', ticket: bodies.accepted.ticket },
    });
    const refused = type.submit.read(answer(bodies.refused));
    expect(refused).toMatchObject({ ok: true, value: { state: 'REJECTED', reason: expect.any(String) } });
    expect(JSON.stringify(refused)).not.toMatch(/\d{11}/);
  });

  it('tells "not yet" from "gone" and from "no"', () => {
    const read = (xml: string) => type.collect.read(answer(xml), order);
    expect(read(bodies.notYet)).toEqual({ ok: true, value: { state: 'NOT_YET' } });
    if (typeof bodies.gone === 'string') expect(read(bodies.gone)).toEqual({ ok: true, value: { state: 'GONE' } });
    expect(read(bodies.failed)).toMatchObject({ ok: true, value: { state: 'REJECTED', reason: expect.any(String) } });
  });

  it('reads each person’s part, and only the fields it says it needs', () => {
    const collection = collected(people);
    if (!collection.ok || collection.value.state !== 'READY') throw new Error(JSON.stringify(collection));
    const readings = people.map((one) => collection.value.state === 'READY' && collection.value.readings.get(one));
    expect(readings).toMatchSnapshot();
    const text = JSON.stringify(readings);
    expect(text).not.toContain(CANARY);
    expect(text).not.toMatch(/\d{11}/);
    expect(text).not.toContain('""');
  });

  it('refuses an answer that is not valid, or not of this service', () => {
    const withExtra = bodies.notYet.replace(/(<\/\w+:\w+>)$/, `<lisa>${people[0]}</lisa>$1`);
    for (const xml of [withExtra, bodies.accepted.body]) {
      const refused = type.collect.read(answer(xml), order);
      expect(refused).toMatchObject({ ok: false, error: { code: 'SCHEMA_MISMATCH' } });
      expect(JSON.stringify(refused)).not.toMatch(/\d{11}/);
    }
  });
});

describe('SKA.BENEFITS_MASS', () => {
  const type = ticketed.find(({ code }) => code === 'SKA.BENEFITS_MASS');
  const bodies = BATCH_BODIES['SKA.BENEFITS_MASS'];
  if (type === undefined || bodies === undefined) throw new Error('no such type');
  const order = { people, parameters: bodies.parameters, today };
  const read = (about: readonly string[], change: (file: string) => string = (file) => file, more: object = {}) => {
    const { body, file } = bodies.ready(about);
    const bytes = Buffer.from(change(file?.content ?? ''));
    const part = { contentType: 'application/xml', contentId: file?.contentId ?? '', bytes, ...more };
    return type.collect.read({ body: answerBody(body), attachments: [part] }, order);
  };

  it('names the people in a file of its own, and nowhere in the message', () => {
    const message = type.submit.write(order);
    if (!message.ok) throw new Error(JSON.stringify(message.error));
    expect(message.value.body).not.toMatch(/\d{11}/);
    expect(message.value.attachments).toMatchObject([{ contentId: 'isikukoodid@star' }]);
    expect(Buffer.from(message.value.attachments[0]?.content as Uint8Array).toString()).toBe(people.map((code) => `${code}\n`).join(''));
  });

  it.each([
    ['a stranger', [...people.slice(0, 2), stranger], 'ANSWER_ABOUT_ANOTHER', 'isik/isikukood IS_ORDERED'],
    ['a code that is none', [...people.slice(0, 2), '47101010030'], 'ANSWER_ABOUT_ANOTHER', 'isik/isikukood IS_ORDERED'],
    ['somebody twice', [people[0] ?? '', ...people.slice(0, 2)], 'ANSWER_TOO_LONG', 'isik/isikukood ONCE_EACH'],
    ['one more than was ordered', [...people, stranger], 'ANSWER_TOO_LONG', 'isik/isikukood AT_MOST_3'],
    ['ten thousand', Array.from({ length: 10_000 }, (_, n) => personalCode((n % 900) + 1)), 'ANSWER_TOO_LONG', 'isik/isikukood AT_MOST_3'],
  ])('believes nothing of a file about %s', (_whom, about, code, rule) => {
    const [path = '', named = ''] = rule.split(' ');
    const refused = read(about);
    expect(refused).toEqual({ ok: false, error: { code, problems: [{ path, rule: named }] } });
  });

  it('does not read a file that is not there, not valid, not UTF-8, or brings a document type', () => {
    const mismatch = (rule: string) => ({ ok: false, error: { code: 'SCHEMA_MISMATCH', problems: [expect.objectContaining({ rule })] } });
    expect(read(people, (file) => file, { contentId: 'muu@skais2' })).toEqual(mismatch('NAMES_NO_FILE'));
    expect(read(people, (file) => file.replaceAll('TKMassIsikud', 'Muu'))).toEqual(mismatch('UNKNOWN_ELEMENT'));
    expect(read(people, (file) => file.replace('<kood>0</kood>', '<kood>null</kood>'))).toEqual(mismatch('NOT_OF_TYPE'));
    expect(read(people, (file) => file, { bytes: Buffer.from([0x3c, 0xff, 0xfe]) })).toEqual(mismatch('NOT_UTF_8'));
    expect(read(people, (file) => file.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>'))).toEqual(mismatch('NOT_WELL_FORMED'));
  });

  it('reads a file that travelled as base64', () => {
    const base64 = (file: string) => Buffer.from(file).toString('base64').replace(/.{76}/g, '$&\r\n');
    expect(read(people, base64, { transferEncoding: 'base64' })).toMatchObject({ ok: true, value: { state: 'READY' } });
  });

  it('says nothing of whom the file leaves out', () => {
    const collection = read(people.slice(0, 1));
    expect(collection.ok && collection.value.state === 'READY' && [...collection.value.readings.keys()]).toEqual(people.slice(0, 1));
  });
});

describe('RR.CHANGES', () => {
  const type = ticketed.find(({ code }) => code === 'RR.CHANGES');
  const bodies = BATCH_BODIES['RR.CHANGES'];
  if (type === undefined || bodies === undefined) throw new Error('no such type');
  const order = { people, parameters: bodies.parameters, today };
  const read = (about: readonly string[]) => type.collect.read({ body: answerBody(bodies.ready(about).body), attachments: [] }, order);

  it('names a period and nobody', () => {
    const message = type.submit.write(order);
    expect(message.ok && message.value).toMatchObject({
      body: expect.stringContaining('<AlgusKP>01.10.2026</AlgusKP><LoppKP>31.10.2026</LoppKP>'),
      attachments: [],
    });
    expect(JSON.stringify(message)).not.toMatch(/\d{11}/);
  });

  it('reads of ten thousand who have changed the three who were ordered', () => {
    const everybody = Array.from({ length: 10_000 }, (_, n) => personalCode((n % 900) + 10, `19${50 + Math.floor(n / 900)}-01-01`));
    expect(new Set([...people, ...everybody]).size).toBe(10_003);
    const collection = read([...people, ...everybody]);
    if (!collection.ok || collection.value.state !== 'READY') throw new Error(JSON.stringify(collection));
    expect(collection.value.passedOver).toBe(10_000);
    expect([...collection.value.readings]).toEqual([
      [people[0], { state: 'FOUND', record: { kinds: ['10', '22'] } }],
      [people[1], { state: 'NOT_FOUND' }],
      [people[2], { state: 'NOT_FOUND' }],
    ]);
  });

  it('takes a file without a line for none yet, and one of other lines for none at all', () => {
    expect(read([])).toEqual({ ok: true, value: { state: 'NOT_YET' } });
    const foreign = bodies.ready(people).body.replace(';10;', '|10|');
    expect(type.collect.read({ body: answerBody(foreign), attachments: [] }, order)).toEqual({
      ok: false,
      error: { code: 'SCHEMA_MISMATCH', problems: [{ path: 'ttData.cData', rule: 'NOT_A_LINE' }] },
    });
  });
});
