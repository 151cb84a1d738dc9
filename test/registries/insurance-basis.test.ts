import { describe, expect, it } from 'vitest';
import { type PersonalCode, parseRegistryCode } from '../../src/estonia/index.ts';
import { Temporal } from '../../src/platform/index.ts';
import { type Found, findQueryType } from '../../src/registries/index.ts';
import { codeOn } from '../../src/registries/write.ts';
import { answerBody } from './answer-body.ts';
import { ANOTHER, BODIES, SUBJECT } from './bodies/index.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const INSURER = '77000200';

function typeOf(what: string) {
  const type = findQueryType(`HK.CARER_INSURANCE.${what}`);
  const bodies = BODIES[`HK.CARER_INSURANCE.${what}`];
  if (type?.write?.readBack === undefined || bodies === undefined) throw new Error(`no entry ${what}`);
  const question = { subject: SUBJECT as PersonalCode, parameters: { ...bodies.parameters, ...bodies.fixed }, today };
  return { type, write: type.write, readBack: type.write.readBack, bodies, question };
}

const basis = (members: string, insurer = INSURER, kind = '39', about = SUBJECT) =>
  `<kindlustus><isik_isikukood>${about}</isik_isikukood><kindlustaja_kood>${insurer}</kindlustaja_kood><liik>${kind}</liik><aluse_algus>2026-10-01</aluse_algus>${members}<staatus>K</staatus></kindlustus>`;
const bases = (rows: string, fault = '') =>
  `<k:kindlustusedResponse xmlns:k="http://kirst.x-road.eu"><request><tyyp>T4</tyyp></request><response><kindlustused>${rows}</kindlustused>${fault}</response></k:kindlustusedResponse>`;

describe('what a look at the register can prove', () => {
  const until = (day: string) => basis(`<aluse_l6pp>${day}</aluse_l6pp>`);
  const paused = (from: string, to = '') =>
    basis(`<peatatud_alates>${from}</peatatud_alates>${to === '' ? '' : `<peatatud_kuni>${to}</peatatud_kuni>`}`);
  const others = basis('', '10000018', '1') + basis('', '75000000');
  it.each<[string, string, string, Found]>([
    ['START', 'the basis, open', basis(''), 'THERE'],
    ['START', 'it among others’', others + basis(''), 'THERE'],
    ['START', 'nothing', '', 'NOT_THERE'],
    ['START', 'others’ bases alone', others, 'NOT_THERE'],
    ['START', 'it with an end that nobody asked for', until('2026-12-31'), 'CANNOT_TELL'],
    ['START', 'one of another kind', basis('', INSURER, '21'), 'CANNOT_TELL'],
    ['START', 'it twice', basis('') + basis(''), 'CANNOT_TELL'],
    ['PAUSE', 'the pause', paused('2026-11-01', '2026-11-30'), 'THERE'],
    ['PAUSE', 'no pause', basis(''), 'NOT_THERE'],
    ['PAUSE', 'another pause', paused('2026-11-01', '2026-11-29'), 'CANNOT_TELL'],
    ['PAUSE', 'an open pause', paused('2026-11-01'), 'CANNOT_TELL'],
    ['PAUSE', 'no basis', '', 'CANNOT_TELL'],
    ['END', 'the end', until('2026-12-31'), 'THERE'],
    ['END', 'no end', basis(''), 'NOT_THERE'],
    ['END', 'another end', until('2026-12-30'), 'CANNOT_TELL'],
    ['END', 'no basis', '', 'CANNOT_TELL'],
    ['EXTRAORDINARY_END', 'the end', until('2026-11-30'), 'THERE'],
    ['EXTRAORDINARY_END', 'no end', basis(''), 'NOT_THERE'],
    ['EXTRAORDINARY_END', 'a later end, which may be the one before or its own', until('2026-12-31'), 'CANNOT_TELL'],
    ['EXTRAORDINARY_END', 'an earlier end', until('2026-11-29'), 'CANNOT_TELL'],
    ['EXTRAORDINARY_END', 'no basis', '', 'CANNOT_TELL'],
    ['EXTENSION', 'the later end', until('2027-12-31'), 'THERE'],
    ['EXTENSION', 'the end before', until('2026-12-31'), 'NOT_THERE'],
    ['EXTENSION', 'another later end', until('2027-12-30'), 'CANNOT_TELL'],
    ['EXTENSION', 'no end', basis(''), 'CANNOT_TELL'],
    ['EXTENSION', 'no basis', '', 'CANNOT_TELL'],
  ])('of a %s by %s: %3$s', (what, _seen, rows, found) => {
    const { readBack, question } = typeOf(what);
    expect(readBack.readAnswer(answerBody(bases(rows)), question)).toEqual({ ok: true, value: found });
  });

  it.each<[string, string, Found]>([
    ['START', 'Isikut ei leitud', 'NOT_THERE'],
    ['END', 'Isikut ei leitud', 'CANNOT_TELL'],
    ['START', 'Puudub õigus', 'CANNOT_TELL'],
  ])('of a %s by a fault that says "%s": %s', (what, text, found) => {
    const { readBack, question } = typeOf(what);
    const body = bases('', `<faultCode>1</faultCode><faultString>${text}</faultString>`);
    expect(readBack.readAnswer(answerBody(body), question)).toEqual({ ok: true, value: found });
  });

  it('is nothing when it speaks of somebody else', () => {
    const { readBack, question } = typeOf('START');
    const refused = readBack.readAnswer(answerBody(bases(basis('', INSURER, '39', ANOTHER))), question);
    expect(refused).toMatchObject({ ok: false, error: { code: 'ANSWER_ABOUT_ANOTHER' } });
  });

  it('is asked of all kinds of insurance, as of the basis’ first day', () => {
    const { readBack, question } = typeOf('END');
    const request = readBack.buildRequest(question);
    expect(request.ok && request.value).toContain(
      `<tyyp>T4</tyyp><kindlustatudisikud><item>${SUBJECT}</item></kindlustatudisikud><seisuga>2026-10-01</seisuga>`,
    );
  });
});

