import { type Log, Temporal, together } from '../platform/index.ts';
import type { WriteSettings } from '../registries/index.ts';
import { type Database, isOfTheData, type Tx } from '../storage/index.ts';
import type { XRoadClient } from '../xroad/index.ts';
import type { Controls } from './controls.ts';
import type { Order } from './departure.ts';
import { enqueueAt } from './enqueue.ts';
import type { QueryEvents } from './events.ts';
import type { Closed, Gate } from './gate.ts';
import type { Carried } from './message.ts';
import { type OrderPorts, takeOrders } from './order.ts';
import { putAside } from './put-aside.ts';
import type { Query } from './query.ts';
import { type SettlePorts, settling } from './settle.ts';
import type { Shadows } from './shadow/index.ts';
import { postponeNext, type Taking, wakeDue } from './turn-store.ts';
import type { UnderWay } from './under-way.ts';
import { isTechnicalFailure, judge, type Verdict } from './verdict.ts';
import type { QueryWatch } from './watch.ts';
import { judgeReadBack, judgeWrite } from './write-verdict.ts';

/** Lots are drawn by one of so many numbers. */
const SALTS = 2 ** 31;
/** Over how long queries that waited for a register return: 5 s. */
const SPREAD_MS = 5000;
/** Turns that are taken in one transaction: more of them would make each wait longer than it saves. */
const TURNS_AT_MOST = 32;
/** One transaction is at the disk while the next is made. */
const TRANSACTIONS_AT_A_TIME = 2;

export interface SendPorts extends SettlePorts, OrderPorts {
  readonly database: Database;
  readonly xroad: XRoadClient;
  readonly gate: Gate;
  readonly controls: Pick<Controls, 'report'>;
  readonly underWay: Pick<UnderWay, 'run'>;
  readonly events: QueryEvents;
  readonly shadows: Shadows;
  readonly watch: QueryWatch;
  readonly log: Log;
  readonly random: () => number;
  readonly writes: WriteSettings;
}

/**
 * Makes what is done at a turn at a register, steps 6-9 of a query's life: claim whose turn it is, re-check the permit, send, read, keep. Safe to call
 * at any time and from several workers: what is not due is left alone, and only the latest claim may settle. Turns that come at the same moment are
 * taken together, at whichever registers.
 */
export function sending(ports: SendPorts): (registry: string) => Promise<void> {
  const [take, settle] = [takingTurns(ports), settling(ports)];
  return async (registry) => {
    const taking = (): Taking => ({ registry, salt: Math.floor(ports.random() * SALTS) });
    const leave = ports.gate.enter(registry);
    if (!leave.ok) {
      await ports.database.transaction((tx) => putOff(ports, tx, taking(), leave.error));
      return;
    }
    using pass = leave.value;
    const order = await take(taking());
    if (order === undefined) return;
    const { query, type } = order;
    // A worker that was stopped for a while and goes on: the sweeper has given the query to another, or is about to.
    if (Temporal.Instant.compare(ports.clock.now(), order.leavesBefore) > 0) return;
    ports.watch.claimed(query, ports.clock.now());
    const began = performance.now();
    const { carried, verdict, at, cut } = await ports.watch.exchange(query, () =>
      ports.underWay.run(query.id, (signal) => carryOut(ports, order, signal)),
    );
    // What we cut ourselves says nothing of the register.
    if (!cut) {
      const outcome = isTechnicalFailure(carried) ? 'TECHNICAL_FAILURE' : 'ANSWERED';
      pass.report(outcome);
      ports.controls.report(registry, outcome, performance.now() - began);
    }
    const settled = await settle({ order, carried, verdict, at });
    ports.watch.settled(query, verdict);
    if (!settled) return;
    ports.events.publish({
      proceedingId: query.proceedingId,
      queryId: query.id,
      state: verdict.state,
      answerState: verdict.state === 'ANSWERED' ? verdict.answerState : null,
    });
    if (verdict.state === 'ANSWERED') ports.shadows.follow(query, type, verdict.reading);
  };
}

