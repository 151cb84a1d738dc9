import { type Static, Type } from 'typebox';
import { addMonths, firstDayOf, type Month, parseMonth } from '../../estonia/index.ts';
import { fail, ok, Temporal } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { euros, type Money, present, said, words } from '../values.ts';
import { mta } from './contract.ts';
import { kovTooandjad } from './generated/mta.ts';

/** What employers and Tervisekassa have declared to have paid to a person, by month. */
export interface EmployerPayments {
  readonly payments: readonly {
    readonly payerCode: string;
    readonly payerName?: string;
    readonly month?: string;
    readonly kinds?: string;
    readonly gross?: Money;
    readonly incomeTax?: Money;
  }[];
}

/** Payments of a month are declared by the 10th of the next one (TuMS § 40 lg 5): complete from the 11th. */
const COMPLETE_FROM_DAY = 11;

const MonthText = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' });
const Parameters = Type.Object({ from: MonthText, to: MonthText }, { additionalProperties: false });

/** Tööandja ja haigekassa väljamaksete päring, by kovTooandjad. */
export const employerPayments: QueryType<Static<typeof Parameters>, EmployerPayments> = {
  ...COMMON,
  code: 'EMTA.EMPLOYER_AND_HK_PAYMENTS',
  registry: 'mta',
  launch: ['PROCEEDING', 'AUTOMATIC'],
  name: {
    et: 'Tööandja ja Tervisekassa väljamaksete päring',
    en: 'Payments by employers and the Health Insurance Fund',
    ru: 'Запрос о выплатах работодателей и Кассы здоровья',
  },
  legalBasis: 'SHS § 133 lg 1; TuMS § 40 lg 5',
  allowedKinds: kindsOf('T V'),
  roles: ['SOCIAL_WORKER'],
  storage: { class: 'STORABLE', confirmed: false },
  freshHours: 24,
  fields: ['payments'],
  parameters: Parameters,
  service: { code: 'kovTooandjad', version: 'v1' },
  buildRequest({ subject, parameters: { from, to } }) {
    if (from > to) return fail({ code: 'SCHEMA_MISMATCH', problems: [{ path: 'to', rule: 'BEFORE_FROM' }] });
    return mta.write(kovTooandjad, { keha: { isikukood: subject, algkuup: monthOnWire(from), loppkuup: monthOnWire(to) } });
  },
  readAnswer(body, question) {
    const { parameters, today } = question;
    const answer = mta.read(kovTooandjad, body);
    if (!answer.ok) return answer;
    const { keha, paring } = answer.value;
    const items = keha.tooandjad?.item ?? [];
    const believed = credible(question, {
      about: { 'paring/isikukood': paring.isikukood, 'isik/isikukood': keha.isik?.isikukood },
      past: { periood: items.map(({ periood }) => monthStart(periood)) },
      many: { tooandjad: items },
    });
    if (!believed.ok) return believed;
    const undue = undueMonths(parameters.from, parameters.to, today);
    const payments = items.map((payment) =>
      present({
        payerCode: payment.regnr.trim(),
        payerName: said(payment.nimi),
        month: monthFromWire(payment.periood),
        kinds: said(payment.vmLiigid),
        gross: euros(payment.vmSumma),
        incomeTax: euros(payment.tmSumma),
      }),
    );
    const lastUndue = undue.at(-1);
    if (lastUndue !== undefined) {
      const from = completeFrom(lastUndue).toString();
      const all = undue.length === monthsOf(parameters.from, parameters.to).length;
      return ok(all ? { state: 'NOT_YET_DUE', from } : { state: 'PARTIAL', record: { payments }, missing: undue, from });
    }
    if (payments.length === 0) return ok({ state: 'NOT_FOUND', ...words(keha.lisainfo) });
    return ok({ state: 'FOUND', record: { payments } });
  },
};

/** The months of the period whose declarations are not all in yet. */
function undueMonths(from: string, to: string, today: Temporal.PlainDate): Month[] {
  return monthsOf(from, to).filter((month) => Temporal.PlainDate.compare(today, completeFrom(month)) < 0);
}

function completeFrom(month: Month): Temporal.PlainDate {
  return firstDayOf(addMonths(month, 1)).with({ day: COMPLETE_FROM_DAY });
}

function monthsOf(from: string, to: string): Month[] {
  const months: Month[] = [];
  for (let month = parseMonth(from); month !== undefined && month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** The register writes months `kk.aaaa`. */
function monthOnWire(month: string): string {
  return `${month.slice(5)}.${month.slice(0, 4)}`;
}

function monthFromWire(text: string | undefined): string | undefined {
  const match = /^(\d{2})\.(\d{4})$/.exec(said(text) ?? '');
  return match === null ? undefined : parseMonth(`${match[2]}-${match[1]}`);
}

/** The first day of the month that a payment is declared for: a month to come has none. */
function monthStart(text: string | undefined): string | undefined {
  const month = parseMonth(monthFromWire(text) ?? '');
  return month === undefined ? undefined : firstDayOf(month).toString();
}