describe('the result of one entry', () => {
  const { type, bodies, question } = typeOf('START');
  const counted = (counts: string) => {
    const xml = bodies.found.replace(/<ok_kannete_arv>.*<\/pahade_kannete_arv>/, counts);
    return type.readAnswer(answerBody(xml), question);
  };
  it('that the register ignored is not the whole of what was asked', () => {
    expect(counted('<ok_kannete_arv>0</ok_kannete_arv><info_kannete_arv>1</info_kannete_arv>')).toMatchObject({
      value: { state: 'PARTIAL', missing: ['entry'], record: { outcome: 'IGNORED', notices: [{ code: '3001' }] } },
    });
  });
  it.each([
    '',
    '<ok_kannete_arv>0</ok_kannete_arv>',
    '<ok_kannete_arv>2</ok_kannete_arv>',
    '<ok_kannete_arv>1</ok_kannete_arv><pahade_kannete_arv>1</pahade_kannete_arv>',
  ])('is not known by counts that are not of one entry: %s', (counts) => {
    expect(counted(counts)).toMatchObject({ ok: false, error: { code: 'SCHEMA_MISMATCH', problems: [{ rule: 'ONE_ENTRY_IS_COUNTED' }] } });
  });
});

describe('what is fixed when an entry is asked', () => {
  const institution = parseRegistryCode(INSURER);
  if (institution === undefined) throw new Error('not a registry code');
  const at = Temporal.Instant.from('2026-11-23T10:00:00.123Z');
  const settings = {
    carerInsuranceKind: [
      { from: '2026-07-01', code: '39', confirmed: true },
      { from: '2020-01-01', code: '21', confirmed: false },
    ],
  };
  const fix = (parameters: object) => typeOf('START').write.fix({ parameters: { ...parameters }, institution, at, settings });

  it('is the insurer, the time in Tallinn, and the kind of the basis’ first day', () => {
    expect(fix({ since: '2026-10-01' })).toEqual({
      ok: true,
      value: { insuranceKind: '39', kindConfirmed: true, insurer: INSURER, enteredAt: '2026-11-23T12:00:00.123' },
    });
    expect(fix({ since: '2026-06-30' })).toMatchObject({ value: { insuranceKind: '21', kindConfirmed: false } });
  });

  it('is refused for a day of which no kind is known', () => {
    expect(fix({ since: '2019-12-31' })).toMatchObject({ ok: false, error: { code: 'WRITE_NOT_CONFIGURED' } });
    expect(codeOn([], '2026-01-01')).toBeUndefined();
  });
});
