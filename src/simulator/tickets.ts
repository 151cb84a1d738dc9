import type { Temporal } from '../platform/index.ts';
import type { Knobs } from './knobs.ts';

/** An order for a file, as its register keeps it. */
interface Order {
  /** Only the subsystem that ordered may have the file. */
  readonly client: string;
  readonly wanted: unknown;
  readonly takenAt: Temporal.Instant;
}

/** The orders of one register, as one subsystem sees them. */
export interface Tickets {
  /** Takes an order; gives its ticket. */
  take(wanted: unknown): string;
  /** What was ordered under the ticket, once its file is ready; whose ticket it is not, is told that there is none. */
  redeem(ticket: string): { readonly wanted: unknown } | 'NOT_YET' | 'UNKNOWN';
  readonly knobs: Knobs;
}

/** Every order of a register, and how often each file was given out: proof that it was fetched once. */
export interface TicketBook {
  seenBy(client: string): Tickets;
  /** By ticket, in the order in which they were taken. */
  fetched(): ReadonlyMap<string, number>;
}

/** The first ticket: 70001. */
const BEFORE_THE_FIRST = 70_000;

export function createTicketBook(knobs: Knobs, now: () => Temporal.Instant): TicketBook {
  const orders = new Map<string, Order>();
  const fetched = new Map<string, number>();
  return {
    fetched: () => fetched,
    seenBy: (client) => ({
      knobs,
      take(wanted) {
        const ticket = String(BEFORE_THE_FIRST + orders.size + 1);
        orders.set(ticket, { client, wanted, takenAt: now() });
        fetched.set(ticket, 0);
        return ticket;
      },
      redeem(ticket) {
        const order = orders.get(ticket);
        if (order === undefined || order.client !== client) return 'UNKNOWN';
        const minutes = now().since(order.takenAt).total('minutes');
        if (minutes >= knobs.ticketLivesMinutes) return 'UNKNOWN';
        if (minutes < knobs.ticketMinutes) return 'NOT_YET';
        fetched.set(ticket, (fetched.get(ticket) ?? 0) + 1);
        return { wanted: order.wanted };
      },
    }),
  };
}
