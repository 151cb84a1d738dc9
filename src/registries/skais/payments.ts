import { type Static, Type } from 'typebox';
import { firstDayOf, lastDayOf, parseMonth } from '../../estonia/index.ts';
import { fail, ok } from '../../platform/index.ts';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { estonianDate, euros, isoDate, type Money, present, said, words } from '../values.ts';
import { skais } from './contract.ts';
import { STAR1_TULUD } from './generated/skais.ts';

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

const Parameters = Type.Object({ month: Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }) }, { additionalProperties: false });

/** Väljamaksete päring (SKA), by STAR1_TULUD: from the first to the last day of a month. */
export const payments: QueryType<Static<typeof Parameters>, Payments> = {
  ...COMMON,
  code: 'SKA.PAYMENTS',
  registry: 'skais',
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
  parameters: Parameters,
  service: { code: 'STAR1_TULUD', version: 'v1' },
  buildRequest({ subject, parameters }) {
    const month = parseMonth(parameters.month);
    if (month === undefined) return fail({ code: 'SCHEMA_MISMATCH', problems: [{ path: 'month', rule: 'FORMAT' }] });
    return skais.write(STAR1_TULUD, {
      keha: { isikukood: subject, algus_kuup: firstDayOf(month).toString(), lopp_kuup: lastDayOf(month).toString() },
    });
  },
  readAnswer(body) {
    const answer = skais.read(STAR1_TULUD, body);
    if (!answer.ok) return answer;
    const { keha } = answer.value;
    // The register has no code for "nothing": it sends a notice alone (registries 3.2).
    if (keha.valjamaksed_jada === undefined && keha.kinnipidamised_jada === undefined)
      return ok({ state: 'NOT_FOUND', ...words(keha.teade) });
    return ok({
      state: 'FOUND',
      record: {
        payments: (keha.valjamaksed_jada?.item ?? []).map((payment) =>
          present({
            kind: payment.valjamaksu_liik.trim(),
            paidOn: estonianDate(payment.maksmise_kuup) ?? isoDate(payment.maksmise_kuup),
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
        withheld: (keha.kinnipidamised_jada?.item ?? []).map((withheld) =>
          present({
            kind: withheld.valjamaksu_liik.trim(),
            on: estonianDate(withheld.maksmise_kuup) ?? isoDate(withheld.maksmise_kuup),
            amount: euros(withheld.kinnipeetud_summa),
          }),
        ),
      },
    });
  },
};
