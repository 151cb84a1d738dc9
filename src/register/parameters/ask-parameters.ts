import { type Failure, fail, failure, ok, type Result, type Temporal } from '../../platform/index.ts';
import type { Db } from '../../storage/index.ts';
import { type Parameter, type ParameterGroup, type ParameterValue, valueOn } from './parameter.ts';
import { findParameters, findValues, listParameters } from './store.ts';

/** On which day, and for which municipality. */
export interface AskedFor {
  readonly on: Temporal.PlainDate;
  readonly institutionId: string;
}

/** A parameter with what counts of it. */
export interface Counting {
  readonly parameter: Parameter;
  readonly value: ParameterValue;
}

type Refusal = Failure<'PARAMETER_NOT_FOUND' | 'PARAMETER_NOT_IN_FORCE' | 'PARAMETER_NOT_CONFIRMED'>;

/**
 * What counts on a day, by code: all of what was asked for, or the reason why one of them cannot be had. Whoever calculates keeps the ids of the
 * values, which are never changed.
 */
export async function askParameters(
  db: Db,
  codes: readonly string[],
  askedFor: AskedFor,
): Promise<Result<ReadonlyMap<string, ParameterValue>, Refusal>> {
  const parameters = await findParameters(db, codes);
  const known = new Set(parameters.map(({ code }) => code));
  const unknown = codes.filter((code) => !known.has(code));
  if (unknown.length > 0) {
    return fail(failure('PARAMETER_NOT_FOUND', { fields: unknown.map((code) => ({ pointer: `/${code}`, code: 'UNKNOWN' })) }));
  }
  const counting = await countingOf(db, parameters, askedFor);
  return counting.ok ? ok(new Map(counting.value.map(({ parameter, value }) => [parameter.code, value]))) : counting;
}

/** What counts on a day of all that the law has then of a group; refused when one of them is not confirmed. */
export async function askGroup(db: Db, group: ParameterGroup, askedFor: AskedFor): Promise<Result<readonly Counting[], Refusal>> {
  const parameters = await listParameters(db, group);
  const values = await findValues(db, parameters, askedFor.institutionId);
  const inForce = parameters.filter((parameter) => {
    const value = valueOn(parameter, values, askedFor);
    return value.ok || value.error.code !== 'PARAMETER_NOT_IN_FORCE';
  });
  return allOf(inForce, values, askedFor);
}

async function countingOf(db: Db, parameters: readonly Parameter[], askedFor: AskedFor): Promise<Result<readonly Counting[], Refusal>> {
  return allOf(parameters, await findValues(db, parameters, askedFor.institutionId), askedFor);
}

/** Every refusal is told at once: whoever confirms a year wants to know what is missing of it. */
function allOf(
  parameters: readonly Parameter[],
  values: readonly ParameterValue[],
  askedFor: AskedFor,
): Result<readonly Counting[], Refusal> {
  const asked = parameters.map((parameter) => ({ parameter, value: valueOn(parameter, values, askedFor) }));
  const refusals = asked.flatMap(({ value }) => (value.ok ? [] : [value.error]));
  const [first] = refusals;
  if (first === undefined) {
    return ok(asked.flatMap(({ parameter, value }) => (value.ok ? [{ parameter, value: value.value }] : [])));
  }
  const alike = refusals.filter(({ code }) => code === first.code);
  return fail({ ...first, fields: alike.flatMap(({ fields }) => fields ?? []) });
}
