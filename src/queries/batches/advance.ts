import { defineMetrics, type Metrics, Temporal } from '../../platform/index.ts';
import { type AuditLine, appendAudit, appendAuditLines } from '../../register/audit/index.ts';
import type { BatchType } from '../../registries/index.ts';
import type { Tx } from '../../storage/index.ts';
import { type ExchangeOutcome, formatServiceId, type PreparedRequest } from '../../xroad/index.ts';
import { addressed } from '../addressed.ts';
import { findBlocked } from '../contracts/index.ts';
import { LEASE_SECONDS } from '../departure.ts';
import type { SendPorts } from '../send.ts';
import { isTechnicalFailure } from '../verdict.ts';
import type { BatchPermit, LostState } from './batch.ts';
import { endExchange, endLostExchanges, insertExchange } from './exchange-store.ts';
import { drop, keep } from './keep.ts';
import { lineOf } from './line.ts';
import { type NextStep, nextStep } from './next-step.ts';
import { findBatchPermit } from './permit-store.ts';
import { markAsked } from './person-store.ts';
import { purposeOf } from './purpose.ts';
import { sealList } from './sealed-reading.ts';
import { type Claim, claimBatch, keepList, type Settlement, settleBatch } from './store.ts';
import type { BatchVerdict } from './verdict.ts';

/** Answers are kept so many days for the workers to read: a week in which somebody may be ill. */
const KEPT_DAYS = 7;

/** 15 min between two looks whether a broken contract has been mended or accepted: well within the hours that a ticket lives. */
const BLOCKED_MINUTES = 15;

export interface BatchPorts extends Pick<SendPorts, 'database' | 'xroad' | 'addresses' | 'gate' | 'keys' | 'clock' | 'random' | 'log'> {
  readonly metrics: BatchMetrics;
}

export type BatchMetrics = ReturnType<typeof batchMetrics>;

export const batchMetricCatalogue = defineMetrics({
  exchanges: {
    type: 'counter',
    name: 'star_batch_exchanges_total',
    help: 'Exchanges of mass orders, by the state they led to. `VOID`: taken for lost before it was answered',
    labels: { type: 'mass services of the catalogue', state: 'states of a mass order, `VOID`' },
  },
});

export function batchMetrics(metrics: Metrics) {
  return { exchanges: metrics.counter(batchMetricCatalogue.exchanges) };
}

/** A claimed batch and the message that takes it one step on. */
interface Step {
  readonly claim: Claim;
  readonly type: BatchType;
  readonly permit: BatchPermit;
  readonly next: NextStep;
  /** Whom the message names, where it orders. */
  readonly positions: readonly number[];
  readonly request: PreparedRequest;
}

/**
 * Takes a due batch one exchange on: submits it, or looks for its file and takes it. Safe to call for any id at any time and from several
 * processes: one has it at a time, and only the latest claim may settle. A ticket is kept in the transaction in which its submission is settled.
 */
export async function advance(ports: BatchPorts, id: string, registry: string): Promise<void> {
  const leave = ports.gate.enter(registry);
  // Still due: the next round asks for leave again.
  if (!leave.ok) return;
  using pass = leave.value;
  const step = await ports.database.transaction((tx) => take(ports, tx, id));
  if (step === undefined) return;
  const { type, next, request } = step;
  const outcome = await ports.xroad.exchange(request, { deadlineMs: type.deadlineSeconds * 1000 });
  pass.report(isTechnicalFailure(outcome) ? 'TECHNICAL_FAILURE' : 'ANSWERED');
  const verdict = next.judge(outcome, { now: ports.clock.now(), random: ports.random() });
  const settled = await ports.database.transaction((tx) => settle(ports, tx, step, outcome, verdict));
  ports.metrics.exchanges.inc({ type: type.code, state: settled ? verdict.state : 'VOID' });
}

/** Claims the batch, holds everybody in it against their purpose once more, and prepares the message. */
async function take(ports: BatchPorts, tx: Tx, id: string): Promise<Step | undefined> {
  const now = ports.clock.now();
  const claim = await claimBatch(tx, id, now, now.add({ seconds: LEASE_SECONDS }));
  if (claim === undefined) return undefined;
  const [permit, lost, blocked] = await Promise.all([findBatchPermit(tx, id), endLostExchanges(tx, claim), findBlocked(tx)]);
  await appendAuditLines(
    tx,
    lost.map((attempt) => lineOf(claim, 'BATCH_ATTEMPT_LOST', now, { attempt, state: claim.state })),
  );
  const purpose = await purposeOf(ports, tx, claim, permit);
  await drop(tx, claim, now, purpose.refused);
  if (!purpose.holds) {
    await end(ports, tx, claim, 'CANCELLED', purpose.code);
    return undefined;
  }
  const { type, asker, order, positions } = purpose;
  if (blocked.has(type.code)) {
    await waitForContract(ports, tx, claim, now);
    return undefined;
  }
  const next = nextStep(type, claim, order);
  const from = { personalCode: asker.personalCode, issue: claim.id };
  const request = next.message.ok
    ? addressed(ports.addresses, next.to, from, next.message.value.body, next.message.value.attachments)
    : next.message;
  if (!request.ok) {
    await end(ports, tx, claim, 'FAILED', request.error.code);
    return undefined;
  }
  const { header, requestHash, bytes } = request.value;
  await insertExchange(tx, claim, {
    xRoadId: header.id,
    service: formatServiceId(header.service),
    requestHash,
    requestBytes: bytes.byteLength,
    at: now,
  });
  return { claim, type, permit, next, positions, request: request.value };
}

