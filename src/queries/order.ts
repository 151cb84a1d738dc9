import { type Clock, fail, type Temporal } from '../platform/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import type { Commit, JobQueue, Tx } from '../storage/index.ts';
import type { Addresses } from './addresses.ts';
import { type Attempt, findLost, insertAttempts, type LostAttempt } from './attempt-store.ts';
import { clear } from './clearance.ts';
import { findBlocked } from './contracts/index.ts';
import { type Departure, departureOf, LEASE_SECONDS, type Order } from './departure.ts';
import { turnAt } from './enqueue.ts';
import type { Protocols } from './protocol.ts';
import type { Query } from './query.ts';
import { settleQuery } from './store.ts';
import { claimNext, giveBack, type Taking, wakeDue } from './turn-store.ts';

/** A proceeding is changed in a moment: its query's turn comes again after 500 ms. */
const BUSY_MS = 500;

export interface OrderPorts {
  readonly queue: JobQueue;
  readonly addresses: Addresses;
  readonly protocols: Protocols;
  readonly clock: Clock;
}

/**
 * Claims the queries whose turns these are and prepares their messages, in one transaction with the re-check of permits and proceedings (INV-55). Gives
 * for each turn its order; undefined when nothing is to leave: nothing is due, or it may not, which is settled here.
 *
 * @param claimed told of the queries before anything is made of them: should that throw, it is known whose turns these were
 */
export async function takeOrders(
  ports: OrderPorts,
  tx: Tx,
  commit: Commit,
  takings: readonly Taking[],
  claimed: (queries: readonly Query[]) => void,
): Promise<readonly (Order | undefined)[]> {
  const now = ports.clock.now();
  const registries = [...new Set(takings.map(({ registry }) => registry))];
  const leaseUntil = now.add({ seconds: LEASE_SECONDS });
  const [, taken] = await Promise.all([
    Promise.all(registries.map((registry) => wakeDue(tx, registry, now))),
    Promise.all(takings.map((taking) => claimNext(tx, taking, leaseUntil))),
  ]);
  const queries = taken.filter((query) => query !== undefined);
  if (queries.length === 0) return taken.map(() => undefined);
  claimed(queries);
  const [clearances, blocked, lost] = await Promise.all([clear(ports, tx, queries), findBlocked(tx), lostAttempts(tx, queries)]);
  const departures = queries.map((query) => {
    const clearance = clearances.get(query.id) ?? fail({ code: 'PERMIT_WITHDRAWN' });
    return departureOf(query, { clearance, blocked, lost: lost.get(query.id), protocols: ports.protocols, now });
  });
  await note(ports.queue, tx, commit, departures, now);
  const orders = new Map(departures.flatMap((one) => (one.kind === 'LEAVES' ? [[one.query, one.order]] : [])));
  return taken.map((query) => query && orders.get(query));
}

/** The last attempts at the writes among the queries that may have been carried out, by their query. */
async function lostAttempts(tx: Tx, queries: readonly Query[]): Promise<ReadonlyMap<string, LostAttempt>> {
  const writes = queries.filter(({ write }) => write);
  const found = await Promise.all(writes.map(async ({ id }) => [id, await findLost(tx, id)] as const));
  return new Map(found.flatMap(([id, attempt]) => (attempt === undefined ? [] : [[id, attempt]])));
}

/** Writes down what becomes of the queries, all at once. */
async function note(queue: JobQueue, tx: Tx, commit: Commit, departures: readonly Departure[], now: Temporal.Instant): Promise<void> {
  const of = <K extends Departure['kind']>(kind: K) =>
    departures.filter((one): one is Extract<Departure, { kind: K }> => one.kind === kind);
  const [back, later] = [of('GIVEN_BACK'), of('LOOKS_LATER')];
  const turns = [
    ...back.map(({ query }) => ({ queue: query.registry, delayMs: BUSY_MS })),
    ...later.map(({ query, notBefore }) => turnAt(query, notBefore, now)),
  ];
  await Promise.all([
    insertAttempts(
      tx,
      of('LEAVES').map(({ order }) => attemptOf(order, now)),
    ),
    ...back.map(({ query }) => giveBack(tx, query, now)),
    ...later.map(({ query, notBefore }) => settleQuery(tx, query, { state: 'RETRY_WAIT', at: now, notBefore, code: 'WRITE_UNCLEAR' })),
    ...of('REFUSED').map((refused) => refuse(tx, refused, now)),
    turns.length === 0 ? commit() : queue.add(tx, turns),
  ]);
}

function attemptOf({ query, errand: { purpose, message } }: Order, sentAt: Temporal.Instant): Attempt {
  const { xRoadId, service, requestHash, requestBytes } = message;
  return { queryId: query.id, attempt: query.attempt, purpose, xRoadId, service, requestHash, requestBytes, sentAt };
}

/** Settles a query that may not leave. */
async function refuse(tx: Tx, { query, state, code }: Extract<Departure, { kind: 'REFUSED' }>, at: Temporal.Instant): Promise<void> {
  const settled = settleQuery(tx, query, { state, at, code: state === 'HELD' ? 'WRITE_HELD' : code });
  const audited = appendAudit(tx, {
    action: 'QUERY_NOT_SENT',
    at,
    system: 'worker',
    object: { type: 'query', id: query.id },
    clientId: query.clientId,
    proceedingId: query.proceedingId,
    outcome: 'REFUSED',
    code,
  });
  await Promise.all([settled, audited]);
}
