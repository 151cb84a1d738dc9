import { type Log, Temporal } from '../platform/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import type { WriteSettings } from '../registries/index.ts';
import { type Commit, type Database, isOfTheData, type Tx } from '../storage/index.ts';
import type { XRoadClient } from '../xroad/index.ts';
import { dueFrom, planAgain } from './again.ts';
import { type AnswerPorts, sealInCache } from './answers.ts';
import { endAttempt, noneHasRun } from './attempt-store.ts';
import type { Controls } from './controls.ts';
import { enqueueAt } from './enqueue.ts';
import type { QueryEvents } from './events.ts';
import type { Closed, Gate } from './gate.ts';
import { keepAnswer } from './kept-answer-store.ts';
import type { Carried } from './message.ts';
import { type Order, type OrderPorts, takeOrder } from './order.ts';
import { putAside } from './put-aside.ts';
import type { Query } from './query.ts';
import type { Shadows } from './shadow/index.ts';
import { settleQuery } from './store.ts';
import { postponeNext, type Taking, wakeDue } from './turn-store.ts';
import type { UnderWay } from './under-way.ts';
import { isTechnicalFailure, judge, type Verdict } from './verdict.ts';
import type { QueryWatch } from './watch.ts';
import { judgeReadBack, judgeWrite, mayHaveRun } from './write-verdict.ts';

/** Lots are drawn by one of so many numbers. */
const SALTS = 2 ** 31;
/** Over how long queries that waited for a register return: 5 s. */
const SPREAD_MS = 5000;

export interface SendPorts extends AnswerPorts, OrderPorts {
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
 * A turn at a register, steps 6-9 of a query's life: claim whose turn it is, re-check the permit, send, read, keep. Safe to call at any time and
 * from several workers: what is not due is left alone, and only the latest claim may settle.
 */
export async function send(ports: SendPorts, registry: string): Promise<void> {
  const taking = (): Taking => ({ registry, now: ports.clock.now(), salt: Math.floor(ports.random() * SALTS) });
  const leave = ports.gate.enter(registry);
  if (!leave.ok) {
    await ports.database.transaction((tx) => putOff(ports, tx, taking(), leave.error));
    return;
  }
  using pass = leave.value;
  const order = await takenOrPutAside(ports, taking());
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
  const sealed = verdict.state === 'ANSWERED' ? await sealInCache(ports, ports.database.db, query, type, verdict.reading) : undefined;
  const settled = await ports.database.transaction((tx, commit) => settle(ports, tx, commit, order, { carried, verdict, sealed, at }));
  ports.watch.settled(query, verdict);
  if (!settled) return;
  ports.events.publish({
    proceedingId: query.proceedingId,
    queryId: query.id,
    state: verdict.state,
    answerState: verdict.state === 'ANSWERED' ? verdict.answerState : null,
  });
  if (verdict.state === 'ANSWERED') ports.shadows.follow(query, type, verdict.reading);
}

/**
 * Claims the query whose turn it is. One of which no message can be made, because its row or what stands behind it is not as any program would have
 * left it, is put aside for an operator: left where it is, it would take every turn after this one too.
 */
async function takenOrPutAside(ports: SendPorts, taking: Taking): Promise<Order | undefined> {
  let query: Query | undefined;
  try {
    return await ports.database.transaction((tx, commit) =>
      takeOrder(ports, tx, commit, taking, (claimed) => {
        query = claimed;
      }),
    );
  } catch (error) {
    // Where the database is away or has too much to do, whose turn it was is not to blame.
    if (query === undefined || !isOfTheData(error)) throw error;
    const { id } = query;
    ports.log.error({ queryId: id, err: error }, 'no message can be made of a query; it is put aside');
    await ports.database.transaction((tx) => putAside(ports, tx, id));
    return undefined;
  }
}

interface CarriedOut {
  readonly carried: Carried<unknown>;
  readonly verdict: Verdict;
  readonly at: Temporal.Instant;
  /** Its query was cancelled meanwhile. */
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
    return { carried, verdict, at: attempt.now, cut: signal.aborted };
  }
  const carried = await errand.message.carry(ports.xroad, signal);
  const attempt = made();
  const verdict = write === undefined ? judge(carried, attempt) : judgeWrite(carried, attempt, write.readBack !== undefined);
  return { carried, verdict, at: attempt.now, cut: signal.aborted };
}

