import type { PersonalCode } from '../estonia/index.ts';
import { type Clock, newId } from '../platform/index.ts';
import type { Database, DataKey, DataKeys } from '../storage/index.ts';
import { findOrder, insertOrder } from './care-order-store.ts';
import type { Period } from './period.ts';

/** A question about many carers, whose answer is fetched later by a ticket. */
export interface CareOrder {
  /** The subsystem that ordered, which alone may fetch. */
  readonly owner: string;
  /** In the order in which they were named: what is answered about them comes in the same. */
  readonly people: readonly PersonalCode[];
  readonly period: Period;
}

/** What lies under a ticket. */
export type CareOrderState =
  | { readonly state: 'ORDERED'; readonly people: number }
  | { readonly state: 'READY'; readonly people: number; readonly result: Uint8Array };

/** Where orders go, and results come from. */
export interface CareOrders {
  /** Takes an order; resolves with its ticket once it is durable. */
  take(order: CareOrder): Promise<string>;
  /** Undefined when nothing lies under the ticket for this owner: there never was, it is another's, or it has expired. */
  find(owner: string, ticket: string): Promise<CareOrderState | undefined>;
}

/** Results, and orders, are kept so many days: whoever orders on a Friday evening and is ill on Monday still fetches. */
export const KEPT_DAYS = 7;

/** Orders in our own table. People and results lie sealed under a key of each order, which is destroyed with it. */
export function careOrders({ database, keys, clock }: { database: Database; keys: DataKeys; clock: Clock }): CareOrders {
  return {
    async take({ owner, people, period }) {
      const id = newId();
      const orderedAt = clock.now();
      await database.transaction(async (tx) => {
        await keys.create(tx, id);
        const key = await keys.open(tx, id);
        if (key === undefined) throw new Error('a new order has no data key');
        await insertOrder(tx, {
          id,
          owner,
          people: people.length,
          period,
          listed: sealPeople(key, id, people),
          orderedAt,
          expiresAt: orderedAt.add({ hours: KEPT_DAYS * 24 }),
        });
      });
      return id;
    },
    async find(owner, ticket) {
      const order = await findOrder(database.db, ticket, owner, clock.now());
      if (order === undefined) return undefined;
      if (order.result === null) return { state: 'ORDERED', people: order.people };
      const key = await keys.open(database.db, ticket);
      // It has expired between the two looks.
      if (key === undefined) return undefined;
      const result = key.unseal(order.result, resultOf(ticket));
      if (result === undefined) throw new Error('the result of an order does not open under its key');
      return { state: 'READY', people: order.people, result };
    },
  };
}

const peopleOf = (id: string) => `care-order/${id}/people`;
const resultOf = (id: string) => `care-order/${id}/result`;

function sealPeople(key: DataKey, id: string, people: readonly PersonalCode[]): Uint8Array {
  return key.seal(Buffer.from(people.join(',')), peopleOf(id));
}

/** The people of an order as text, each code parted from the next by a comma. */
export function unsealPeople(key: DataKey, id: string, listed: Uint8Array): string | undefined {
  const plain = key.unseal(listed, peopleOf(id));
  return plain && Buffer.from(plain).toString('utf8');
}

export function sealResult(key: DataKey, id: string, result: string): Uint8Array {
  return key.seal(Buffer.from(result), resultOf(id));
}
