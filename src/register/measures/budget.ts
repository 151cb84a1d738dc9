import { type EuroCents, euroCents } from '../../estonia/index.ts';
import { type Failure, fail, failure, holdsOn, ok, type Result, type Temporal } from '../../platform/index.ts';

/** What there is to spend on measures (eelarve), of it what decisions have reserved and what has been spent. Reserved and spent are never more than it. */
export interface Budget {
  readonly id: string;
  /** Whose it is; undefined: the state's. */
  readonly institutionId: string | undefined;
  readonly name: string;
  readonly amount: EuroCents;
  readonly reserved: EuroCents;
  readonly spent: EuroCents;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo: Temporal.PlainDate;
  readonly version: number;
}

/** What of a budget is kept for one decision: spent bit by bit, the rest released when the decision's implementation is over. */
export interface Reservation {
  readonly id: string;
  readonly budgetId: string;
  readonly forId: string;
  readonly amount: EuroCents;
  readonly spent: EuroCents;
  readonly open: boolean;
}

export interface Movement {
  readonly budget: Budget;
  readonly reservation: Reservation;
}

export function leftOf({ amount, reserved, spent }: Budget): EuroCents {
  return euroCents(amount - reserved - spent);
}

/** Keeps an amount for a decision, where there is so much left on a day of the budget. */
export function reserveIn(
  budget: Budget,
  wanted: { readonly id: string; readonly forId: string; readonly amount: EuroCents; readonly on: Temporal.PlainDate },
): Result<Movement, Failure<'BUDGET_NOT_IN_FORCE' | 'BUDGET_EXCEEDED'>> {
  const { id, forId, amount, on } = wanted;
  if (amount < 0) throw new RangeError('nothing negative is reserved');
  if (!holdsOn(budget, on)) return fail(failure('BUDGET_NOT_IN_FORCE'));
  if (amount > leftOf(budget)) return fail(failure('BUDGET_EXCEEDED'));
  return ok({
    budget: { ...budget, reserved: euroCents(budget.reserved + amount) },
    reservation: { id, budgetId: budget.id, forId, amount, spent: euroCents(0), open: true },
  });
}

/** Spends some of what is reserved. */
export function spendOf(
  { budget, reservation }: Movement,
  amount: EuroCents,
): Result<Movement, Failure<'RESERVATION_CLOSED' | 'RESERVATION_EXCEEDED'>> {
  if (amount < 0) throw new RangeError('nothing negative is spent');
  if (!reservation.open) return fail(failure('RESERVATION_CLOSED'));
  if (amount > reservation.amount - reservation.spent) return fail(failure('RESERVATION_EXCEEDED'));
  return ok({
    budget: { ...budget, reserved: euroCents(budget.reserved - amount), spent: euroCents(budget.spent + amount) },
    reservation: { ...reservation, spent: euroCents(reservation.spent + amount) },
  });
}

/** Gives back what is left of a reservation, for good. */
export function releaseOf({ budget, reservation }: Movement): Result<Movement, Failure<'RESERVATION_CLOSED'>> {
  if (!reservation.open) return fail(failure('RESERVATION_CLOSED'));
  return ok({
    budget: { ...budget, reserved: euroCents(budget.reserved - (reservation.amount - reservation.spent)) },
    reservation: { ...reservation, open: false },
  });
}

/** Makes a budget larger, or smaller down to what is reserved and spent of it. */
export function resize(budget: Budget, amount: EuroCents): Result<Budget, Failure<'BUDGET_BELOW_RESERVED'>> {
  return amount < budget.reserved + budget.spent
    ? fail(failure('BUDGET_BELOW_RESERVED', { fields: [{ pointer: '/amount', code: 'BELOW_RESERVED' }] }))
    : ok({ ...budget, amount, version: budget.version + 1 });
}