/** While its register is not to be asked a query waits without an attempt being counted. */
async function putOff(ports: SendPorts, tx: Tx, taking: Taking, { code, until }: Closed): Promise<void> {
  const notBefore = spread(until, ports.random());
  const [, query] = await Promise.all([wakeDue(tx, taking), postponeNext(tx, taking, notBefore, code)]);
  if (query !== undefined) await enqueueAt(ports.queue, tx, query, notBefore, ports.clock.now());
}

/** Queries that waited for one register come back over some seconds, not at once. */
function spread(from: Temporal.Instant, random: number): Temporal.Instant {
  return from.add({ milliseconds: Math.ceil(random * SPREAD_MS) });
}

/** What the log says of a query that has come to one of these states. */
const ENDED = { ANSWERED: 'QUERY_ANSWERED', FAILED: 'QUERY_ENDED', FAULTED: 'QUERY_ENDED', HELD: 'WRITE_HELD' } as const;

/**
 * Writes the verdict, if this claim is still the latest; false when it is not. The answer is kept, the attempt ended and the audit line written
 * with it or not at all.
 */
async function settle(
  ports: SendPorts,
  tx: Tx,
  commit: Commit,
  { query, type, errand }: Order,
  { carried, verdict, sealed, at }: Omit<CarriedOut, 'cut'> & { readonly sealed: Uint8Array | undefined },
): Promise<boolean> {
  const { evidence } = carried;
  const [settled] = await Promise.all([
    settleQuery(tx, query, {
      state: verdict.state,
      at,
      ...(verdict.state === 'ANSWERED' ? { answerState: verdict.answerState } : { code: verdict.code }),
      ...(verdict.state === 'RETRY_WAIT' ? { notBefore: verdict.notBefore } : {}),
    }),
    endAttempt(tx, query, {
      requestHash: evidence.requestHash,
      receivedAt: at,
      responseBytes: evidence.responseBytes,
      securityServer: evidence.securityServer,
      outcome: verdict.state,
      code: verdict.state === 'ANSWERED' ? undefined : (verdict.cause ?? verdict.code),
      detail: verdict.state === 'ANSWERED' ? undefined : verdict.detail,
      mayHaveRun: mayHaveRun(carried),
    }),
  ]);
  if (!settled) return false;
  if (verdict.state !== 'ANSWERED' && verdict.cameToNothing) await noneHasRun(tx, query.id);
  if (verdict.state === 'RETRY_WAIT') {
    await enqueueAt(ports.queue, tx, query, verdict.notBefore, at);
    return true;
  }
  const audited = appendAudit(tx, {
    action: ENDED[verdict.state],
    at,
    system: 'worker',
    object: { type: 'query', id: query.id },
    clientId: query.clientId,
    proceedingId: query.proceedingId,
    outcome: 'DONE',
    ...(verdict.state === 'ANSWERED' ? {} : { code: verdict.code }),
    details: {
      type: type.code,
      state: verdict.state === 'ANSWERED' ? verdict.answerState : verdict.state,
      xRoadId: evidence.xRoadId,
      requestHash: evidence.requestHash ?? null,
      ...(evidence.requestHashVerified === undefined ? {} : { requestHashVerified: evidence.requestHashVerified }),
      ...(errand.purpose === 'ASK' ? {} : { by: errand.purpose }),
    },
  });
  const kept = sealed !== undefined && type.storage.class === 'STORABLE' ? keepAnswer(tx, query.id, sealed) : undefined;
  const from = verdict.state === 'ANSWERED' ? dueFrom(verdict.reading) : undefined;
  if (from !== undefined) await planAgain(ports, tx, query, type, from);
  await Promise.all([audited, kept, commit()]);
  return true;
}
