import { type Clock, newId, Temporal, ZONE } from '../platform/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import { recordActions } from '../register/proceedings/index.ts';
import type { QueryType, Reading } from '../registries/index.ts';
import type { Turn, Tx } from '../storage/index.ts';
import { turnAt } from './enqueue.ts';
import { findPermit } from './permit-store.ts';
import type { Query } from './query.ts';
import { insertAgain } from './store.ts';
import type { QueryWatch } from './watch.ts';

/** 5:00 in Tallinn, and so many seconds more: what is due on the same day does not leave in the same minute, and is there by morning. */
const FROM_HOUR = 5;
const SPREAD_SECONDS = 7_200;

export interface AgainPorts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly watch: Pick<QueryWatch, 'planning'>;
}

/** From which day a register's answer will be whole; undefined when it is now, or never says. */
export function dueFrom(reading: Reading<unknown>): Temporal.PlainDate | undefined {
  const from = reading.state === 'NOT_YET_DUE' || reading.state === 'PARTIAL' ? reading.from : undefined;
  return from === undefined ? undefined : Temporal.PlainDate.from(from);
}

/**
 * Plans the same question for the day on which its answer is due, under the permit it was asked with: the worker need not remember. It is
 * checked again when it leaves, and falls with the proceeding like all that waits. Gives the turn that it needs; undefined when it is planned already.
 */
export async function planAgain(
  ports: AgainPorts,
  tx: Tx,
  query: Query,
  type: QueryType,
  from: Temporal.PlainDate,
): Promise<Turn | undefined> {
  const dueAt = from
    .toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from({ hour: FROM_HOUR }) })
    .add({ seconds: Math.floor(ports.random() * SPREAD_SECONDS) })
    .toInstant();
  const id = newId();
  const [planned, permit] = await Promise.all([
    insertAgain(tx, query.id, { id, dueAt, class: 'PLANNED', traceParent: ports.watch.planning(query) }),
    findPermit(tx, query.permitId),
  ]);
  if (!planned || permit === undefined) return undefined;
  const at = ports.clock.now();
  await Promise.all([
    recordActions(tx, [
      {
        proceedingId: query.proceedingId,
        kind: 'QUERY',
        origin: 'AUTOMATIC',
        performedBy: permit.userId,
        text: `${type.name.et} kordub ${from.toString()}: andmed ei ole veel täielikud`,
        refs: { queryId: id },
        at,
      },
    ]),
    appendAudit(tx, {
      action: 'QUERY_PLANNED',
      at,
      system: 'worker',
      object: { type: 'query', id },
      clientId: query.clientId,
      proceedingId: query.proceedingId,
      outcome: 'DONE',
      details: { type: type.code, dueAt: dueAt.toString(), after: query.id, permit: query.permitId },
    }),
  ]);
  return turnAt(query, dueAt, at);
}
