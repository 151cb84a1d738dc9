import { describe, expect, it } from 'vitest';
import { Temporal } from '../../src/platform/index.ts';
import { type catalogue, findQueryType } from '../../src/registries/index.ts';
import { readBody } from '../../src/xroad/index.ts';
import { answerBody } from './answer-body.ts';
import { BODIES, SUBJECT } from './bodies/index.ts';

const subject = SUBJECT as Parameters<(typeof catalogue)[number]['buildRequest']>[0]['subject'];

function read(code: string, xml: string, today = '2026-11-23') {
  const [type, bodies] = [findQueryType(code), BODIES[code]];
  if (type === undefined || bodies === undefined) throw new Error(`no query type ${code}`);
  return type.readAnswer(answerBody(xml), { subject, parameters: bodies.parameters, today: Temporal.PlainDate.from(today) });
}

/** A long time before any body was written: whatever has happened in one lies in the future. */
const BEFORE = '1984-01-01';

describe('an answer that cannot be true is not believed', () => {
  it.each([
    ['RR.RESIDENCES_DOCS_RELATIONS', 'Synniaeg', '1970-01-01'],
    ['RR.CUSTODY', 'Algus', BEFORE],
    ['RR.RELATIONS_AND_CUSTODY', 'hoAlgus', BEFORE],
    ['RR.PARENTS', 'Alguskp', '1970-12-31'],
    ['SKA.PAYMENTS', 'maksmise_kuup', BEFORE],
    ['SKA.REHABILITATION', 'rehapl_koost_aeg', BEFORE],
    ['SKA.BENEFITS', 'otsusKpv', BEFORE],
    ['EMTA.EMPLOYER_AND_HK_PAYMENTS', 'periood', BEFORE],
    ['EMTA.SELF_EMPLOYED', 'aasta', BEFORE],
    ['TTK.UNEMPLOYED_STATUS', 'algKpv', BEFORE],
    ['TTK.PAYMENTS', 'maksmiseKpv', BEFORE],
    ['TTK.WORK_ABILITY', 'otsuseKpv', BEFORE],
    ['TOR.EMPLOYMENT', 'sisestamise_aeg', BEFORE],
    ['EHIS.STUDIES', 'oppimaAsumiseKp', BEFORE],
    ['TRAFFIC.VEHICLES', 'regtulek', BEFORE],
    ['BUSINESS.HOLDINGS', 'algus_kpv', BEFORE],
    ['COURT.CHILDHOOD_DECISIONS', 'lahendiKpv', BEFORE],
  ])('%s: what has happened in the future (%s)', (code, member, today) => {
    const reading = read(code, BODIES[code]?.found ?? '', today);
    expect(reading).toMatchObject({
      ok: false,
      error: { code: 'ANSWER_FROM_THE_FUTURE', problems: [{ path: expect.stringContaining(member) }] },
    });
  });

  it.each([
    ['RR.RESIDENCES_DOCS_RELATIONS', /<Isik>.*<\/Isik>/, 2],
    ['RR.RELATED_PERSONS', /<Suhe>.*<\/Suhe>/, 10_000],
    ['RR.PERSON_SEARCH', /<isik>.*<\/isik>/, 1_001],
    ['SKA.SPECIAL_CARE', /<item>.*<\/item>/, 10_000],
    ['EMTA.EMPLOYER_AND_HK_PAYMENTS', /<item>.*<\/item>/, 10_000],
    ['EHIS.STUDIES', /<oppurid>.*<\/oppurid>/, 1_001],
    ['TRAFFIC.VEHICLES', /<item>.*?<\/item>/, 1_001],
    ['COURT.ADOPTION_DECISIONS', /<lahend>.*?<\/lahend>/, 1_001],
    ['ADS.NORMALISE', /<aadress>.*<\/aadress>/, 10_000],
  ])('%s: more than can be (%s x %i)', (code, item, times) => {
    const xml = (BODIES[code]?.found ?? '').replace(item, (one) => one.repeat(times));
    expect(read(code, xml)).toMatchObject({ ok: false, error: { code: 'ANSWER_TOO_LONG' } });
  });

  it('nor 10,000 people where one is expected: the caps on a document come first', () => {
    const xml = (BODIES['RR.RESIDENCES_DOCS_RELATIONS']?.found ?? '').replace(/<Isik>.*<\/Isik>/, (one) => one.repeat(10_000));
    expect(readBody(xml)).toMatchObject({ ok: false, error: { code: 'InvalidXml' } });
  });

  it('and as many as can be are', () => {
    const xml = (BODIES['ADS.NORMALISE']?.found ?? '').replace(/<aadress>.*<\/aadress>/, (one) => one.repeat(1_000));
    expect(read('ADS.NORMALISE', xml)).toMatchObject({ ok: true, value: { state: 'FOUND' } });
  });

  it('a refusal never reads as having nothing', () => {
    for (const words of ['Puudub õigus päringut teha', 'Päring ebaõnnestus']) {
      for (const [code, told] of [
        ['RR.GUARDIANSHIP', 'Sisemine viga'],
        ['LAND.PROPERTIES', 'Vale kasutajanimi'],
      ] as const) {
        const refusal = String(BODIES[code]?.businessError).replace(told, words);
        expect(read(code, refusal)).toMatchObject({ value: { state: 'REJECTED' } });
      }
    }
  });
});
