import { type Temporal, together } from '../platform/index.ts';
import { type AuditLine, appendAuditLines } from '../register/audit/index.ts';
import type { Commit, Database, JobQueue, Turn, Tx } from '../storage/index.ts';
import { type AgainPorts, dueFrom, planAgain } from './again.ts';
import { type AnswerPorts, cacheShown, keepStorable, type NewAnswer, sealAnswers } from './answers.ts';
import { endAttempt, noneHasRun } from './attempt-store.ts';
import type { Order } from './departure.ts';
import { turnAt } from './enqueue.ts';
import type { Carried } from './message.ts';
import { settleQuery } from './store.ts';
import type { Verdict } from './verdict.ts';
import { mayHaveRun } from './write-verdict.ts';

/** What has come of an order. */
export interface Outcome {
  readonly order: Order;
  readonly carried: Carried<unknown>;
  readonly verdict: Verdict;
  readonly at: Temporal.Instant;
}

export interface SettlePorts extends AnswerPorts, AgainPorts {
  readonly database: Database;
  readonly queue: JobQueue;
}

/** Outcomes that are settled in one transaction: more of them would make each wait longer than it saves. */
const OUTCOMES_AT_MOST = 32;
/** One transaction is at the disk while the next is made. */
const TRANSACTIONS_AT_A_TIME = 2;

/**
 * Settles what has come of an order, if its claim is still the latest; false when it is not. The answer is kept, the attempt ended and the audit line
 * written with it or not at all. What comes at the same moment shares a transaction: its statements, and the wait for the disk, are paid once. Nobody
 * waits for another's query, or fails with it: such an outcome is settled again alone.
 */
export function settling(ports: SettlePorts): (outcome: Outcome) => Promise<boolean> {
  const shared = together<Outcome, boolean>(
    (outcomes) => ports.database.transaction((tx, commit) => settleAll(ports, tx, commit, outcomes, 'LEAVE')),
    { atMost: OUTCOMES_AT_MOST, atATime: TRANSACTIONS_AT_A_TIME },
  );
  const alone = async (outcome: Outcome) => {
    const [settled = false] = await ports.database.transaction((tx, commit) => settleAll(ports, tx, commit, [outcome], 'WAIT'));
    return settled;
  };
  return async (outcome) => {
    // Also after a transaction of which nobody knows whether it was committed: what is settled is not settled twice.
    const settled = await shared(outcome).catch(() => false);
    return settled || (await alone(outcome));
  };
}

async function settleAll(
  ports: SettlePorts,
  tx: Tx,
  commit: Commit,
  outcomes: readonly Outcome[],
  whenBusy: 'WAIT' | 'LEAVE',
): Promise<readonly boolean[]> {
  const answering = outcomes.filter(({ verdict }) => verdict.state === 'ANSWERED').map(({ order }) => order.query.proceedingId);
  // In this order: whoever closes a proceeding changes its queries before its key, so there is one for what could be settled.
  const [settled, , keys] = await Promise.all([
    Promise.all(outcomes.map((outcome) => settleOne(tx, outcome, whenBusy))),
    Promise.all(outcomes.map((outcome) => endOne(tx, outcome))),
    ports.keys.openAll(tx, [...new Set(answering)]),
  ]);
  const done = outcomes.filter((_outcome, n) => settled[n]);
  const answers = sealAnswers(keys, done.flatMap(answerOf));
  await cacheShown(ports.cache, answers);
  const waiting = done.filter(needsTurn);
  const [turns] = await Promise.all([
    Promise.all(waiting.map((outcome) => turnOf(ports, tx, outcome))),
    appendAuditLines(tx, done.flatMap(auditLineOf)),
    keepStorable(tx, answers),
    ...done.map(({ order, verdict }) => ('cameToNothing' in verdict ? noneHasRun(tx, order.query.id) : undefined)),
    waiting.length === 0 ? commit() : undefined,
  ]);
  const wanted = turns.filter((turn) => turn !== undefined);
  if (wanted.length > 0) await ports.queue.add(tx, wanted);
  return settled;
}

function settleOne(tx: Tx, { order: { query }, verdict, at }: Outcome, whenBusy: 'WAIT' | 'LEAVE'): Promise<boolean> {
  const { state } = verdict;
  const why = verdict.state === 'ANSWERED' ? { answerState: verdict.answerState } : { code: verdict.code };
  const until = verdict.state === 'RETRY_WAIT' ? { notBefore: verdict.notBefore } : {};
  return settleQuery(tx, query, { state, at, ...why, ...until }, whenBusy);
}

function endOne(tx: Tx, { order: { query }, carried, verdict, at }: Outcome): Promise<void> {
  const { requestHash, responseBytes, securityServer } = carried.evidence;
  return endAttempt(tx, query, {
    requestHash,
    receivedAt: at,
    responseBytes,
    securityServer,
    outcome: verdict.state,
    code: verdict.state === 'ANSWERED' ? undefined : (verdict.cause ?? verdict.code),
    detail: verdict.state === 'ANSWERED' ? undefined : verdict.detail,
    mayHaveRun: mayHaveRun(carried),
  });
}

function answerOf({ order: { query, type }, verdict }: Outcome): readonly NewAnswer[] {
  return verdict.state === 'ANSWERED' ? [{ query, type, reading: verdict.reading }] : [];
}

/** Whether the query leaves again, or the same question later: the answer is not whole yet. */
function needsTurn({ verdict }: Outcome): boolean {
  return verdict.state === 'RETRY_WAIT' || (verdict.state === 'ANSWERED' && dueFrom(verdict.reading) !== undefined);
}

async function turnOf(ports: SettlePorts, tx: Tx, { order: { query, type }, verdict, at }: Outcome): Promise<Turn | undefined> {
  if (verdict.state === 'RETRY_WAIT') return turnAt(query, verdict.notBefore, at);
  const from = verdict.state === 'ANSWERED' ? dueFrom(verdict.reading) : undefined;
  return from && planAgain(ports, tx, query, type, from);
}

/** What the log says of a query that has come to one of these states. */
const ENDED = { ANSWERED: 'QUERY_ANSWERED', FAILED: 'QUERY_ENDED', FAULTED: 'QUERY_ENDED', HELD: 'WRITE_HELD' } as const;

/** The line of a query that has come to its end; none while it waits to leave again. */
function auditLineOf({ order: { query, type, errand }, carried, verdict, at }: Outcome): readonly AuditLine[] {
  if (verdict.state === 'RETRY_WAIT') return [];
  const { xRoadId, requestHash, requestHashVerified } = carried.evidence;
  return [
    {
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
        xRoadId,
        requestHash: requestHash ?? null,
        ...(requestHashVerified === undefined ? {} : { requestHashVerified }),
        ...(errand.purpose === 'ASK' ? {} : { by: errand.purpose }),
      },
    },
  ];
}
