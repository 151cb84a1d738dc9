import {
  type Failure,
  fail,
  failure,
  hasDays,
  holdsOn,
  ok,
  type Period,
  type Result,
  succeed,
  type Temporal,
  type Text,
} from '../../platform/index.ts';
import type { Quantity, Unit } from './quantity.ts';

export const PARAMETER_GROUPS = ['TTT', 'VPT', 'CARE'] as const;
export type ParameterGroup = (typeof PARAMETER_GROUPS)[number];

/** What rules count with (parameeter): the state's, or one that each municipality may set for itself. */
export interface Parameter {
  readonly code: string;
  readonly scope: 'STATE' | 'LOCAL';
  readonly group: ParameterGroup;
  readonly unit: Unit;
  readonly words: readonly string[];
  readonly name: Text;
  readonly legalBasisId: string;
  /** The days for which the law has such a quantity, whether or not anybody knows how much. */
  readonly inForce: Period;
}

/** How much, from one day to another, by which act. What nobody has confirmed counts for nobody; what is confirmed is never changed but for its end. */
export interface ParameterValue extends Period {
  readonly id: string;
  readonly parameter: string;
  /** Whose it is; undefined: the state's. */
  readonly institutionId: string | undefined;
  readonly quantity: Quantity;
  readonly sourceAct: string;
  readonly confirmed: boolean;
}

/**
 * What counts on a day for a municipality: its own value, else the state's. A day for which nobody has confirmed one is refused, and so
 * is whoever would count with it (INV-18): a limit that is not known is never last year's.
 */
export function valueOn(
  parameter: Parameter,
  values: readonly ParameterValue[],
  { on, institutionId }: { readonly on: Temporal.PlainDate; readonly institutionId: string },
): Result<ParameterValue, Failure<'PARAMETER_NOT_IN_FORCE' | 'PARAMETER_NOT_CONFIRMED'>> {
  const fields = [{ pointer: `/${parameter.code}`, code: on.toString() }];
  if (!holdsOn(parameter.inForce, on)) return fail(failure('PARAMETER_NOT_IN_FORCE', { fields }));
  const counting = values.filter((value) => value.parameter === parameter.code && value.confirmed && holdsOn(value, on));
  const value =
    counting.find((one) => parameter.scope === 'LOCAL' && one.institutionId === institutionId) ??
    counting.find((one) => one.institutionId === undefined);
  return value === undefined ? fail(failure('PARAMETER_NOT_CONFIRMED', { fields })) : ok(value);
}

/** Confirms a value beside those that are confirmed: the one that holds until further notice ends where it begins; gives which. */
export function confirm(
  confirmed: readonly ParameterValue[],
  value: ParameterValue,
): Result<ParameterValue | undefined, Failure<'PARAMETER_VALUE_CONFIRMED' | 'PARAMETER_VALUE_OVERLAPS'>> {
  if (value.confirmed) return fail(failure('PARAMETER_VALUE_CONFIRMED'));
  const succeeded = succeed(confirmed, value);
  return succeeded.ok ? succeeded : fail(failure('PARAMETER_VALUE_OVERLAPS'));
}

/** Whether a value may be entered for these days: some, and within those for which the law has the parameter. */
export function checkDays(parameter: Parameter, days: Period): Result<void, Failure<'PERIOD_INVALID'>> {
  if (!hasDays(days)) return fail(failure('PERIOD_INVALID', { fields: [{ pointer: '/validTo', code: 'BEFORE_VALID_FROM' }] }));
  if (!holdsOn(parameter.inForce, days.validFrom)) {
    return fail(failure('PERIOD_INVALID', { fields: [{ pointer: '/validFrom', code: 'NOT_IN_FORCE' }] }));
  }
  return ok(undefined);
}
