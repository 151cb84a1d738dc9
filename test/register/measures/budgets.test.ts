import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EuroCents, euroCents } from '../../../src/estonia/index.ts';
import { newId } from '../../../src/platform/index.ts';
import type { Actor } from '../../../src/register/access/index.ts';
import { budgetRoutes, release, reserve, spend } from '../../../src/register/measures/index.ts';
import { type Caller, type Door, openDoor } from '../../api/door.ts';
import { personalCode } from '../../town.ts';
import { type Describers, hireDescribers, isMunicipalityIn } from '../describing.ts';

let door: Door;
let who: Describers;
let actor: Actor;
beforeAll(async () => {
  door = await openDoor({
    rooms: ({ database, clock }) => budgetRoutes({ database, clock, isMunicipality: isMunicipalityIn(database) }),
  });
  who = await hireDescribers(door);
  actor = {
    userId: newId(),
    personalCode: personalCode(77),
    name: 'Mari Maasikas',
    institutionId: who.municipality,
    roles: ['SOCIAL_WORKER'],
    sessionId: newId(),
  };
});
afterAll(() => door.close());

const year = { name: 'Toetused 2026', validFrom: '2026-01-01', validTo: '2026-12-31' };
async function budgetOf(amount: string, call: Caller = who.admin): Promise<string> {
  return String((await call('POST', '/api/v1/budgets', { ...year, amount })).body.id);
}
const show = async (id: string) => (await who.admin('GET', `/api/v1/budgets/${id}`)).body;
const decide = (budgetId: string, amount: number, { forId = newId(), by = actor } = {}) =>
  door.database.decide((tx) => reserve(door, tx, by, { budgetId, forId, amount: euroCents(amount) }));
const pay = (reservationId: string, amount: number, by = actor) =>
  door.database.decide((tx) => spend(door, tx, by, { reservationId, amount: euroCents(amount) }));
const letGo = (reservationId: string, by = actor) => door.database.decide((tx) => release(door, tx, by, reservationId));
const reserved = async (budgetId: string, amount: number) => {
  const made = await decide(budgetId, amount);
  return made.ok ? made.value : expect.unreachable();
};

