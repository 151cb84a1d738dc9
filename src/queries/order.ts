import { type Clock, newId, Temporal, today } from '../platform/index.ts';
import { findUser } from '../register/access/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import { findClients } from '../register/people/index.ts';
import { holdProceeding } from '../register/proceedings/index.ts';
import { findQueryType, type QueryType, type ReadBack, type RegistryQuestion } from '../registries/index.ts';
import type { JobQueue, Tx } from '../storage/index.ts';
import { formatServiceId, type PreparedRequest, prepareRequest, type ServiceId } from '../xroad/index.ts';
import type { Addresses } from './addresses.ts';
import { admit } from './admission.ts';
import { findLost, insertAttempt, type LostAttempt } from './attempt-store.ts';
import { findBlocked } from './contracts/index.ts';
import { enqueueAt } from './enqueue.ts';
import { findPermit } from './permit-store.ts';
import type { Query, Question } from './query.ts';
import { claimQuery, settleQuery } from './store.ts';
import { readBackFrom } from './write-verdict.ts';

/** How long a claim lasts: the longest deadline of an exchange (60 s) and half as much again, so that a living worker always settles first. */
const LEASE_SECONDS = 90;

export interface OrderPorts {
  readonly queue: JobQueue;
  readonly addresses: Addresses;
  readonly clock: Clock;
}

/** A claimed query and the message that is to leave for it. */
export interface Order {
  readonly query: Query;
  readonly type: QueryType;
  readonly question: RegistryQuestion<Question['parameters']>;
  readonly request: PreparedRequest;
  /** There when the message only looks whether an earlier attempt at a write was carried out. */
  readonly lookBack: LookBack | undefined;
  /** Later than this it must not leave: its claim would end before its exchange. */
  readonly leavesBefore: Temporal.Instant;
}

interface LookBack {
  readonly lost: LostAttempt;
  readonly readBack: ReadBack<Question['parameters']>;
}

/**
 * Claims the query and prepares its message, in one transaction with the re-check of permit and proceeding (INV-55). Undefined when nothing is
 * to leave: it is not due, or it may not, which is settled here. After an attempt at a write that may have been carried out, the message is a
 * look at the register, and waits until that says something.
 */
export async function takeOrder(ports: OrderPorts, tx: Tx, queryId: string): Promise<Order | undefined> {
  const now = ports.clock.now();
  const query = await claimQuery(tx, queryId, now, now.add({ seconds: LEASE_SECONDS }));
  if (query === undefined) return undefined;
  const [proceeding, permit, clients, blocked, lost] = await Promise.all([
    holdProceeding(tx, query.proceedingId),
    findPermit(tx, query.permitId),
    findClients(tx, [query.clientId]),
    findBlocked(tx),
    query.write ? findLost(tx, queryId) : undefined,
  ]);
  const refused = async (state: 'CANCELLED' | 'FAULTED', code: string): Promise<undefined> => {
    await refuse(tx, query, now, lost === undefined ? state : 'HELD', code);
  };
  const asker = permit && (await findUser(tx, permit.userId, permit.institutionId));
  const type = findQueryType(query.typeCode);
  if (proceeding === undefined || permit === undefined || asker === undefined || type === undefined) {
    return refused('CANCELLED', 'PERMIT_WITHDRAWN');
  }
  const { justification } = permit;
  const admitted = admit(asker, proceeding, clients, {
    type: permit.typeCode,
    subjectId: permit.clientId,
    parameters: permit.parameters,
    ...(justification === null ? {} : { justification }),
  });
  if (!admitted.ok) return refused('CANCELLED', admitted.error.code);
  if (blocked.has(type.code)) return refused('FAULTED', 'CONTRACT_BROKEN');
  const readBack = type.write?.readBack;
  if (lost !== undefined && readBack === undefined) return refused('FAULTED', 'NO_READ_BACK');
  if (lost !== undefined && Temporal.Instant.compare(now, readBackFrom(lost.sentAt)) < 0) {
    await waitToLook(ports, tx, query, readBackFrom(lost.sentAt), now);
    return undefined;
  }

  const lookBack = lost && readBack && { lost, readBack };
  const asked = lookBack?.readBack ?? type;
  const question = {
    subject: admitted.value.subject,
    parameters: { ...permit.parameters, ...permit.fixed },
    today: today(ports.clock),
  };
  const body = asked.buildRequest(question);
  const service = serviceOf(ports.addresses, type, asked.service);
  const { client } = ports.addresses;
  const header = { client, service, id: newId(), userId: `EE${asker.personalCode}`, issue: proceeding.no, protocolVersion: '4.0' } as const;
  const request = body.ok ? prepareRequest(header, body.value) : body;
  if (!request.ok) return refused('FAULTED', request.error.code);
  const { requestHash, bytes } = request.value;
  await insertAttempt(tx, {
    queryId,
    attempt: query.attempt,
    purpose: lookBack === undefined ? 'ASK' : 'READ_BACK',
    xRoadId: header.id,
    service: formatServiceId(service),
    requestHash,
    requestBytes: bytes.byteLength,
    sentAt: now,
  });
  const leavesBefore = now.add({ seconds: LEASE_SECONDS - type.deadlineSeconds });
  return { query, type, question, request: request.value, lookBack, leavesBefore };
}

function serviceOf(addresses: Addresses, type: QueryType, { code, version }: QueryType['service']): ServiceId {
  const provider = addresses.provider[type.registry];
  if (provider === undefined) throw new Error(`no subsystem is configured for registry ${type.registry}`);
  return { ...provider, serviceCode: code, ...(version === undefined ? {} : { serviceVersion: version }) };
}

/** A write whose worker was lost waits until a look at the register says something: `SENT -> RETRY_WAIT`. */
async function waitToLook(ports: OrderPorts, tx: Tx, query: Query, notBefore: Temporal.Instant, at: Temporal.Instant): Promise<void> {
  await settleQuery(tx, query, { state: 'RETRY_WAIT', at, notBefore, code: 'WRITE_UNCLEAR' });
  await enqueueAt(ports.queue, tx, query, notBefore, at);
}

/**
 * Settles a query that may not leave. A write that was accepted is not cancelled by itself but `FAULTED`, for an operator to see; one that may
 * have been carried out is `HELD`, since without a purpose it may not even be looked up.
 */
async function refuse(tx: Tx, query: Query, at: Temporal.Instant, wanted: 'CANCELLED' | 'FAULTED' | 'HELD', code: string): Promise<void> {
  const state = query.write && wanted === 'CANCELLED' ? 'FAULTED' : wanted;
  await settleQuery(tx, query, { state, at, code: state === 'HELD' ? 'WRITE_HELD' : code });
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
