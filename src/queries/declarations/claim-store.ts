import { sql } from 'kysely';
import { dateOf, type Temporal } from '../../platform/index.ts';
import type { ConfirmedBy } from '../../registries/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import { type Declaration, declarationStatesBefore, WORKED_STATES } from './declaration.ts';
import { type DeclarationTable, declarationOf, named, tables } from './declaration-table.ts';

/** Declarations that something is to be done for: due, and in nobody's hands. */
export async function findDue(db: Db, now: Temporal.Instant, atMost: number): Promise<readonly string[]> {
  const rows = await tables(db)
    .selectFrom('declaration')
    .select('id')
    .where('state', 'in', named(WORKED_STATES))
    .where('due_at', '<=', dateOf(now))
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', dateOf(now))]))
    .orderBy('due_at')
    .limit(atMost)
    .execute();
  return rows.map(({ id }) => id);
}

/** A declaration in the hands of one worker: to be sent, or to be looked up. */
export interface Claim extends Declaration {
  readonly state: 'SENT' | 'UNCLEAR';
}

/**
 * Takes a due declaration in hand to send it: `ORDERED -> SENT`. Undefined when another has it, or it is not due. Should nobody tell what came of
 * it, it is due again when a look at the register says something.
 */
export async function claimUpload(
  tx: Tx,
  id: string,
  {
    now,
    leaseUntil,
    lookFrom,
  }: { readonly now: Temporal.Instant; readonly leaseUntil: Temporal.Instant; readonly lookFrom: Temporal.Instant },
): Promise<Claim | undefined> {
  const row = await tables(tx)
    .updateTable('declaration')
    .set((eb) => ({
      state: 'SENT',
      attempt: eb('attempt', '+', 1),
      tries: eb('tries', '+', 1),
      lease_until: dateOf(leaseUntil),
      due_at: dateOf(lookFrom),
    }))
    .where('id', '=', id)
    .where('state', 'in', named(declarationStatesBefore('SENT')))
    .where('due_at', '<=', dateOf(now))
    .returningAll()
    .executeTakeFirst();
  return row && { ...declarationOf(row), state: 'SENT' };
}

/** Takes a due declaration in hand to look it up; it stays `UNCLEAR`. A hand that has let its lease run out has lost it. */
export async function claimLook(tx: Tx, id: string, now: Temporal.Instant, leaseUntil: Temporal.Instant): Promise<Claim | undefined> {
  const row = await tables(tx)
    .updateTable('declaration')
    .set((eb) => ({ attempt: eb('attempt', '+', 1), tries: eb('tries', '+', 1), lease_until: dateOf(leaseUntil) }))
    .where('id', '=', id)
    .where('state', '=', sql.lit('UNCLEAR'))
    .where('due_at', '<=', dateOf(now))
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', dateOf(now))]))
    .returningAll()
    .executeTakeFirst();
  return row && { ...declarationOf(row), state: 'UNCLEAR' };
}

/** Takes a declaration away from whoever was sending it and let the lease run out: `SENT -> UNCLEAR`, to be looked up at once. */
export async function loseUpload(tx: Tx, id: string, now: Temporal.Instant): Promise<Declaration | undefined> {
  const row = await tables(tx)
    .updateTable('declaration')
    .set((eb) => ({ state: 'UNCLEAR', attempt: eb('attempt', '+', 1), tries: 0, lease_until: null, code: 'WRITE_UNCLEAR' }))
    .where('id', '=', id)
    .where('state', '=', sql.lit('SENT'))
    .where('due_at', '<=', dateOf(now))
    .where('lease_until', '<', dateOf(now))
    .returningAll()
    .executeTakeFirst();
  return row && declarationOf(row);
}

/** Gives up a declaration that nobody may send any more, before anything left for it: `ORDERED -> CANCELLED`. */
export async function withdrawDeclaration(tx: Tx, id: string, code: string, at: Temporal.Instant): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('declaration')
    .set({ state: 'CANCELLED', code, settled_at: dateOf(at) })
    .where('id', '=', id)
    .where('state', '=', sql.lit('ORDERED'))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

interface Told {
  readonly code?: string;
  readonly detail?: string | undefined;
}

/** What a claim has led to. Where it stays in its state, or comes back to be sent, it waits until then. */
export type Settlement =
  | ({ readonly state: 'ORDERED' | 'UNCLEAR'; readonly dueAt: Temporal.Instant } & Told)
  | ({ readonly state: 'ACCEPTED'; readonly confirmedBy: ConfirmedBy; readonly keepUntil: Temporal.Instant } & Told)
  | ({ readonly state: 'REJECTED' | 'HELD' | 'FAILED' } & Told);

/** Settles a claim: `SENT | UNCLEAR -> ...`. False when it is no longer the latest: then nothing of it holds. */
export async function settleDeclaration(tx: Tx, claim: Claim, to: Settlement, at: Temporal.Instant): Promise<boolean> {
  if (to.state !== claim.state && !declarationStatesBefore(to.state).includes(claim.state))
    throw new Error(`a declaration does not go from ${claim.state} to ${to.state}`);
  const result = await tables(tx)
    .updateTable('declaration')
    .set({
      lease_until: null,
      state: to.state,
      code: to.code ?? null,
      detail: to.detail ?? null,
      ...columnsOf(to, claim, at),
    })
    .where('id', '=', claim.id)
    .where('attempt', '=', claim.attempt)
    .where('state', '=', claim.state)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

function columnsOf(to: Settlement, claim: Claim, at: Temporal.Instant): Partial<DeclarationTable> {
  switch (to.state) {
    case 'ORDERED':
      return { due_at: dateOf(to.dueAt) };
    case 'UNCLEAR':
      return { due_at: dateOf(to.dueAt), ...(claim.state === 'SENT' ? { tries: 0 } : {}) };
    case 'ACCEPTED':
      return { settled_at: dateOf(at), confirmed_by: to.confirmedBy, keep_until: dateOf(to.keepUntil) };
    case 'HELD':
      return {};
    default:
      return { settled_at: dateOf(at) };
  }
}
