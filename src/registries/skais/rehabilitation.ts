import type { Static } from 'typebox';
import { ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { anyDate, present, said, words } from '../values.ts';
import { skais } from './contract.ts';
import { STAR3_REHAPLAAN } from './generated/skais.ts';
import { AsOf } from './parameters.ts';

/** A person's rehabilitation plan. */
export interface Rehabilitation {
  readonly madeOn?: string;
  readonly validUntil?: string;
  readonly madeBy?: string;
}

/** Rehabilitatsiooniteenuse päring, by STAR3_REHAPLAAN. */
export const rehabilitation: QueryType<Static<typeof AsOf>, Rehabilitation> = {
  ...COMMON,
  code: 'SKA.REHABILITATION',
  registry: 'skais',
  name: { et: 'Rehabilitatsiooniteenuse päring', en: 'Rehabilitation plan', ru: 'Запрос о реабилитации' },
  legalBasis: 'SHS § 142 lg 1 p 2; IKÜM art 9 lg 2 p b',
  allowedKinds: kindsOf('J S'),
  roles: ['SOCIAL_WORKER', 'SKA_CHILD_PROTECTION'],
  storage: { class: 'DISPLAY_ONLY', confirmed: false },
  freshHours: 12,
  justification: 'REQUIRED',
  fields: ['madeOn', 'validUntil', 'madeBy'],
  parameters: AsOf,
  service: { code: 'STAR3_REHAPLAAN', version: 'v1' },
  buildRequest: ({ subject, parameters, today }) =>
    skais.write(STAR3_REHAPLAAN, { keha: { isikukood: subject, seisu_kuup: parameters.asOf ?? today.toString() } }),
  readAnswer(body, question) {
    const answer = skais.read(STAR3_REHAPLAAN, body);
    if (!answer.ok) return answer;
    const { keha, paring } = answer.value;
    const madeOn = anyDate(keha.rehapl_koost_aeg);
    const believed = credible(question, { about: { 'paring/isikukood': paring.isikukood }, past: { rehapl_koost_aeg: [madeOn] } });
    if (!believed.ok) return believed;
    const record = present<Rehabilitation>({ madeOn, validUntil: anyDate(keha.rehapl_kehtivus), madeBy: said(keha.rehapl_koostaja) });
    return ok(Object.keys(record).length === 0 ? { state: 'NOT_FOUND', ...words(keha.teade) } : { state: 'FOUND', record });
  },
};
