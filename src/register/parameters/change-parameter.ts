import { type Clock, type Failure, fail, failure, newId, ok, type Period, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { type IsMunicipality, keeperOf } from '../classifiers/index.ts';
import type { ParameterErrorCode } from './errors.ts';
import { checkDays, confirm, type Parameter, type ParameterValue } from './parameter.ts';
import { formatQuantity, readQuantity } from './quantity.ts';
import { deleteUnconfirmed, endValue, findValues, insertValue, lockParameter, saveConfirmed } from './store.ts';

export interface ParameterChangePorts {
  readonly clock: Clock;
  readonly isMunicipality: IsMunicipality;
}

type Refusal = Failure<ParameterErrorCode | 'MUNICIPALITY_ONLY' | 'PERIOD_INVALID'>;

/** Enters a value that counts once it is confirmed. */
export async function enterValue(
  ports: ParameterChangePorts,
  tx: Tx,
  actor: Actor,
  entry: Period & { readonly parameter: string; readonly value: string; readonly sourceAct: string },
): Promise<Result<string, Refusal>> {
  const taken = await take(ports, tx, actor, entry.parameter);
  if (!taken.ok) return taken;
  const { parameter, keeper } = taken.value;
  const quantity = readQuantity(parameter.unit, entry.value, parameter.words);
  if (quantity === undefined) return fail(failure('PARAMETER_VALUE_INVALID', { fields: [{ pointer: '/value', code: parameter.unit }] }));
  const days = checkDays(parameter, entry);
  if (!days.ok) return days;
  const id = newId();
  const { sourceAct, validFrom, validTo } = entry;
  const value = { id, parameter: parameter.code, institutionId: keeper, quantity, sourceAct, confirmed: false, validFrom, validTo };
  await insertValue(tx, value);
  await tell(ports, tx, actor, value, 'PARAMETER_VALUE_ENTERED');
  return ok(id);
}

/** Lets a value count: the one that held until further notice ends on the day before. */
export async function confirmValue(
  ports: ParameterChangePorts,
  tx: Tx,
  actor: Actor,
  which: { readonly parameter: string; readonly id: string },
): Promise<Result<string, Refusal>> {
  const found = await findOwn(ports, tx, actor, which);
  if (!found.ok) return found;
  const { value, others } = found.value;
  const confirmed = confirm(
    others.filter((other) => other.confirmed),
    value,
  );
  if (!confirmed.ok) return confirmed;
  if (confirmed.value !== undefined) await endValue(tx, confirmed.value.id, value.validFrom.subtract({ days: 1 }));
  await saveConfirmed(tx, value.id);
  await tell(ports, tx, actor, value, 'PARAMETER_VALUE_CONFIRMED');
  return ok(value.id);
}

/** Takes back a value that nobody has confirmed. */
export async function withdrawValue(
  ports: ParameterChangePorts,
  tx: Tx,
  actor: Actor,
  which: { readonly parameter: string; readonly id: string },
): Promise<Result<string, Refusal>> {
  const found = await findOwn(ports, tx, actor, which);
  if (!found.ok) return found;
  const { value } = found.value;
  if (value.confirmed) return fail(failure('PARAMETER_VALUE_CONFIRMED'));
  await deleteUnconfirmed(tx, value.id);
  await tell(ports, tx, actor, value, 'PARAMETER_VALUE_WITHDRAWN');
  return ok(value.id);
}

/** The parameter, when it is the caller's to set. */
async function take(
  { isMunicipality }: ParameterChangePorts,
  tx: Tx,
  actor: Actor,
  code: string,
): Promise<Result<{ readonly parameter: Parameter; readonly keeper: string | undefined }, Refusal>> {
  const parameter = await lockParameter(tx, code);
  if (parameter === undefined) return fail(failure('PARAMETER_NOT_FOUND'));
  const keeper = await keeperOf(actor, isMunicipality);
  if (!keeper.ok) return keeper;
  if (parameter.scope === 'STATE' && keeper.value !== undefined) return fail(failure('PARAMETER_IS_STATE'));
  return ok({ parameter, keeper: keeper.value });
}

/** A value of the caller's own, beside the others of the same parameter that are theirs. */
async function findOwn(
  ports: ParameterChangePorts,
  tx: Tx,
  actor: Actor,
  { parameter: code, id }: { readonly parameter: string; readonly id: string },
): Promise<Result<{ readonly value: ParameterValue; readonly others: readonly ParameterValue[] }, Refusal>> {
  const taken = await take(ports, tx, actor, code);
  if (!taken.ok) return taken;
  const { parameter, keeper } = taken.value;
  const own = (await findValues(tx, [parameter], actor.institutionId)).filter(({ institutionId }) => institutionId === keeper);
  const value = own.find((one) => one.id === id);
  if (value === undefined) return fail(failure('PARAMETER_VALUE_NOT_FOUND'));
  return ok({ value, others: own.filter((one) => one !== value) });
}

async function tell({ clock }: ParameterChangePorts, tx: Tx, actor: Actor, value: ParameterValue, action: string): Promise<void> {
  await appendAudit(tx, {
    action,
    at: clock.now(),
    actor,
    object: { type: 'parameter-value', id: value.id },
    outcome: 'DONE',
    details: { code: value.parameter, value: formatQuantity(value.quantity), validFrom: value.validFrom.toString() },
  });
}
