import { type Clock, type Log, type Metrics, newId, Temporal, today } from '../platform/index.ts';
import { findUser } from '../register/access/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import { findClients } from '../register/people/index.ts';
import { holdProceeding } from '../register/proceedings/index.ts';
import { findQueryType, type QueryType } from '../registries/index.ts';
import type { Database, JobQueue, Tx } from '../storage/index.ts';
import {
  type ExchangeOutcome,
  formatServiceId,
  type PreparedRequest,
  prepareRequest,
  type ServiceId,
  type XRoadClient,
} from '../xroad/index.ts';
import type { Addresses } from './addresses.ts';
import { admit } from './admission.ts';
import { dueFrom, planAgain } from './again.ts';
import { type AnswerPorts, sealInCache } from './answers.ts';
import { endAttempt, insertAttempt } from './attempt-store.ts';
import type { Breakers } from './breaker.ts';
import { findBlocked } from './contracts/index.ts';
import type { QueryEvents } from './events.ts';
import { keepAnswer } from './kept-answer-store.ts';
import { findPermit } from './permit-store.ts';
import type { Query, Question } from './query.ts';
import { claimQuery, postponeQuery, settleQuery } from './store.ts';
import { isTechnicalFailure, judge, type Verdict } from './verdict.ts';

/** How long a claim lasts: the longest deadline of an exchange (60 s) and half as much again, so that a living worker always settles first. */
const LEASE_SECONDS = 90;
/** Over how long queries that waited for a breaker return: 5 s. */
const SPREAD_MS = 5000;

export interface SendPorts extends AnswerPorts {
  readonly database: Database;
  readonly queue: JobQueue;
  readonly xroad: XRoadClient;
  readonly addresses: Addresses;
  readonly breakers: Breakers;
  readonly events: QueryEvents;
  readonly clock: Clock;
  readonly metrics: QueryMetrics;
  readonly log: Log;
  readonly random: () => number;
}

export type QueryMetrics = ReturnType<typeof queryMetrics>;

