import { addMonths, firstDayOf, lastDayOf, type Month, parseMonth } from '../estonia/index.ts';
import { type Failure, fail, failure, ok, type Result } from '../platform/index.ts';
import type { Actor } from '../register/access/index.ts';
import type { Allowance } from '../register/supervision/index.ts';
import type { Tx } from '../storage/index.ts';
import { type Asked, type AskPorts, ask } from './ask.ts';
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
  purpose: string,
  month: string,
  householdIds: readonly string[],
): Result<readonly Question[], Failure<'QUERY_PARAMETERS_INVALID'>> {
  if (!isPurpose(purpose)) return fail(failure('QUERY_PARAMETERS_INVALID', { fields: [{ pointer: '/purpose', code: 'ENUM' }] }));
  const applied = parseMonth(month);
  if (applied === undefined) return fail(failure('QUERY_PARAMETERS_INVALID', { fields: [{ pointer: '/month', code: 'FORMAT' }] }));
  const income = addMonths(applied, -1);
  return ok(
    [...new Set(householdIds)].flatMap((subjectId) =>
      QUESTIONS[purpose].map(([type, parameters]) => ({ type, subjectId, parameters: parameters(income) })),
    ),
  );
}

function isPurpose(purpose: string): purpose is PrefillPurpose {
  return Object.hasOwn(QUESTIONS, purpose);
}

/** What a worker wants to be filled in beforehand, for whom. */
export interface PrefillCall {
  readonly proceedingId: string;
  readonly purpose: string;
  readonly month: string;
  readonly householdIds: readonly string[];
}

/** Asks all that an application is filled in with beforehand: all of it or nothing, in the caller's transaction. */
export async function askPrefill(
  ports: AskPorts & { readonly allowance: Allowance },
  tx: Tx,
  actor: Actor,
  { proceedingId, purpose, month, householdIds }: PrefillCall,
): Promise<Result<readonly Asked[], Failure>> {
  const questions = prefillQuestions(purpose, month, householdIds);
  if (!questions.ok) return questions;
  const allowed = ports.allowance.check(actor);
  if (!allowed.ok) return allowed;
  const asked = await ask(ports, tx, { actor, proceedingId, questions: questions.value, class: 'PREFILL' });
  return asked.ok ? asked : fail(inHousehold(asked.error));
}

/** The questions are ours: whom one of them may not be about stands in the household. */
function inHousehold({ fields, ...refusal }: Failure): Failure {
  const named = fields?.map((field) => (field.pointer === '/subjectId' ? { ...field, pointer: '/householdIds' } : field));
  return { ...refusal, ...(named === undefined ? {} : { fields: named }) };
}

function days(income: Month): Record<string, unknown> {
  return { from: firstDayOf(income).toString(), to: lastDayOf(income).toString() };
}
