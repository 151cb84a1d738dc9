import { describe, expect, it } from 'vitest';
import { makePersonalCode } from '../../src/estonia/index.ts';
import { Temporal } from '../../src/platform/index.ts';
import { catalogue, findQueryType } from '../../src/registries/index.ts';
import { answerBody } from './answer-body.ts';
import { ANOTHER, BODIES, CANARY, custodyAnswer, REST_BODIES, SUBJECT } from './bodies/index.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const subject = SUBJECT as Parameters<(typeof catalogue)[number]['buildRequest']>[0]['subject'];
const twins = catalogue.flatMap(({ code, twin }) => (twin === undefined ? [] : [[code, twin] as const]));
/** Older than the subject. */
const PARENT = makePersonalCode(Temporal.PlainDate.from('1950-01-01'), 'MALE', 1);
const JSON_TYPE = { 'content-type': 'application/json;charset=UTF-8' };

it('has bodies for every REST twin', () => {
  expect(Object.keys(REST_BODIES).sort()).toEqual(twins.map(([code]) => code).sort());
});

describe.each(twins)('%s by REST', (code, twin) => {
  const bodies = REST_BODIES[code];
  if (bodies === undefined) throw new Error(`no bodies for ${code}`);
  const question = { subject, parameters: bodies.parameters, today };
  const readText = (text: string, status = 200, headers: Readonly<Record<string, string>> = JSON_TYPE) =>
    twin.readAnswer({ status, headers, bytes: Buffer.from(text) }, question);
  const read = (body: unknown) => readText(JSON.stringify(body));

  it('reads what was found to the record that its SOAP service gives, but for what it says it lacks', () => {
    const reading = read(bodies.found);
    const { found: soap = '', parameters = {} } = BODIES[code] ?? {};
    const told = findQueryType(code)?.readAnswer(answerBody(soap), { subject, parameters, today });
    if (!reading.ok || told?.ok !== true || !('record' in told.value)) throw new Error(JSON.stringify({ reading, told }));
    expect(reading.value).toEqual({
      ...(twin.lacks.length === 0 ? { state: 'FOUND' } : { state: 'PARTIAL', missing: twin.lacks }),
      record: told.value.record,
    });
    expect(JSON.stringify(reading.value)).not.toContain(CANARY);
  });

  it('knows nothing from a refusal, and repeats neither words nor codes', () => {
    expect(read(bodies.notFound)).toEqual({ ok: true, value: { state: 'NOT_FOUND' } });
    expect(readText(JSON.stringify({ message: `isik ${SUBJECT}` }), bodies.refusal)).toEqual({
      ok: true,
      value: { state: 'REJECTED', reason: `HTTP_${bodies.refusal}` },
    });
  });

  it.each([
    ['about somebody else', bodies.another, 'ANSWER_ABOUT_ANOTHER'],
    ['from the future', bodies.future, 'ANSWER_FROM_THE_FUTURE'],
    ['of more than can be', bodies.tooMany, 'ANSWER_TOO_LONG'],
  ])('does not believe an answer %s', (_what, body, wrong) => {
    const refused = read(body);
    expect(refused).toMatchObject({ ok: false, error: { code: wrong } });
    expect(JSON.stringify(refused)).not.toMatch(/\d{11}/);
  });

  it('does not read more than a MiB', () => {
    const text = JSON.stringify(bodies.found);
    const blanks = (bytes: number) => ' '.repeat(bytes - Buffer.byteLength(text));
    expect(readText(text + blanks(1024 * 1024))).toMatchObject({ ok: true });
    expect(readText(text + blanks(1024 * 1024 + 1))).toMatchObject({ ok: false, error: { code: 'ANSWER_TOO_LONG' } });
  });

  it.each([
    ['no JSON', () => readText('<html/>')],
    ['JSON that calls itself something else', () => readText(JSON.stringify(bodies.found), 200, { 'content-type': 'text/html' })],
    ['JSON without a type', () => readText(JSON.stringify(bodies.found), 200, {})],
    ['half of it', () => readText(JSON.stringify(bodies.found).slice(0, -9))],
    ['another encoding', () => twin.readAnswer({ status: 200, headers: JSON_TYPE, bytes: Buffer.from('["õ"]', 'latin1') }, question)],
    ['another shape', () => read({ isikud: bodies.found })],
    ['a list of something else', () => read([SUBJECT])],
    ['a redirect', () => readText('', 302)],
    ['nothing', () => readText('', 204)],
    ['nothing but depth', () => readText('['.repeat(1024 * 1024))],
    ['half a million things that are none', () => readText(`[${'1,'.repeat(524_286)}1]`)],
  ])('refuses %s', (_what, answer) => {
    const refused = answer();
    expect(refused).toMatchObject({ ok: false, error: { code: 'SCHEMA_MISMATCH', problems: expect.arrayContaining([expect.anything()]) } });
    expect(JSON.stringify(refused)).not.toMatch(/\d{11}/);
  });
});