/**
 * Claims the query whose turn it is, in a transaction that is shared with the turns that come at the same moment; where that comes to nothing because of
 * one of them, each is taken alone.
 */
function takingTurns(ports: SendPorts): (taking: Taking) => Promise<Order | undefined> {
  const shared = together<Taking, Order | undefined>(
    (takings) => ports.database.transaction((tx, commit) => takeOrders(ports, tx, commit, takings, () => undefined)),
    { atMost: TURNS_AT_MOST, atATime: TRANSACTIONS_AT_A_TIME },
  );
  return (taking) => shared(taking).catch(() => takenOrPutAside(ports, taking));
}

/**
 * Claims the query whose turn it is. One of which no message can be made, because its row or what stands behind it is not as any program would have
 * left it, is put aside for an operator: left where it is, it would take every turn after this one too. Of two turns that come upon it one puts it
 * aside, and the other goes on to the next, for which there would be no turn else.
 */
async function takenOrPutAside(ports: SendPorts, taking: Taking): Promise<Order | undefined> {
  let query: Query | undefined;
  try {
    const [order] = await ports.database.transaction((tx, commit) =>
      takeOrders(ports, tx, commit, [taking], ([claimed]) => {
        query = claimed;
      }),
    );
    return order;
  } catch (error) {
    // Where the database is away or has too much to do, whose turn it was is not to blame.
    if (query === undefined || !isOfTheData(error)) throw error;
    const { id } = query;
    ports.log.error({ queryId: id, err: error }, 'no message can be made of a query; it is put aside');
    const wasItsTurn = await ports.database.transaction((tx) => putAside(ports, tx, id));
    return wasItsTurn ? undefined : takenOrPutAside(ports, taking);
  }
}

interface CarriedOut {
  readonly carried: Carried<unknown>;
  readonly verdict: Verdict;
  readonly at: Temporal.Instant;
  /** Its query was cancelled meanwhile, or this process is stopping. */
  readonly cut: boolean;
}

/** Sends the message and judges what comes of it: of a read, of a write, or of a look whether a write was carried out. */
async function carryOut(ports: SendPorts, { query, type, question, errand }: Order, signal: AbortSignal): Promise<CarriedOut> {
  const { write } = type;
  const made = () => ({ attempt: query.attempt, askedAt: query.askedAt, now: ports.clock.now(), random: ports.random() });
  if (errand.purpose === 'READ_BACK') {
    const carried = await errand.message.carry(ports.xroad, signal);
    const attempt = made();
    const verdict = judgeReadBack(carried, attempt, errand.lost, () => write?.recordOf(question, 'READ_BACK'));
    return { carried, verdict, at: attempt.now, cut: wasCut(carried, signal) };
  }
  const carried = await errand.message.carry(ports.xroad, signal);
  const attempt = made();
  const verdict = write === undefined ? judge(carried, attempt) : judgeWrite(carried, attempt, write.readBack !== undefined);
  return { carried, verdict, at: attempt.now, cut: wasCut(carried, signal) };
}

function wasCut(carried: Carried<unknown>, signal: AbortSignal): boolean {
  return signal.aborted || (carried.kind === 'failed' && carried.code === 'CLOSED');
}

/** While its register is not to be asked a query waits without an attempt being counted. */
async function putOff(ports: SendPorts, tx: Tx, taking: Taking, { code, until }: Closed): Promise<void> {
  const [now, notBefore] = [ports.clock.now(), spread(until, ports.random())];
  const [, query] = await Promise.all([wakeDue(tx, taking.registry, now), postponeNext(tx, taking, notBefore, code)]);
  if (query !== undefined) await enqueueAt(ports.queue, tx, query, notBefore, now);
}

/** Queries that waited for one register come back over some seconds, not at once. */
function spread(from: Temporal.Instant, random: number): Temporal.Instant {
  return from.add({ milliseconds: Math.ceil(random * SPREAD_MS) });
}
