import { type EuroCents, formatEuros } from '../../estonia/index.ts';
import { type Clock, type Failure, fail, failure, newId, ok, type Result, today } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { type Movement, releaseOf, reserveIn, spendOf } from './budget.ts';
import { findReservation, insertReservation, lockBudget, saveBudget, saveReservation } from './budget-store.ts';

interface Ports {
  readonly clock: Clock;
}

/**
 * Keeps an amount of a budget of the actor's institution for a decision, in the transaction that decides: the budget is locked, so that however
 * many decide at once, what they reserve is never more than there is. Gives the reservation's id.
 */
export async function reserve(
  { clock }: Ports,
  tx: Tx,
  actor: Actor,
  { budgetId, forId, amount }: { readonly budgetId: string; readonly forId: string; readonly amount: EuroCents },
): Promise<Result<string, Failure<'BUDGET_NOT_FOUND' | 'BUDGET_NOT_IN_FORCE' | 'BUDGET_EXCEEDED' | 'RESERVATION_EXISTS'>>> {
  const budget = await lockBudget(tx, budgetId);
  // What is the state's is spent wherever a state measure is determined.
  if (budget === undefined || (budget.institutionId ?? actor.institutionId) !== actor.institutionId)
    return fail(failure('BUDGET_NOT_FOUND'));
  const moved = reserveIn(budget, { id: newId(), forId, amount, on: today(clock) });
  if (!moved.ok) return moved;
  if (!(await insertReservation(tx, moved.value.reservation, clock.now()))) return fail(failure('RESERVATION_EXISTS'));
  await saveBudget(tx, moved.value.budget);
  await tell(clock, tx, actor, moved.value, 'BUDGET_RESERVED', amount);
  return ok(moved.value.reservation.id);
}

type NotThere = Failure<'RESERVATION_NOT_FOUND' | 'RESERVATION_CLOSED'>;

/** Spends some of what is reserved: with each payout that is confirmed. */
export async function spend(
  { clock }: Ports,
  tx: Tx,
  actor: Actor,
  { reservationId, amount }: { readonly reservationId: string; readonly amount: EuroCents },
): Promise<Result<void, NotThere | Failure<'RESERVATION_EXCEEDED'>>> {
  const taken = await take(tx, actor, reservationId);
  if (!taken.ok) return taken;
  const moved = spendOf(taken.value, amount);
  if (!moved.ok) return moved;
  await save(tx, moved.value);
  await tell(clock, tx, actor, moved.value, 'BUDGET_SPENT', amount);
  return ok(undefined);
}

/** Gives back what is left of a reservation, when nothing more will be paid of the decision. */
export async function release({ clock }: Ports, tx: Tx, actor: Actor, reservationId: string): Promise<Result<void, NotThere>> {
  const taken = await take(tx, actor, reservationId);
  if (!taken.ok) return taken;
  const moved = releaseOf(taken.value);
  if (!moved.ok) return moved;
  await save(tx, moved.value);
  await tell(clock, tx, actor, moved.value, 'BUDGET_RELEASED', undefined);
  return ok(undefined);
}

/** The budget first, then what is reserved of it: everybody in this order, so that none waits for another in a circle. */
async function take(tx: Tx, actor: Actor, reservationId: string): Promise<Result<Movement, NotThere>> {
  const known = await findReservation(tx, reservationId);
  const budget = known && (await lockBudget(tx, known.budgetId));
  const reservation = budget && (await findReservation(tx, reservationId));
  const theirs = budget !== undefined && (budget.institutionId ?? actor.institutionId) === actor.institutionId;
  return theirs && reservation !== undefined ? ok({ budget, reservation }) : fail(failure('RESERVATION_NOT_FOUND'));
}

async function save(tx: Tx, { budget, reservation }: Movement): Promise<void> {
  await saveBudget(tx, budget);
  await saveReservation(tx, reservation);
}

async function tell(
  clock: Clock,
  tx: Tx,
  actor: Actor,
  { budget, reservation }: Movement,
  action: string,
  amount: EuroCents | undefined,
): Promise<void> {
  await appendAudit(tx, {
    action,
    at: clock.now(),
    actor,
    object: { type: 'budget', id: budget.id },
    outcome: 'DONE',
    details: { reservation: reservation.id, for: reservation.forId, ...(amount === undefined ? {} : { amount: formatEuros(amount) }) },
  });
}