describe('RR.CUSTODY by domesticDataExchange', () => {
  const twin = findQueryType('RR.CUSTODY')?.twin;
  if (twin === undefined) throw new Error('no twin');
  const ask = (role: string, body: unknown) =>
    twin.readAnswer(
      { status: 200, headers: JSON_TYPE, bytes: Buffer.from(JSON.stringify(body)) },
      { subject, parameters: { role }, today },
    );

  it('asks the minimum: one person, six members of a right, for a public task', () => {
    const { path, headers, body } = twin.buildRequest({ subject, parameters: { role: 'LAPS' }, today });
    expect({ path, headers }).toEqual({ path: '/v1/isikud', headers: { 'RR-Request-Reason': 'avalik' } });
    expect(JSON.parse(body)).toEqual({
      isikukoodid: [SUBJECT],
      andmevaljad: {
        isikuandmed: ['Isikukood'],
        hooldusoigused: ['Liik', 'Staatus', 'HooldusoigusAlgus', 'TeineIsikIsikukood', 'TeineIsikEesnimi', 'TeineIsikPerenimi'],
        kodakondsused: [],
        isikuAadressid: [],
        isikuKontaktid: [],
        dokumendid: [],
        suhted: [],
        muudPerenimedDetail: [],
      },
    });
  });

  it('tells a parent’s rights from those over a child: the child is the younger', () => {
    const both = custodyAnswer({}, { teineIsikIsikukood: PARENT });
    const others = (role: string) => {
      const reading = ask(role, both);
      return reading.ok && 'record' in reading.value ? reading.value.record : reading;
    };
    expect(others('VANEM')).toMatchObject({ rights: [{ personalCode: ANOTHER }] });
    expect(others('LAPS')).toMatchObject({ rights: [{ personalCode: PARENT }] });
    expect(ask('LAPS', custodyAnswer({}))).toEqual({ ok: true, value: { state: 'NOT_FOUND' } });
  });

  it.each([null, '70001975', SUBJECT.replace(/.$/, '0')])(
    'says that rights are missing where the other side’s code is %s',
    (teineIsikIsikukood) => {
      expect(ask('VANEM', custodyAnswer({}, { teineIsikIsikukood }))).toMatchObject({
        value: { state: 'PARTIAL', missing: ['rights', 'rights[].until'], record: { rights: [{ personalCode: ANOTHER }] } },
      });
      expect(ask('LAPS', custodyAnswer({ teineIsikIsikukood }))).toMatchObject({
        value: { state: 'PARTIAL', missing: ['rights', 'rights[].until'], record: { rights: [] } },
      });
    },
  );

  it('keeps a code that nobody has explained, and what is absent stays absent', () => {
    const odd = custodyAnswer({
      liik: { elemendiKood: 'H99', nimetus: CANARY },
      staatus: null,
      hooldusoigusAlgus: null,
      teineIsikEesnimi: '',
    });
    const reading = ask('VANEM', odd);
    expect(reading).toMatchObject({
      value: { record: { rights: [{ kind: { code: 'H99' }, personalCode: ANOTHER, lastName: 'MAASIKAS' }] } },
    });
    const [right] = reading.ok && 'record' in reading.value ? (reading.value.record as { rights: object[] }).rights : [];
    expect(Object.keys(right ?? {})).toEqual(['kind', 'personalCode', 'lastName']);
  });

  it.each(['01.01.2000', '2000-01-01T00:00:00Z', '2000-01-01T22:00:00'])('takes %s for no day', (hooldusoigusAlgus) => {
    expect(ask('VANEM', custodyAnswer({ hooldusoigusAlgus }))).toMatchObject({ ok: false, error: { code: 'SCHEMA_MISMATCH' } });
  });
});
