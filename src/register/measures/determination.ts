import type { EuroCents } from '../../estonia/index.ts';
import { type Failure, fail, failure, holdsOn, ok, type Result, type Temporal } from '../../platform/index.ts';
import type { Measure, MeasureTerms, MeasureVersion, PaymentMethod } from './measure.ts';
import type { Price } from './price.ts';

/** A measure as it may be determined on a day: what a decision keeps of it is the version's id. */
export interface DescribedMeasure {
  readonly measure: Measure;
  readonly version: MeasureVersion;
}

/**
 * What stands of a measure on a day for an institution: its own and the state's. What is not described beforehand can neither be
 * determined nor paid (REQ-134, INV-14).
 */
export function describedOn(
  measure: Measure | undefined,
  { institutionId, on }: { readonly institutionId: string; readonly on: Temporal.PlainDate },
): Result<DescribedMeasure, Failure<'MEASURE_NOT_DESCRIBED'>> {
  const theirs = measure !== undefined && (measure.institutionId === undefined || measure.institutionId === institutionId);
  const version = theirs ? measure.versions.find((one) => holdsOn(one, on)) : undefined;
  return theirs && version !== undefined ? ok({ measure, version }) : fail(failure('MEASURE_NOT_DESCRIBED'));
}

/** Whether a decision may be of this amount: as described, unless the price type leaves it to the decision (INV-28, REQ-218). */
export function checkAmount(price: Price | undefined, amount: EuroCents): Result<void, Failure<'AMOUNT_NOT_AS_DESCRIBED'>> {
  const asDescribed = price === undefined || isAs(price, amount);
  return asDescribed && amount >= 0
    ? ok(undefined)
    : fail(failure('AMOUNT_NOT_AS_DESCRIBED', { fields: [{ pointer: '/amount', code: price?.type ?? 'NEGATIVE' }] }));
}

function isAs(price: Price, amount: EuroCents): boolean {
  if (price.type === 'FIXED') return amount === price.amount;
  return price.type !== 'UP_TO' || amount <= price.amount;
}

/** Whether a payout may be made so: by a method that is described, and of no value at all only in cash (REQ-137, REQ-139, INV-46). */
export function checkPayout(
  { paymentMethods }: Pick<MeasureTerms, 'paymentMethods'>,
  { amount, method }: { readonly amount: EuroCents; readonly method: PaymentMethod },
): Result<void, Failure<'ZERO_VALUE_ONLY_CASH' | 'PAYMENT_METHOD_NOT_DESCRIBED'>> {
  if (amount === 0 && method !== 'CASH')
    return fail(failure('ZERO_VALUE_ONLY_CASH', { fields: [{ pointer: '/method', code: 'ONLY_CASH' }] }));
  return paymentMethods.includes(method)
    ? ok(undefined)
    : fail(failure('PAYMENT_METHOD_NOT_DESCRIBED', { fields: [{ pointer: '/method', code: 'NOT_DESCRIBED' }] }));
}
