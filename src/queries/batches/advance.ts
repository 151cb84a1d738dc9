import { type Metrics, Temporal, today } from '../../platform/index.ts';
import { appendAuditLines } from '../../register/audit/index.ts';
import { findClients } from '../../register/people/index.ts';
import { type BatchType, findBatchType } from '../../registries/index.ts';
import type { Tx } from '../../storage/index.ts';
import { type ExchangeOutcome, formatServiceId, type PreparedRequest } from '../../xroad/index.ts';
import { LEASE_SECONDS } from '../order.ts';
import type { SendPorts } from '../send.ts';
import { isTechnicalFailure } from '../verdict.ts';
import { addressed } from './addressed.ts';
import type { BatchPermit } from './batch.ts';
import { endExchange, endLostExchanges, insertExchange } from './exchange-store.ts';
import { findAsked, findAwaited, markAsked, type PersonSettled, settlePeople } from './person-store.ts';
import { openSeals } from './sealed-reading.ts';
import { type Standing, standingNow } from './standing.ts';
import { type Claim, claimBatch, findBatchPermit, type Settlement, settleBatch } from './store.ts';
import { type BatchVerdict, judgeCollection, judgeSubmission } from './verdict.ts';

/** Answers are kept so many days for the workers to read: a week in which somebody may be ill. */
const KEPT_DAYS = 7;

export interface BatchPorts extends Pick<SendPorts, 'database' | 'xroad' | 'addresses' | 'breakers' | 'keys' | 'clock' | 'random' | 'log'> {
  readonly metrics: BatchMetrics;
}

export type BatchMetrics = ReturnType<typeof batchMetrics>;

export function batchMetrics(metrics: Metrics) {
  return {
    exchanges: metrics.counter('star_batch_exchanges_total', 'Exchanges of mass orders, by type and the state they led to', [
      'type',
      'state',
    ]),
  };
}

type Order = Parameters<BatchType['submit']['write']>[0];

/** A claimed batch and the message that takes it one step on. */
interface Step {
  readonly claim: Claim;
  readonly type: BatchType;
  readonly permit: BatchPermit;
  readonly order: Order;
  /** Whom the message names, where it orders. */
  readonly positions: readonly number[];
  readonly request: PreparedRequest;
}

/**
 * Takes a due batch one exchange on: submits it, or looks for its file and takes it. Safe to call for any id at any time and from several
 * processes: one has it at a time, and only the latest claim may settle. A ticket is kept in the transaction in which its submission is settled.
 */
export async function advance(ports: BatchPorts, id: string, registry: string): Promise<void> {
  const leave = ports.breakers.enter(registry);
  // Still due: the next round asks for leave again.
  if (leave instanceof Temporal.Instant) return;
  using pass = leave;
  const step = await ports.database.transaction((tx) => take(ports, tx, id));
  if (step === undefined) return;
  const { claim, type, order } = step;
  const outcome = await ports.xroad.exchange(step.request, { deadlineMs: type.deadlineSeconds * 1000 });
  pass.report(isTechnicalFailure(outcome) ? 'TECHNICAL_FAILURE' : 'ANSWERED');
  const moment = { now: ports.clock.now(), random: ports.random() };
  const verdict =
    claim.state === 'ORDERED' ? judgeSubmission(type, claim, outcome, moment) : judgeCollection(type, claim, outcome, order, moment);
  const settled = await ports.database.transaction((tx) => settle(ports, tx, step, outcome, verdict));
  ports.metrics.exchanges.inc({ type: type.code, state: settled ? verdict.state : 'VOID' });
}

/** Claims the batch, holds everybody in it against their purpose once more, and prepares the message. */
async function take(ports: BatchPorts, tx: Tx, id: string): Promise<Step | undefined> {
  const now = ports.clock.now();
  const claim = await claimBatch(tx, id, now, now.add({ seconds: LEASE_SECONDS }));
  if (claim === undefined) return undefined;
  const [permit, awaited, lost] = await Promise.all([findBatchPermit(tx, id), findAwaited(tx, id), endLostExchanges(tx, claim)]);
  await appendAuditLines(
    tx,
    lost.map((attempt) => lineOf(claim, 'BATCH_ATTEMPT_LOST', now, { attempt, state: claim.state })),
  );
  const type = findBatchType(claim.typeCode);
  if (type === undefined) {
    await end(ports, tx, claim, 'CANCELLED', 'QUERY_TYPE_UNKNOWN');
    return undefined;
  }
  const { admitted, refused, asker } = await standingNow(tx, type, permit, awaited);
  await drop(ports, tx, claim, refused);
  if (asker === undefined || admitted.length === 0) {
    await end(ports, tx, claim, 'CANCELLED', refused[0]?.code ?? 'PROCEEDING_CLOSED');
    return undefined;
  }
  const orders = claim.state === 'ORDERED';
  const order: Order = {
    people: orders ? admitted.map(({ subject }) => subject) : await asked(tx, id),
    parameters: permit.parameters,
    today: today(ports.clock),
  };
  const message = orders ? type.submit.write(order) : type.collect.write(claim.ticket ?? '');
  const to = { registry: type.registry, service: orders ? type.submit.service : type.collect.service };
  const from = { personalCode: asker.personalCode, issue: claim.id };
  const request = message.ok ? addressed(ports.addresses, to, from, message.value.body, message.value.attachments) : message;
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
  return { claim, type, permit, order, positions: orders ? admitted.map(({ position }) => position) : [], request: request.value };
}

