import type { Static } from 'typebox';
import { firstDayOf, lastDayOf, parseMonth } from '../../estonia/index.ts';
import { fail, ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { anyDate, present, said, words } from '../values.ts';
import { skais } from './contract.ts';
import { STAR5_LAPSETOETUS } from './generated/skais.ts';
import { InMonth } from './parameters.ts';

/** To whom the benefit of a child has been granted. */
export interface ChildBenefit {
  readonly applicant?: string;
  readonly applicantName?: string;
  readonly from?: string;
  readonly until?: string;
}

/** Lapsetoetuse päring, of a child, by STAR5_LAPSETOETUS. */
export const childBenefit: QueryType<Static<typeof InMonth>, ChildBenefit> = {
  ...COMMON,
  code: 'SKA.CHILD_BENEFIT',
  registry: 'skais',
  name: { et: 'Lapsetoetuse päring', en: 'Child benefit', ru: 'Запрос о детском пособии' },
  launch: ['PROCEEDING', 'AUTOMATIC'],
  legalBasis: 'SHS § 133 lg 1; SHS § 142 lg 1 p 2',
  allowedKinds: kindsOf('T V'),
  roles: ['SOCIAL_WORKER'],
  storage: { class: 'STORABLE', confirmed: false },
  freshHours: 24,
  fields: ['applicant', 'applicantName', 'from', 'until'],
  parameters: InMonth,
  service: { code: 'STAR5_LAPSETOETUS', version: 'v1' },
  buildRequest({ subject, parameters }) {
    const month = parseMonth(parameters.month);
    if (month === undefined) return fail({ code: 'SCHEMA_MISMATCH', problems: [{ path: 'month', rule: 'FORMAT' }] });
    return skais.write(STAR5_LAPSETOETUS, {
      keha: { isikukood: subject, algus_kuup: firstDayOf(month).toString(), lopp_kuup: lastDayOf(month).toString() },
    });
  },
  readAnswer(body, question) {
    const answer = skais.read(STAR5_LAPSETOETUS, body);
    if (!answer.ok) return answer;
    const { keha, paring } = answer.value;
    const believed = credible(question, { about: { 'paring/isikukood': paring.isikukood, lapse_isikukood: keha.lapse_isikukood } });
    if (!believed.ok) return believed;
    const granted = keha.lapsetoetus;
    if (granted === undefined) return ok({ state: 'NOT_FOUND', ...words(keha.teade) });
    return ok({
      state: 'FOUND',
      record: present<ChildBenefit>({
        applicant: said(granted.taotleja_isikukood),
        applicantName: said(granted.taotleja_nimi),
        from: anyDate(granted.algus_kuup),
        until: anyDate(granted.lopp_kuup),
      }),
    });
  },
};