describe('a budget', () => {
  it('is reserved by decisions, spent by payouts, and given back what is left', async () => {
    const id = await budgetOf('100.00');
    const reservation = await reserved(id, 6_000);
    expect(await show(id)).toMatchObject({ amount: '100.00', reserved: '60.00', spent: '0.00', left: '40.00' });
    expect(await pay(reservation, 2_500)).toMatchObject({ ok: true });
    expect(await show(id)).toMatchObject({ reserved: '35.00', spent: '25.00', left: '40.00' });
    expect(await pay(reservation, 3_501)).toMatchObject({ error: { code: 'RESERVATION_EXCEEDED' } });
    expect(await letGo(reservation)).toMatchObject({ ok: true });
    expect(await show(id)).toMatchObject({ reserved: '0.00', spent: '25.00', left: '75.00' });
    expect(await pay(reservation, 1)).toMatchObject({ error: { code: 'RESERVATION_CLOSED' } });
    expect(await letGo(reservation)).toMatchObject({ error: { code: 'RESERVATION_CLOSED' } });
    const { rows } = await sql<{ action: string }>`select action from audit_event where object_id = ${id} order by id`.execute(
      door.database.db,
    );
    expect(rows.map(({ action }) => action)).toEqual(['BUDGET_ENTERED', 'BUDGET_RESERVED', 'BUDGET_SPENT', 'BUDGET_RELEASED']);
  });

  it('is never exceeded, and reserved for a decision once', async () => {
    const id = await budgetOf('100.00');
    const forId = newId();
    expect(await decide(id, 10_001)).toMatchObject({ error: { code: 'BUDGET_EXCEEDED' } });
    expect(await decide(id, 10_000, { forId })).toMatchObject({ ok: true });
    expect(await decide(id, 1)).toMatchObject({ error: { code: 'BUDGET_EXCEEDED' } });
    expect(await decide(id, 0, { forId })).toMatchObject({ error: { code: 'RESERVATION_EXISTS' } });
    expect(await show(id)).toMatchObject({ reserved: '100.00', left: '0.00' });
    await expect(sql`update budget set spent = 1 where id = ${id}`.execute(door.database.db)).rejects.toMatchObject({ code: '23514' });
  });

  it('holds for its days', async () => {
    const { body } = await who.admin('POST', '/api/v1/budgets', {
      ...year,
      validFrom: '2027-01-01',
      validTo: '2027-12-31',
      amount: '1.00',
    });
    expect(await decide(String(body.id), 1)).toMatchObject({ error: { code: 'BUDGET_NOT_IN_FORCE' } });
  });

  it('is its institution’s', async () => {
    const id = await budgetOf('100.00');
    const stranger = { ...actor, institutionId: who.neighbouring };
    expect((await who.neighbour('GET', `/api/v1/budgets/${id}`)).body).toMatchObject({ code: 'BUDGET_NOT_FOUND' });
    expect((await who.manager('GET', `/api/v1/budgets/${id}`)).status).toBe(404);
    expect((await who.neighbour('GET', '/api/v1/budgets')).body.items).toEqual([]);
    expect((await who.neighbour('PUT', `/api/v1/budgets/${id}/amount`, { amount: '1.00' })).status).toBe(404);
    expect(await decide(id, 1, { by: stranger })).toMatchObject({ error: { code: 'BUDGET_NOT_FOUND' } });
    const reservation = await reserved(id, 100);
    expect(await pay(reservation, 1, stranger)).toMatchObject({ error: { code: 'RESERVATION_NOT_FOUND' } });
    expect(await letGo(newId())).toMatchObject({ error: { code: 'RESERVATION_NOT_FOUND' } });
    expect((await who.provider('POST', '/api/v1/budgets', { ...year, amount: '1.00' })).body).toMatchObject({ code: 'MUNICIPALITY_ONLY' });
  });

  it('of the state is spent wherever a state measure is determined', async () => {
    const id = await budgetOf('100.00', who.manager);
    expect(await decide(id, 100)).toMatchObject({ ok: true });
    expect(await decide(id, 100, { by: { ...actor, institutionId: who.neighbouring } })).toMatchObject({ ok: true });
    expect((await who.manager('GET', `/api/v1/budgets/${id}`)).body).toMatchObject({ reserved: '2.00' });
  });

  it('grows and shrinks down to what is reserved of it, against the version that was seen', async () => {
    const id = await budgetOf('100.00');
    await reserved(id, 6_000);
    const put = (amount: string, headers = {}) => who.admin('PUT', `/api/v1/budgets/${id}/amount`, { amount }, headers);
    expect(await put('59.99')).toMatchObject({ status: 409, body: { code: 'BUDGET_BELOW_RESERVED' } });
    expect(await put('60.00', { 'if-match': '"1"' })).toMatchObject({ status: 200, body: { left: '0.00' }, headers: { etag: '"2"' } });
    expect(await put('70.00', { 'if-match': '"1"' })).toMatchObject({ status: 412, body: { code: 'PRECONDITION_FAILED' } });
    expect(await put('70')).toMatchObject({ status: 422, body: { errors: [{ pointer: '/amount', code: 'PATTERN' }] } });
  });

  it.each([
    [{ amount: '1.00', validFrom: '2026-12-31', validTo: '2026-01-01' }, 'PERIOD_INVALID', '/validTo'],
    [{ amount: 100 }, 'VALIDATION_FAILED', '/amount'],
    [{}, 'VALIDATION_FAILED', '/amount'],
    [{ amount: '1.00', spent: '1.00' }, 'VALIDATION_FAILED', '/spent'],
  ])('is not entered with %j', async (more, code, pointer) => {
    const answer = await who.admin('POST', '/api/v1/budgets', { ...year, ...more });
    expect(answer).toMatchObject({ status: 422, body: { code } });
    expect((answer.body.errors as { pointer: string }[]).map((fault) => fault.pointer)).toContain(pointer);
  });
});

