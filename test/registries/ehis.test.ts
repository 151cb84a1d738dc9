import { expect, it } from 'vitest';
import { Temporal } from '../../src/platform/index.ts';
import { studies } from '../../src/registries/ehis/index.ts';
import { answerBody } from './answer-body.ts';
import { NOTHING_AND_REFUSED } from './bodies/ehis.ts';
import { SUBJECT } from './bodies/index.ts';

it('EHIS.STUDIES: a refusal beside a notice of nothing found is a refusal, and has a reason', () => {
  const subject = SUBJECT as Parameters<typeof studies.buildRequest>[0]['subject'];
  const question = { subject, parameters: {}, today: Temporal.PlainDate.from('2026-11-23') };
  const reading = studies.readAnswer(answerBody(NOTHING_AND_REFUSED), question);
  expect(reading).toEqual({ ok: true, value: { state: 'REJECTED', reason: 'TEADE', text: 'Päringu õigus on piiratud' } });
});