export function queryMetrics(metrics: Metrics) {
  return {
    settled: metrics.counter('star_queries_settled_total', 'Attempts settled, by registry and the state they led to', [
      'registry',
      'state',
    ]),
    exchange: metrics.histogram(
      'star_exchange_seconds',
      'Time from sending a request to its classified outcome',
      ['registry'],
      [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    ),
  };
}

/** A claimed query and the message that asks for it. */
interface Order {
  readonly query: Query;
  readonly type: QueryType;
  readonly question: {
    readonly subject: Parameters<QueryType['buildRequest']>[0]['subject'];
    readonly parameters: Question['parameters'];
    readonly today: Temporal.PlainDate;
  };
  readonly request: PreparedRequest;
}

/**
 * Steps 6-9 of a query's life, once: claim, re-check the permit, send, read, keep. Safe to call for any id at any time and from several
 * workers: a query that is not due is left alone, and only the latest claim may settle.
 */
export async function send(ports: SendPorts, registry: string, queryId: string): Promise<void> {
  const leave = ports.breakers.enter(registry);
  if (leave instanceof Temporal.Instant) {
    await ports.database.transaction((tx) => putOff(ports, tx, queryId, spread(leave, ports.random())));
    return;
  }
  using pass = leave;
  const order = await ports.database.transaction((tx) => take(ports, tx, queryId));
  if (order === undefined) return;
  const { query, type } = order;
  const outcome = await exchange(ports, order);
  pass.report(isTechnicalFailure(outcome) ? 'TECHNICAL_FAILURE' : 'ANSWERED');
  const now = ports.clock.now();
  const verdict = judge(outcome, (body) => type.readAnswer(body, order.question), {
    attempt: query.attempt,
    askedAt: query.askedAt,
    now,
    random: ports.random(),
  });
  const sealed = verdict.state === 'ANSWERED' ? await sealInCache(ports, ports.database.db, query, type, verdict.reading) : undefined;
  await ports.database.transaction((tx) => settle(ports, tx, order, { outcome, verdict, sealed, at: now }));
  ports.metrics.settled.inc({ registry, state: verdict.state });
  ports.events.publish({
    proceedingId: query.proceedingId,
    queryId: query.id,
    state: verdict.state,
    answerState: verdict.state === 'ANSWERED' ? verdict.answerState : null,
  });
}

/** While the breaker is open a query waits without an attempt being counted: `QUEUED | RETRY_WAIT -> RETRY_WAIT`. */
async function putOff(ports: SendPorts, tx: Tx, queryId: string, notBefore: Temporal.Instant): Promise<void> {
  const query = await postponeQuery(tx, queryId, notBefore);
  if (query === undefined) return;
  const delayMs = Math.max(0, Math.ceil(notBefore.since(ports.clock.now()).total('milliseconds')));
  await ports.queue.add(tx, [{ queue: query.registry, queryId, priority: query.priority, delayMs }]);
}

/** Queries that waited for one breaker come back over some seconds, not at once. */
function spread(from: Temporal.Instant, random: number): Temporal.Instant {
  return from.add({ milliseconds: Math.ceil(random * SPREAD_MS) });
}

/** Claims the query and prepares its message, in one transaction with the re-check of permit and proceeding (INV-55). */
async function take(ports: SendPorts, tx: Tx, queryId: string): Promise<Order | undefined> {
  const now = ports.clock.now();
  const query = await claimQuery(tx, queryId, now, now.add({ seconds: LEASE_SECONDS }));
  if (query === undefined) return undefined;
  const [proceeding, permit, clients, blocked] = await Promise.all([
    holdProceeding(tx, query.proceedingId),
    findPermit(tx, query.permitId),
    findClients(tx, [query.clientId]),
    findBlocked(tx),
  ]);
  const asker = permit && (await findUser(tx, permit.userId, permit.institutionId));
  const type = findQueryType(query.typeCode);
  if (proceeding === undefined || permit === undefined || asker === undefined || type === undefined) {
    await refuse(ports, tx, query, 'CANCELLED', 'PERMIT_WITHDRAWN');
    return undefined;
  }
  const question = {
    type: permit.typeCode,
    subjectId: permit.clientId,
    parameters: permit.parameters,
    ...(permit.justification === null ? {} : { justification: permit.justification }),
  };
  const admitted = admit(asker, proceeding, clients, question);
  if (!admitted.ok) {
    await refuse(ports, tx, query, 'CANCELLED', admitted.error.code);
    return undefined;
  }
  if (blocked.has(type.code)) {
    await refuse(ports, tx, query, 'FAULTED', 'CONTRACT_BROKEN');
    return undefined;
  }
  const asked = { subject: admitted.value.subject, parameters: permit.parameters, today: today(ports.clock) };
  const body = type.buildRequest(asked);
  const provider = ports.addresses.provider[type.registry];
  if (provider === undefined) throw new Error(`no subsystem is configured for registry ${type.registry}`);
  const service: ServiceId = {
    ...provider,
    serviceCode: type.service.code,
    ...(type.service.version === undefined ? {} : { serviceVersion: type.service.version }),
  };
  const request = body.ok
    ? prepareRequest(
        {
          client: ports.addresses.client,
          service,
          id: newId(),
          userId: `EE${asker.personalCode}`,
          issue: proceeding.no,
          protocolVersion: '4.0',
        },
        body.value,
      )
    : body;
  if (!request.ok) {
    await refuse(ports, tx, query, 'FAULTED', request.error.code);
    return undefined;
  }
  const { header, requestHash, bytes } = request.value;
  await insertAttempt(tx, {
    queryId,
    attempt: query.attempt,
    xRoadId: header.id,
    service: formatServiceId(service),
    requestHash,
    requestBytes: bytes.byteLength,
    sentAt: now,
  });
  return { query, type, question: asked, request: request.value };
}

async function refuse(ports: SendPorts, tx: Tx, query: Query, state: 'CANCELLED' | 'FAULTED', code: string): Promise<void> {
  const at = ports.clock.now();
  await settleQuery(tx, query, { state, at, code });
  await appendAudit(tx, {
    action: 'QUERY_NOT_SENT',
    at,
    system: 'worker',
    object: { type: 'query', id: query.id },
    clientId: query.clientId,
    proceedingId: query.proceedingId,
    outcome: 'REFUSED',
    code,
  });
}

async function exchange(ports: SendPorts, { query, type, request }: Order): Promise<ExchangeOutcome> {
  const stop = ports.metrics.exchange.startTimer({ registry: query.registry });
  const outcome = await ports.xroad.exchange(request, { deadlineMs: type.deadlineSeconds * 1000 });
  stop();
  return outcome;
}

/** Writes the verdict, if this claim is still the latest. The answer is kept, the attempt ended and the audit line written with it or not at all. */
async function settle(
  ports: SendPorts,
  tx: Tx,
  { query, type }: Order,
  { outcome, verdict, sealed, at }: { outcome: ExchangeOutcome; verdict: Verdict; sealed: Uint8Array | undefined; at: Temporal.Instant },
): Promise<void> {
  const [settled] = await Promise.all([
    settleQuery(tx, query, {
      state: verdict.state,
      at,
      ...(verdict.state === 'ANSWERED' ? { answerState: verdict.answerState } : { code: verdict.code }),
      ...(verdict.state === 'RETRY_WAIT' ? { notBefore: verdict.notBefore } : {}),
    }),
    endAttempt(tx, query, {
      receivedAt: at,
      responseBytes: outcome.evidence.responseBytes,
      securityServer: outcome.evidence.securityServer,
      outcome: verdict.state,
      code: verdict.state === 'ANSWERED' ? undefined : verdict.code,
      detail: verdict.state === 'ANSWERED' ? undefined : verdict.detail,
    }),
  ]);
  if (!settled) return;
  if (verdict.state === 'RETRY_WAIT') {
    const delayMs = Math.max(0, Math.ceil(verdict.notBefore.since(at).total('milliseconds')));
    await ports.queue.add(tx, [{ queue: query.registry, queryId: query.id, priority: type.priority, delayMs }]);
    return;
  }
  const audited = appendAudit(tx, {
    action: verdict.state === 'ANSWERED' ? 'QUERY_ANSWERED' : 'QUERY_ENDED',
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
      xRoadId: outcome.evidence.xRoadId,
      requestHash: outcome.evidence.requestHash,
    },
  });
  const kept = sealed !== undefined && type.storage.class === 'STORABLE' ? keepAnswer(tx, query.id, sealed) : undefined;
  const from = verdict.state === 'ANSWERED' ? dueFrom(verdict.reading) : undefined;
  await Promise.all([audited, kept, from && planAgain(ports, tx, query, type, from)]);
}
