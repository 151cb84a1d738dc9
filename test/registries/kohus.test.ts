import { expect, it } from 'vitest';
import { Temporal } from '../../src/platform/index.ts';
import { catalogue } from '../../src/registries/index.ts';
import { answerBody } from './answer-body.ts';
import { BODIES, SUBJECT } from './bodies/index.ts';
import { FAULT_WITHOUT_CODE } from './bodies/kohus.ts';

const subject = SUBJECT as Parameters<(typeof catalogue)[number]['buildRequest']>[0]['subject'];
const question = { subject, parameters: {}, today: Temporal.PlainDate.from('2026-11-23') };
const types = catalogue.filter(({ registry }) => registry === 'kohus');

it('the secret of adoption: only who handles adoptions may ask about them, and only in an adoption', () => {
  const may = catalogue.filter(({ code }) => code === 'COURT.ADOPTION_DECISIONS').map(({ roles, allowedKinds }) => [roles, allowedKinds]);
  expect(may).toEqual([[['SKA_ADOPTION'], ['ADOPTION']]]);
});

it('the secret of adoption: an adopted child and one of whom no court decided read alike to all others', () => {
  const childhood = types.find(({ code }) => code === 'COURT.CHILDHOOD_DECISIONS');
  const adopted = String(BODIES['COURT.CHILDHOOD_DECISIONS']?.notFound);
  const none = adopted.replace(/<lahend>.*<\/lahend>/, '');
  expect(adopted).toContain('LAPSENDAMINE');
  expect(none).not.toContain('LAPSENDAMINE');
  expect(childhood?.readAnswer(answerBody(adopted), question)).toEqual({ ok: true, value: { state: 'NOT_FOUND' } });
  expect(childhood?.readAnswer(answerBody(none), question)).toEqual({ ok: true, value: { state: 'NOT_FOUND' } });
});

it.each(types.map((type) => [type.code, type] as const))('%s: a fault without a code is a refusal still', (_code, type) => {
  expect(type.readAnswer(answerBody(FAULT_WITHOUT_CODE), question)).toMatchObject({
    ok: true,
    value: { state: 'REJECTED', reason: 'FAULT' },
  });
});
