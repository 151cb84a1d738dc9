import { expect, it } from 'vitest';
import { Temporal } from '../../src/platform/index.ts';
import { employment } from '../../src/registries/tor/index.ts';
import { answerBody } from './answer-body.ts';
import { SUBJECT } from './bodies/index.ts';
import { CUT_OFF, withoutRows } from './bodies/tor.ts';

const question = {
  subject: SUBJECT as Parameters<typeof employment.buildRequest>[0]['subject'],
  today: Temporal.PlainDate.from('2026-11-23'),
};

it('TOR.EMPLOYMENT: rows that the register has cut off are missing, not absent', () => {
  const reading = employment.readAnswer(answerBody(CUT_OFF), { ...question, parameters: {} });
  expect(reading).toMatchObject({ ok: true, value: { state: 'PARTIAL', missing: ['rows'], record: { employments: [{}] } } });
});

it.each([
  [
    'rows are counted, and none listed',
    '<kood>0</kood><leitud_kannete_arv>7</leitud_kannete_arv>',
    { state: 'PARTIAL', missing: ['rows'] },
  ],
  ['a fault has words and no code', '<faultString>Puudub õigus</faultString>', { state: 'REJECTED', text: 'Puudub õigus' }],
  ['a code stands for an answer', '<kood>5</kood>', { state: 'REJECTED', reason: '5' }],
  ['there are no rows, whatever the code', '<kood>5</kood><leitud_kannete_arv>0</leitud_kannete_arv>', { state: 'NOT_FOUND' }],
])('TOR.EMPLOYMENT: only no rows reads as no work: %s', (_case, response, expected) => {
  const reading = employment.readAnswer(answerBody(withoutRows(response)), { ...question, parameters: {} });
  expect(reading).toMatchObject({ ok: true, value: expected });
});

it('TOR.EMPLOYMENT: asks about today, or about a period with both its ends', () => {
  const asked = (parameters: { from?: string; to?: string }) => {
    const body = employment.buildRequest({ ...question, parameters });
    return body.ok ? body.value : '';
  };
  expect(asked({})).toContain('<paringu_liik>A</paringu_liik><isikukoodid>');
  expect(asked({ from: '2026-01-01' })).toContain(
    '<paringu_liik>P</paringu_liik><toot_algus>2026-01-01</toot_algus><toot_lopp>2026-11-23</toot_lopp>',
  );
});