/** Whom the submitted order names, whatever has become of them since: the file will tell of them too. */
async function asked(tx: Tx, batchId: string): Promise<Order['people']> {
  const people = await findAsked(tx, batchId);
  const clients = await findClients(
    tx,
    people.map(({ clientId }) => clientId),
  );
  return people.flatMap(({ clientId }) => clients.get(clientId)?.personalCode ?? []);
}

/** Writes the verdict, if this claim is still the latest: what was learnt, the exchange's end and the lines of the log, together or not at all. */
async function settle(ports: BatchPorts, tx: Tx, step: Step, outcome: ExchangeOutcome, verdict: BatchVerdict): Promise<boolean> {
  const { claim, permit } = step;
  const { evidence } = outcome;
  const at = ports.clock.now();
  const settled = await settleBatch(tx, claim, settlementOf(verdict, at));
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
    attempt: claim.attempt,
    xRoadId: evidence.xRoadId,
    requestHash: evidence.requestHash,
    ...(verdict.state === 'FETCHED' ? { people: verdict.readings.size, passedOver: verdict.passedOver } : {}),
  };
  const action = settled ? ACTIONS[verdict.state] : 'BATCH_ANSWER_VOID';
  await appendAuditLines(tx, [{ ...lineOf(claim, action, at, { ...details, state: claim.state }), ...(code === null ? {} : { code }) }]);
  if (!settled) return false;
  if (verdict.state === 'SUBMITTED') await markAsked(tx, claim.id, step.positions);
  if (verdict.state === 'FETCHED') await keep(ports, tx, step, verdict.readings);
  return true;
}

const ACTIONS = {
  SUBMITTED: 'BATCH_SUBMITTED',
  FETCHED: 'BATCH_FETCHED',
  WAITS: 'BATCH_WAITS',
  FAILED: 'BATCH_ENDED',
  EXPIRED: 'BATCH_ENDED',
} as const satisfies Record<BatchVerdict['state'], string>;

function settlementOf(verdict: BatchVerdict, at: Temporal.Instant): Settlement {
  return verdict.state === 'FETCHED' ? { state: 'FETCHED', at, keepUntil: at.add({ hours: KEPT_DAYS * 24 }) } : verdict;
}

/** Splits the file into its people and seals each part; whose purpose has ended since the file was looked for is dropped, answer and all. */
async function keep(
  ports: BatchPorts,
  tx: Tx,
  { claim, type, permit }: Step,
  readings: Extract<BatchVerdict, { state: 'FETCHED' }>['readings'],
): Promise<void> {
  await ports.keys.create(tx, claim.id);
  const { admitted, refused } = await standingNow(tx, type, permit, await findAwaited(tx, claim.id));
  const seals = await openSeals(
    ports.keys,
    tx,
    claim.id,
    admitted.map(({ proceedingId }) => proceedingId),
  );
  const settled = admitted.map((person): PersonSettled => {
    const reading = readings.get(person.subject);
    if (reading === undefined) return { position: person.position, outcome: 'UNANSWERED', code: null, sealed: null };
    const sealed = seals.seal(person, reading);
    if (sealed === undefined) throw new Error('an open proceeding has no data key');
    return { position: person.position, outcome: reading.state, code: null, sealed };
  });
  await settlePeople(tx, claim.id, settled);
  const at = ports.clock.now();
  await appendAuditLines(
    tx,
    admitted.map(({ clientId, proceedingId }, n) => ({
      ...lineOf(claim, 'BATCH_PERSON_ANSWERED', at, { type: claim.typeCode, state: settled[n]?.outcome ?? null }),
      clientId,
      proceedingId,
    })),
  );
  await drop(ports, tx, claim, refused);
}

/** People whose purpose has ended: nothing is asked or kept of them any more, and the log says why. */
async function drop(ports: BatchPorts, tx: Tx, claim: Claim, refused: Standing['refused']): Promise<void> {
  await settlePeople(
    tx,
    claim.id,
    refused.map(({ position, code }) => ({ position, outcome: 'DROPPED', code, sealed: null })),
  );
  const at = ports.clock.now();
  await appendAuditLines(
    tx,
    refused.map(({ clientId, proceedingId, code }) => ({
      ...lineOf(claim, 'BATCH_PERSON_DROPPED', at, { type: claim.typeCode }),
      outcome: 'REFUSED',
      clientId,
      proceedingId,
      code,
    })),
  );
}

/** Ends a batch before anything left. */
async function end(ports: BatchPorts, tx: Tx, claim: Claim, state: 'CANCELLED' | 'FAILED', code: string): Promise<void> {
  await settleBatch(tx, claim, { state, code });
  await appendAuditLines(tx, [
    { ...lineOf(claim, 'BATCH_NOT_SENT', ports.clock.now(), { type: claim.typeCode, state: claim.state }), outcome: 'REFUSED', code },
  ]);
}

function lineOf(claim: Claim, action: string, at: Temporal.Instant, details: Readonly<Record<string, string | number | null>>) {
  return { action, at, system: 'batches', object: { type: 'batch', id: claim.id }, outcome: 'DONE', details } as const;
}
