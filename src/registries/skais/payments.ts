import type { Static } from 'typebox';
import { firstDayOf, lastDayOf, parseMonth } from '../../estonia/index.ts';
import { fail, ok } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { anyDate, euros, type Money, present, said, words } from '../values.ts';
import { skais } from './contract.ts';
import { STAR1_TULUD } from './generated/skais.ts';
import { InMonth } from './parameters.ts';

/** What SKA has paid to a person in a month: pensions and benefits, gross, withheld tax, and for which child. */
export interface Payments {
  readonly payments: readonly {
    readonly kind: string;
    readonly paidOn?: string;
    readonly gross?: Money;
    readonly incomeTax?: Money;
    readonly parts: readonly {
      readonly code: string;
      readonly name: string;
      readonly amount?: Money;
      readonly childPersonalCode?: string;
    }[];
  }[];
  readonly withheld: readonly { readonly kind: string; readonly on?: string; readonly amount?: Money }[];
}

/** Väljamaksete päring (SKA), by STAR1_TULUD: from the first to the last day of a month. */
export const payments: QueryType<Static<typeof InMonth>, Payments> = {
  ...COMMON,
  code: 'SKA.PAYMENTS',
  registry: 'skais',
  launch: ['PROCEEDING', 'AUTOMATIC'],
  name: {
    et: 'Sotsiaalkindlustusameti väljamaksete päring',
    en: 'Payments by the Social Insurance Board',
    ru: 'Запрос о выплатах Департамента социального страхования',
  },
  legalBasis: 'SHS § 133 lg 1; SHS § 142 lg 1 p 2',
  allowedKinds: kindsOf('T V C'),
  roles: ['SOCIAL_WORKER'],
  storage: { class: 'STORABLE', confirmed: false },
  freshHours: 24,
  fields: ['payments', 'withheld'],
  parameters: InMonth,
  service: { code: 'STAR1_TULUD', version: 'v1' },
  buildRequest({ subject, parameters }) {
    const month = parseMonth(parameters.month);
    if (month === undefined) return fail({ code: 'SCHEMA_MISMATCH', problems: [{ path: 'month', rule: 'FORMAT' }] });
    return skais.write(STAR1_TULUD, {
      keha: { isikukood: subject, algus_kuup: firstDayOf(month).toString(), lopp_kuup: lastDayOf(month).toString() },
    });
  },
  readAnswer(body, question) {
    const answer = skais.read(STAR1_TULUD, body);
    if (!answer.ok) return answer;
    const { keha, paring } = answer.value;
    // The register has no code for "nothing": it sends a notice alone (registries 3.2).
    if (keha.valjamaksed_jada === undefined && keha.kinnipidamised_jada === undefined)
      return ok({ state: 'NOT_FOUND', ...words(keha.teade) });
    const paid = keha.valjamaksed_jada?.item ?? [];
    const withheld = keha.kinnipidamised_jada?.item ?? [];
    const paidOn = paid.map((payment) => anyDate(payment.maksmise_kuup));
    const believed = credible(question, {
      about: { 'paring/isikukood': paring.isikukood, isikukood: keha.isikukood },
      past: { maksmise_kuup: paidOn },
      many: { valjamaksed_jada: paid, kinnipidamised_jada: withheld },
    });
    if (!believed.ok) return believed;
    return ok({
      state: 'FOUND',
      record: {
        payments: paid.map((payment, n) =>
          present({
            kind: payment.valjamaksu_liik.trim(),
            paidOn: paidOn[n],
            gross: euros(payment.makstud_summa.summa),
            incomeTax: euros(payment.makstud_summa.tulumaks),
            parts: (payment.brutotulud_jada?.item ?? []).map((part) =>
              present({
                code: part.toetuse_liigi_kood.trim(),
                name: part.toetuse_liik.trim(),
                amount: euros(part.summa),
                childPersonalCode: said(part.lapse_isikukood),
              }),
            ),
          }),
        ),
        withheld: withheld.map((one) =>
          present({ kind: one.valjamaksu_liik.trim(), on: anyDate(one.maksmise_kuup), amount: euros(one.kinnipeetud_summa) }),
        ),
      },
    });
  },
};
