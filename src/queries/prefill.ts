import { addMonths, firstDayOf, lastDayOf, type Month, parseMonth } from '../estonia/index.ts';
import { fail, failure, ok, type Result } from '../platform/index.ts';
import type { Question } from './query.ts';

/**
 * Which queries fill in an application beforehand, and with which parameters, for the month it is made for: incomes are those of the month
 * before (SHS § 133 lg 1), situations those of the present.
 */
const QUESTIONS = {
  SUBSISTENCE_BENEFIT: [
    ['RR.RESIDENCES_DOCS_RELATIONS', () => ({})],
    ['RR.RELATED_PERSONS', () => ({})],
    ['EMTA.EMPLOYER_AND_HK_PAYMENTS', (income) => ({ from: income, to: income })],
    ['SKA.PAYMENTS', (income) => ({ month: income })],
    ['TTK.UNEMPLOYED_STATUS', days],
    ['TTK.PAYMENTS', days],
  ],
} as const satisfies Record<string, readonly (readonly [string, (income: Month) => Record<string, unknown>])[]>;

export type PrefillPurpose = keyof typeof QUESTIONS;

export const PREFILL_PURPOSES = Object.keys(QUESTIONS) as [PrefillPurpose, ...PrefillPurpose[]];

/** The household's questions, each asked once however often a person is named. */
export function prefillQuestions(
  purpose: PrefillPurpose,
  month: string,
  householdIds: readonly string[],
): Result<readonly Question[], ReturnType<typeof failure<'QUERY_PARAMETERS_INVALID'>>> {
  const applied = parseMonth(month);
  if (applied === undefined) return fail(failure('QUERY_PARAMETERS_INVALID', { fields: [{ pointer: '/month', code: 'FORMAT' }] }));
  const income = addMonths(applied, -1);
  return ok(
    [...new Set(householdIds)].flatMap((subjectId) =>
      QUESTIONS[purpose].map(([type, parameters]) => ({ type, subjectId, parameters: parameters(income) })),
    ),
  );
}

function days(income: Month): Record<string, unknown> {
  return { from: firstDayOf(income).toString(), to: lastDayOf(income).toString() };
}
