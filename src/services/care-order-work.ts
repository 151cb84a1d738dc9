import { parsePersonalCode } from '../estonia/index.ts';
import { type Clock, defineMetrics, type Log, type Metrics, startRounds } from '../platform/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import type { Database, DataKeys } from '../storage/index.ts';
import type { CareFacts } from './care-facts.ts';
import { KEPT_DAYS, sealResult, unsealPeople } from './care-order.ts';
import { claimOrder, deleteExpired, type OrderClaim, oldestOrder, settleOrder } from './care-order-store.ts';
import { carersFile } from './carers-file.ts';

export interface CareOrderPorts {
  readonly database: Database;
  readonly keys: DataKeys;
  readonly facts: CareFacts;
  readonly clock: Clock;
  readonly log: Log;
}

/** How often the rows are looked at: 2 s. Whoever has ordered comes back in minutes. */
const EVERY_MS = 2_000;
/** How long a claim lasts: 120 s, the 30 s that a statement may take for each of the four, so that a living worker always settles first. */
const LEASE_SECONDS = 120;
/** Expired orders deleted in one transaction. */
const EXPIRED_AT_MOST = 100;

/**
 * One round: what has expired is forgotten, then what waits is worked, one after another. The rows are all there is: any process goes on where
 * another has died, as soon as its lease has ended.
 */
export async function workCareOrders(ports: CareOrderPorts): Promise<void> {
  await forgetExpired(ports);
  for (;;) {
    const now = ports.clock.now();
    const claim = await claimOrder(ports.database.db, now, now.add({ seconds: LEASE_SECONDS }));
    if (claim === undefined) return;
    // It is claimed until its lease ends: the round goes on with the next.
    await work(ports, claim).catch((error: unknown) => ports.log.error({ err: error, orderId: claim.id }, 'an order could not be worked'));
  }
}

async function work({ database, keys, facts, clock }: CareOrderPorts, claim: OrderClaim): Promise<void> {
  const key = await keys.open(database.db, claim.id);
  // It expired meanwhile.
  if (key === undefined) return;
  const listed = unsealPeople(key, claim.id, claim.listed);
  if (listed === undefined) throw new Error('the people of an order do not open under its key');
  const people = listed.split(',').map((text) => {
    const code = parsePersonalCode(text);
    if (code === undefined) throw new Error('an order holds a personal code that is none');
    return code;
  });
  const carers = await facts.carersAmong(people, claim.period);
  const result = sealResult(key, claim.id, carersFile(people.map((code) => carers.get(code))));
  await database.transaction(async (tx) => {
    const at = clock.now();
    if (!(await settleOrder(tx, claim, result, at.add({ hours: KEPT_DAYS * 24 })))) return;
    await appendAudit(tx, {
      action: 'CARE_ORDER_WORKED',
      at,
      system: 'services',
      object: { type: 'care-order', id: claim.id },
      outcome: 'DONE',
      details: { people: people.length, found: carers.size },
    });
  });
}

/** An order that could not be worked in its time is given up with the rest: the codes of its people may not lie here for ever. */
async function forgetExpired({ database, keys, clock, log }: CareOrderPorts): Promise<void> {
  const expired = await database.transaction(async (tx) => {
    const at = clock.now();
    const gone = await deleteExpired(tx, at, EXPIRED_AT_MOST);
    for (const { id, state } of gone) {
      await keys.destroy(tx, id);
      await appendAudit(tx, {
        action: 'CARE_ORDER_EXPIRED',
        at,
        system: 'services',
        object: { type: 'care-order', id },
        outcome: 'DONE',
        details: { worked: state === 'READY' },
      });
    }
    return gone;
  });
  for (const { id } of expired.filter(({ state }) => state === 'ORDERED'))
    log.error({ orderId: id }, 'an order expired before it could be worked');
}

/** Works orders from time to time until the returned function is called, which waits for a round under way. */
export function startCareOrders(ports: CareOrderPorts): () => Promise<void> {
  return startRounds(
    EVERY_MS,
    () => workCareOrders(ports),
    (error) => ports.log.error({ err: error }, 'a round of care orders failed'),
  );
}

export const careOrderMetricCatalogue = defineMetrics({
  oldest: {
    type: 'gauge',
    name: 'star_care_order_oldest_seconds',
    help: 'Age of the oldest mass order of another register that waits: above some minutes it cannot be worked',
    labels: {},
  },
});

/** So that an order which cannot be worked is seen before its asker calls. */
export function careOrderMetrics(metrics: Metrics, { database, clock }: Pick<CareOrderPorts, 'database' | 'clock'>): void {
  metrics.gauge(careOrderMetricCatalogue.oldest, async (gauge) => {
    const oldest = await oldestOrder(database.db);
    gauge.set({}, oldest === undefined ? 0 : (clock.now().epochMilliseconds - oldest.epochMilliseconds) / 1000);
  });
}