/** Writes the verdict, if this claim is still the latest: what was learnt, the exchange's end and the lines of the log, together or not at all. */
async function settle(ports: BatchPorts, tx: Tx, step: Step, outcome: ExchangeOutcome, verdict: BatchVerdict): Promise<boolean> {
  const { claim, permit, type } = step;
  const { evidence } = outcome;
  const at = ports.clock.now();
  const settled = await settleBatch(tx, claim, settlementOf(verdict, type, at));
  const code = 'code' in verdict ? verdict.code : null;
  await endExchange(tx, claim, {
    at,
    responseBytes: evidence.responseBytes,
    securityServer: evidence.securityServer,
    outcome: settled ? verdict.state : 'VOID',
    code,
    detail: 'detail' in verdict ? verdict.detail : undefined,
  });
  const details = {
    type: permit.typeCode,
    state: claim.state,
    attempt: claim.attempt,
    xRoadId: evidence.xRoadId,
    requestHash: evidence.requestHash,
    ...(verdict.state === 'LISTED' ? { people: verdict.people.length } : {}),
    ...(verdict.state === 'FETCHED' ? { people: verdict.readings.size, passedOver: verdict.passedOver } : {}),
  };
  const line = lineOf(claim, settled ? ACTIONS[verdict.state] : 'BATCH_ANSWER_VOID', at, details);
  await appendAudit(tx, code === null ? line : { ...line, code });
  if (!settled) return false;
  if (verdict.state === 'SUBMITTED') await markAsked(tx, claim.id, step.positions);
  if (verdict.state === 'LISTED') await seal(ports, tx, claim, verdict.people);
  if (verdict.state === 'FETCHED') await keep(ports.keys, tx, { claim, type, permit, at }, verdict.readings);
  if (verdict.state === 'FAILED' || verdict.state === 'EXPIRED') await ports.keys.destroy(tx, claim.id);
  return true;
}

const ACTIONS = {
  SUBMITTED: 'BATCH_SUBMITTED',
  LISTED: 'BATCH_LISTED',
  FETCHED: 'BATCH_FETCHED',
  WAITS: 'BATCH_WAITS',
  FAILED: 'BATCH_ENDED',
  EXPIRED: 'BATCH_ENDED',
} as const satisfies Record<BatchVerdict['state'], string>;

function settlementOf(verdict: BatchVerdict, { registry }: BatchType, at: Temporal.Instant): Settlement {
  if (verdict.state === 'FETCHED') return { state: 'FETCHED', at, keepUntil: at.add({ hours: KEPT_DAYS * 24 }) };
  return verdict.state === 'LISTED' ? { state: 'SUBMITTED', ticket: null, registry, dueAt: at } : verdict;
}

/** Residents who were listed lie sealed until they have been asked about. */
async function seal(
  { keys }: BatchPorts,
  tx: Tx,
  { id }: Claim,
  people: Extract<BatchVerdict, { state: 'LISTED' }>['people'],
): Promise<void> {
  await keys.create(tx, id);
  const key = await keys.open(tx, id);
  if (key === undefined) throw new Error('a data key was made and is not there');
  await keepList(tx, id, sealList(key, id, people));
}

/**
 * A register has broken the contract: nothing is sent until it is mended or accepted. Unlike a query, which is retried from the console, an order waits
 * for that by itself, and keeps its ticket, as long as it would have waited for its file.
 */
async function waitForContract(ports: BatchPorts, tx: Tx, claim: Claim, now: Temporal.Instant): Promise<void> {
  const code = 'CONTRACT_BROKEN';
  if (Temporal.Instant.compare(now, claim.giveUpAt) >= 0) return end(ports, tx, claim, 'EXPIRED', code);
  const later = now.add({ minutes: BLOCKED_MINUTES });
  const dueAt = Temporal.Instant.compare(later, claim.giveUpAt) < 0 ? later : claim.giveUpAt;
  await settleBatch(tx, claim, { state: 'WAITS', dueAt, code, tries: claim.tries - 1 });
  if (claim.code !== code) await appendAudit(tx, notSent(claim, now, code));
}

/** Ends a batch before anything left. */
async function end(ports: BatchPorts, tx: Tx, claim: Claim, state: LostState, code: string): Promise<void> {
  await settleBatch(tx, claim, { state, code });
  await ports.keys.destroy(tx, claim.id);
  await appendAudit(tx, notSent(claim, ports.clock.now(), code));
}

function notSent(claim: Claim, at: Temporal.Instant, code: string): AuditLine {
  const line = lineOf(claim, 'BATCH_NOT_SENT', at, { type: claim.typeCode, state: claim.state });
  return { ...line, outcome: 'REFUSED', code };
}
