import { sql } from 'kysely';
import { dateOf, instantOf, plainDateOf, type Temporal } from '../platform/index.ts';
import type { Db, Tx } from '../storage/index.ts';
import type { Period } from './period.ts';

type Tables = {
  care_order: {
    id: string;
    owner: string;
    state: 'ORDERED' | 'READY';
    attempt: number;
    people: number;
    begins: string;
    ends: string;
    listed: Uint8Array | null;
    result: Uint8Array | null;
    ordered_at: Date;
    lease_until: Date | null;
    expires_at: Date;
  };
};

const tables = (db: Db) => db.withTables<Tables>();

/** As a literal, so that the index over orders that wait is used. */
const ORDERED = sql.lit<'ORDERED'>('ORDERED');

export interface NewOrder {
  readonly id: string;
  readonly owner: string;
  readonly people: number;
  readonly period: Period;
  readonly listed: Uint8Array;
  readonly orderedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

export async function insertOrder(tx: Tx, { id, owner, people, period, listed, orderedAt, expiresAt }: NewOrder): Promise<void> {
  await tables(tx)
    .insertInto('care_order')
    .values({
      id,
      owner,
      state: 'ORDERED',
      attempt: 0,
      people,
      begins: period.begins.toString(),
      ends: period.ends.toString(),
      listed,
      result: null,
      ordered_at: dateOf(orderedAt),
      lease_until: null,
      expires_at: dateOf(expiresAt),
    })
    .execute();
}

/** An order in the hands of one worker. */
export interface OrderClaim {
  readonly id: string;
  readonly attempt: number;
  readonly period: Period;
  readonly listed: Uint8Array;
}

/** Takes the oldest order that waits, and that nobody has in hand, until the lease ends; undefined when there is none. Several may claim at once. */
export async function claimOrder(db: Db, now: Temporal.Instant, leaseUntil: Temporal.Instant): Promise<OrderClaim | undefined> {
  const row = await tables(db)
    .updateTable('care_order')
    .set((eb) => ({ attempt: eb('attempt', '+', 1), lease_until: dateOf(leaseUntil) }))
    .where('id', '=', (eb) =>
      eb
        .selectFrom('care_order')
        .select('id')
        .where('state', '=', ORDERED)
        .where('expires_at', '>', dateOf(now))
        .where((inner) => inner.or([inner('lease_until', 'is', null), inner('lease_until', '<', dateOf(now))]))
        .orderBy('ordered_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'attempt', 'begins', 'ends', 'listed'])
    .executeTakeFirst();
  if (row === undefined || row.listed === null) return undefined;
  const period = { begins: plainDateOf(row.begins), ends: plainDateOf(row.ends) };
  return { id: row.id, attempt: row.attempt, period, listed: row.listed };
}

/** Puts the result in the place of the people. False when the claim is no longer the latest, or the order is ready or gone: nothing of it holds. */
export async function settleOrder(tx: Tx, claim: OrderClaim, result: Uint8Array, expiresAt: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('care_order')
    .set({ state: 'READY', listed: null, result, lease_until: null, expires_at: dateOf(expiresAt) })
    .where('id', '=', claim.id)
    .where('attempt', '=', claim.attempt)
    .where('state', '=', ORDERED)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** When the oldest order that waits was ordered. */
export async function oldestOrder(db: Db): Promise<Temporal.Instant | undefined> {
  const row = await tables(db)
    .selectFrom('care_order')
    .select('ordered_at')
    .where('state', '=', ORDERED)
    .orderBy('ordered_at')
    .limit(1)
    .executeTakeFirst();
  return row && instantOf(row.ordered_at);
}

/** What lies under a ticket for its owner, unless it has expired. */
export async function findOrder(
  db: Db,
  id: string,
  owner: string,
  now: Temporal.Instant,
): Promise<{ readonly people: number; readonly result: Uint8Array | null } | undefined> {
  return tables(db)
    .selectFrom('care_order')
    .select(['people', 'result'])
    .where('id', '=', id)
    .where('owner', '=', owner)
    .where('expires_at', '>', dateOf(now))
    .executeTakeFirst();
}

/** Deletes orders that have expired, and says which, and how far each had come. What another process is just deleting is left to it. */
export async function deleteExpired(
  tx: Tx,
  now: Temporal.Instant,
  atMost: number,
): Promise<readonly { readonly id: string; readonly state: 'ORDERED' | 'READY' }[]> {
  return tables(tx)
    .deleteFrom('care_order')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('care_order')
        .select('id')
        .where('expires_at', '<=', dateOf(now))
        .orderBy('expires_at')
        .limit(atMost)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'state'])
    .execute();
}
