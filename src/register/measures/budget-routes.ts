import { Type } from 'typebox';
import { type EuroCents, euroCents, formatEuros, parseEuros } from '../../estonia/index.ts';
import { fail, failure, hasDays, newId, ok, Temporal } from '../../platform/index.ts';
import { type Actor, type Route, read, write } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { keeperOf } from '../classifiers/index.ts';
import { type Budget, leftOf, resize } from './budget.ts';
import { findBudget, insertBudget, listBudgets, lockBudget, saveBudget } from './budget-store.ts';
import { Euros } from './measure-body.ts';
import type { MeasurePorts } from './routes.ts';

const KEEPERS = ['REGISTRY_MANAGER', 'ADMIN'] as const;
const READERS = [...KEEPERS, 'SETTLEMENT', 'SOCIAL_WORKER'] as const;
const strict = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Day = Type.String({ format: 'date' });
const Params = Type.Object({ id: Id });
const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });

const BudgetReply = Type.Object({
  id: Id,
  name: Name,
  amount: Euros,
  reserved: Euros,
  spent: Euros,
  left: Euros,
  validFrom: Day,
  validTo: Day,
});

/** Budgets (eelarved): how much there is, how much of it is reserved by decisions, how much is spent. */
export function budgetRoutes({ database, clock, isMunicipality }: MeasurePorts): readonly Route[] {
  const shown = async (actor: Actor, id: string) => {
    const budget = await findBudget(database.db, id);
    return budget !== undefined && budget.institutionId === whoseFor(actor)
      ? ok({ body: viewOf(budget), version: String(budget.version) })
      : fail(failure('BUDGET_NOT_FOUND'));
  };
  return [
    read({
      method: 'GET',
      path: '/budgets',
      summary: 'The institution’s budgets; the state’s, to the registry manager',
      callers: READERS,
      reply: Type.Object({ items: Type.Array(BudgetReply) }),
      show: async ({ actor }) => ok({ body: { items: (await listBudgets(database.db, whoseFor(actor))).map(viewOf) } }),
    }),
    read({
      method: 'GET',
      path: '/budgets/:id',
      summary: 'A budget, with what is left of it',
      callers: READERS,
      params: Params,
      reply: BudgetReply,
      show: ({ actor, params }) => shown(actor, params.id),
    }),
    write({
      method: 'POST',
      path: '/budgets',
      summary: 'Enters a budget',
      callers: KEEPERS,
      body: Type.Object({ name: Name, amount: Euros, validFrom: Day, validTo: Day }, strict),
      reply: BudgetReply,
      async perform({ actor, body }, tx) {
        const keeper = await keeperOf(actor, isMunicipality);
        if (!keeper.ok) return keeper;
        const budget: Budget = {
          id: newId(),
          institutionId: keeper.value,
          name: body.name,
          amount: centsOf(body.amount),
          reserved: euroCents(0),
          spent: euroCents(0),
          validFrom: Temporal.PlainDate.from(body.validFrom),
          validTo: Temporal.PlainDate.from(body.validTo),
          version: 1,
        };
        if (!hasDays(budget)) return fail(failure('PERIOD_INVALID', { fields: [{ pointer: '/validTo', code: 'BEFORE_VALID_FROM' }] }));
        await insertBudget(tx, budget);
        const object = { type: 'budget', id: budget.id };
        const details = { amount: body.amount };
        await appendAudit(tx, { action: 'BUDGET_ENTERED', at: clock.now(), actor, object, outcome: 'DONE', details });
        return ok({ status: 201, id: budget.id, location: `/api/v1/budgets/${budget.id}` });
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
    write({
      method: 'PUT',
      path: '/budgets/:id/amount',
      summary: 'Makes a budget larger, or smaller down to what is reserved and spent of it',
      callers: KEEPERS,
      versioned: true,
      params: Params,
      body: Type.Object({ amount: Euros }, strict),
      reply: BudgetReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        const budget = await lockBudget(tx, params.id);
        const keeper = await keeperOf(actor, isMunicipality);
        if (!keeper.ok) return keeper;
        if (budget === undefined || budget.institutionId !== keeper.value) return fail(failure('BUDGET_NOT_FOUND'));
        if (ifMatch !== undefined && ifMatch !== String(budget.version)) return fail(failure('PRECONDITION_FAILED'));
        const resized = resize(budget, centsOf(body.amount));
        if (!resized.ok) return resized;
        await saveBudget(tx, resized.value);
        const object = { type: 'budget', id: budget.id };
        const details = { from: formatEuros(budget.amount), to: body.amount };
        await appendAudit(tx, { action: 'BUDGET_RESIZED', at: clock.now(), actor, object, outcome: 'DONE', details });
        return ok({ status: 200, id: budget.id });
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
  ];
}

/** Whose budgets somebody is shown; undefined: the state's. */
function whoseFor({ roles, institutionId }: Actor): string | undefined {
  return roles.includes('REGISTRY_MANAGER') ? undefined : institutionId;
}

/** The schema has let nothing else through. */
function centsOf(text: string): EuroCents {
  const cents = parseEuros(text);
  if (cents === undefined) throw new RangeError('not an amount');
  return cents;
}

function viewOf(budget: Budget) {
  const { id, name, amount, reserved, spent, validFrom, validTo } = budget;
  return {
    id,
    name,
    amount: formatEuros(amount),
    reserved: formatEuros(reserved),
    spent: formatEuros(spent),
    left: formatEuros(leftOf(budget)),
    validFrom: validFrom.toString(),
    validTo: validTo.toString(),
  };
}