describe('whoever comes at once', () => {
  interface Case {
    readonly amount: EuroCents;
    readonly paid: EuroCents;
    readonly ends: boolean;
  }
  const cents = (max: number) => fc.integer({ min: 0, max }).map(euroCents);
  const decision: fc.Arbitrary<Case> = fc.record({ amount: cents(5_000), paid: cents(5_000), ends: fc.boolean() });
  const sums = async (budgetId: string) => {
    const { rows } = await sql<{ kept: number; spent: number }>`
      select coalesce(sum(amount - spent) filter (where open), 0)::bigint as kept, coalesce(sum(spent), 0)::bigint as spent
      from budget_reservation where budget_id = ${budgetId}`.execute(door.database.db);
    const { rows: budgets } = await sql<{ amount: number; reserved: number; spent: number }>`
      select amount, reserved, spent from budget where id = ${budgetId}`.execute(door.database.db);
    return { kept: rows[0]?.kept, paid: rows[0]?.spent, ...(budgets[0] ?? expect.unreachable()) };
  };

  it('reserves never more than there is, and is refused only what did not fit', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(cents(20_000), fc.array(cents(5_000), { minLength: 2, maxLength: 16 }), async (amount, wanted) => {
        const budgetId = await budgetOf(`${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`);
        const made = await Promise.all(wanted.map((one) => decide(budgetId, one)));
        const taken = wanted.filter((_, index) => made[index]?.ok).reduce((sum, one) => sum + one, 0);
        const refused = wanted.filter((_, index) => !made[index]?.ok);
        const { reserved, spent } = await sums(budgetId);
        expect({ reserved, spent }).toEqual({ reserved: taken, spent: 0 });
        expect(taken).toBeLessThanOrEqual(amount);
        // Nothing was given back meanwhile, so what did not fit then does not fit now.
        for (const one of refused) expect(one).toBeGreaterThan(amount - taken);
      }),
      { numRuns: 25 },
    );
  });

  it('spends and gives back without a cent that appears or is lost', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(cents(12_000), fc.array(decision, { minLength: 2, maxLength: 12 }), async (amount, decisions) => {
        const budgetId = await budgetOf(`${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`);
        await Promise.all(
          decisions.map(async (one) => {
            const made = await decide(budgetId, one.amount);
            if (!made.ok) return;
            const steps = [
              pay(made.value, one.paid),
              pay(made.value, one.paid),
              ...(one.ends ? [letGo(made.value), letGo(made.value)] : []),
            ];
            const ended = await Promise.all(steps);
            if (one.ends) expect(ended.slice(2).filter(({ ok }) => ok)).toHaveLength(1);
          }),
        );
        const { kept, paid, amount: whole, reserved, spent } = await sums(budgetId);
        expect({ reserved, spent }).toEqual({ reserved: kept, spent: paid });
        expect(reserved + spent).toBeLessThanOrEqual(whole);
      }),
      { numRuns: 25 },
    );
  });

  it('who reserves of two budgets in one transaction waits for nobody in a circle', async () => {
    const [one, other] = [await budgetOf('1000.00'), await budgetOf('1000.00')].toSorted();
    const both = () =>
      door.database.decide(async (tx) => {
        await reserve(door, tx, actor, { budgetId: one ?? '', forId: newId(), amount: euroCents(1) });
        return await reserve(door, tx, actor, { budgetId: other ?? '', forId: newId(), amount: euroCents(1) });
      });
    const made = await Promise.all(Array.from({ length: 12 }, both));
    expect(made.every(({ ok }) => ok)).toBe(true);
  });
});
