import { ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { euros, faultIn, isoDate, type Money, present, words } from '../values.ts';
import { NOT_IN_FUND, Period, tootukassa } from './contract.ts';
import { STAR_valjamaksed } from './generated/tootukassa.ts';

/** What the unemployment fund has paid to a person in a period. */
export interface FundPayments {
  readonly payments: readonly {
    readonly code: string;
    readonly name: string;
    readonly paidOn?: string;
    readonly gross?: Money;
    readonly incomeTax?: Money;
    readonly net?: Money;
  }[];
}

/** Töötukassa väljamaksete päring. */
export const fundPayments: QueryType<Period, FundPayments> = {
  ...COMMON,
  code: 'TTK.PAYMENTS',
  registry: 'tootukassa',
  contract: 'PROPOSED',
  launch: ['PROCEEDING', 'AUTOMATIC'],
  name: { et: 'Töötukassa väljamaksete päring', en: 'Payments by the unemployment fund', ru: 'Запрос о выплатах Кассы по безработице' },
  legalBasis: 'SHS § 133 lg 1; TKindlS § 35',
  allowedKinds: kindsOf('T V'),
  roles: ['SOCIAL_WORKER'],
  storage: { class: 'STORABLE', confirmed: true },
  freshHours: 24,
  fields: ['payments'],
  parameters: Period,
  service: { code: 'STAR_valjamaksed', version: 'v1' },
  buildRequest: ({ subject, parameters: { from, to } }) =>
    tootukassa.write(STAR_valjamaksed, { isikukood: subject, algus: from, lopp: to }),
  readAnswer(body, question) {
    const answer = tootukassa.read(STAR_valjamaksed, body);
    if (!answer.ok) return answer;
    const { faultString, valjamaksed } = answer.value;
    const code = faultIn(answer.value);
    if (code === NOT_IN_FUND) return ok({ state: 'NOT_FOUND', ...words(faultString) });
    if (code !== undefined) return ok({ state: 'REJECTED', reason: code, ...words(faultString) });
    const paid = valjamaksed?.valjamakse ?? [];
    const believed = credible(question, {
      past: { maksmiseKpv: paid.map(({ maksmiseKpv }) => isoDate(maksmiseKpv)) },
      many: { valjamaksed: paid },
    });
    if (!believed.ok) return believed;
    const payments = paid.map((payment) =>
      present({
        code: payment.liikKood.trim(),
        name: payment.liikNimetus.trim(),
        paidOn: isoDate(payment.maksmiseKpv),
        gross: euros(payment.summaBruto),
        incomeTax: euros(payment.tulumaks),
        net: euros(payment.summaNeto),
      }),
    );
    return ok(payments.length === 0 ? { state: 'NOT_FOUND' } : { state: 'FOUND', record: { payments } });
  },
};
