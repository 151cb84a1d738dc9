import { type Static, Type } from 'typebox';
import { firstDayOf, parseMonth } from '../../estonia/index.ts';
import { ok, Temporal } from '../../platform/index.ts';
import { credible } from '../credible.ts';
import { COMMON, kindsOf, type QueryType } from '../query-type.ts';
import { euros, type Money, present, words } from '../values.ts';
import { mta } from './contract.ts';
import { kovEttevotjad } from './generated/mta.ts';

/** What a self-employed person (FIE) has declared for a year. */
export interface SelfEmployment {
  readonly year: string;
  readonly businessIncome?: Money;
  readonly advanceTax?: Money;
  /** Other income in Estonia and abroad, by the table of the declaration. */
  readonly other: readonly { readonly table: string; readonly amount: Money }[];
}

/** Income of a year is declared by 30 April of the next one (TuMS § 44 lg 1): complete from 1 May. */
function completeFrom(year: string): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year: Number(year) + 1, month: 5, day: 1 });
}

const TABLES = [
  ['7.1', 'tulu71'],
  ['7.2', 'tulu72'],
  ['7.3', 'tulu73'],
  ['8.1', 'tulu81'],
  ['8.5', 'tulu85'],
  ['8.7', 'tulu87'],
] as const;

const Parameters = Type.Object({ year: Type.String({ pattern: '^20[0-9]{2}$' }) }, { additionalProperties: false });

/** FIE ettevõtlustulu päring, by kovEttevotjad. */
export const selfEmployment: QueryType<Static<typeof Parameters>, SelfEmployment> = {
  ...COMMON,
  code: 'EMTA.SELF_EMPLOYED',
  registry: 'mta',
  name: { et: 'FIE ettevõtlustulu päring', en: 'Income of a self-employed person', ru: 'Запрос о доходах ФИП' },
  legalBasis: 'SHS § 133 lg 1; TuMS § 44',
  allowedKinds: kindsOf('T V'),
  roles: ['SOCIAL_WORKER'],
  storage: { class: 'STORABLE', confirmed: false },
  freshHours: 24,
  fields: ['year', 'businessIncome', 'advanceTax', 'other'],
  parameters: Parameters,
  service: { code: 'kovEttevotjad', version: 'v1' },
  buildRequest: ({ subject, parameters }) => mta.write(kovEttevotjad, { keha: { isikukood: subject, aasta: parameters.year } }),
  readAnswer(body, question) {
    const answer = mta.read(kovEttevotjad, body);
    if (!answer.ok) return answer;
    const { keha, paring } = answer.value;
    const believed = credible(question, {
      about: { 'paring/isikukood': paring.isikukood, 'isik/isikukood': keha.isik.isikukood },
      past: { aasta: [yearStart(paring.aasta)] },
    });
    if (!believed.ok) return believed;
    const { year } = question.parameters;
    const record = present<SelfEmployment>({
      year,
      businessIncome: euros(keha.etulu),
      advanceTax: euros(keha.avanss),
      other: TABLES.flatMap(([table, member]) => {
        const amount = euros(keha[member]);
        return amount === undefined ? [] : [{ table, amount }];
      }),
    });
    const said = record.businessIncome ?? record.advanceTax ?? record.other[0];
    if (said !== undefined) return ok({ state: 'FOUND', record });
    const from = completeFrom(year);
    if (Temporal.PlainDate.compare(question.today, from) < 0) return ok({ state: 'NOT_YET_DUE', from: from.toString() });
    return ok({ state: 'NOT_FOUND', ...words(keha.lisainfo) });
  },
};

function yearStart(year: string): string | undefined {
  const month = parseMonth(`${year}-01`);
  return month === undefined ? undefined : firstDayOf(month).toString();
}
