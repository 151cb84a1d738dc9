import { type Clock, fail, ok, type Result, Temporal } from '../platform/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import type { Found, QueryType, Reading, RegistryQuestion } from '../registries/index.ts';
import type { Commit, JobQueue, Tx } from '../storage/index.ts';
import type { Addresses } from './addresses.ts';
import { findLost, insertAttempt, type LostAttempt, type Purpose } from './attempt-store.ts';
import { type Cleared, clear } from './clearance.ts';
import { findBlocked } from './contracts/index.ts';
import { enqueueAt } from './enqueue.ts';
import { type Message, restMessage, soapMessage } from './message.ts';
import { type Protocols, restOf } from './protocol.ts';
import type { Query, Question } from './query.ts';
import { settleQuery } from './store.ts';
import { claimNext, giveBack, type Taking, wakeDue } from './turn-store.ts';
import { readBackFrom } from './write-verdict.ts';

/** How long a claim lasts: the longest deadline of an exchange (60 s) and half as much again, so that a living worker always settles first. */
export const LEASE_SECONDS = 90;

/** Why a query may not leave now, but may once somebody has mended it: a release too old or too new, a row changed by hand. */
const MENDABLE: ReadonlySet<string> = new Set(['QUERY_TYPE_UNKNOWN', 'PERMIT_MISMATCH']);

/** A proceeding is changed in a moment: its query's turn comes again after 500 ms. */
const BUSY_MS = 500;

export interface OrderPorts {
  readonly queue: JobQueue;
  readonly addresses: Addresses;
  readonly protocols: Protocols;
  readonly clock: Clock;
}

/** A claimed query and the message that is to leave for it. */
export interface Order {
  readonly query: Query;
  readonly type: QueryType;
  readonly question: RegistryQuestion<Question['parameters']>;
  readonly errand: Errand;
  /** Later than this it must not leave: its claim would end before its exchange. */
  readonly leavesBefore: Temporal.Instant;
}

/** What a message is for: to ask the question, or to look whether an earlier attempt at a write was carried out. */
type Errand = { readonly purpose: Purpose } & (
  | { readonly purpose: 'ASK'; readonly message: Message<Reading<unknown>> }
  | { readonly purpose: 'READ_BACK'; readonly message: Message<Found>; readonly lost: LostAttempt }
);

/**
 * Claims the query whose turn it is and prepares its message, in one transaction with the re-check of permit and proceeding (INV-55). Undefined when nothing is
 * to leave: it is not due, or it may not, which is settled here. After an attempt at a write that may have been carried out, the message is a
 * look at the register, and waits until that says something.
 *
 * @param claimed told of the query before anything is made of it: should that throw, it is known whose turn it was
 */
export async function takeOrder(
  ports: OrderPorts,
  tx: Tx,
  commit: Commit,
  taking: Taking,
  claimed: (query: Query) => void,
): Promise<Order | undefined> {
  const { now } = taking;
  const [, query] = await Promise.all([wakeDue(tx, taking), claimNext(tx, taking, now.add({ seconds: LEASE_SECONDS }))]);
  if (query === undefined) return undefined;
  claimed(query);
  const [cleared, blocked, lost] = await Promise.all([
    clear(ports, tx, query),
    findBlocked(tx),
    query.write ? findLost(tx, query.id) : undefined,
  ]);
  const refused = async (state: 'CANCELLED' | 'FAULTED', code: string): Promise<undefined> => {
    await refuse(tx, query, now, lost === undefined ? state : 'HELD', code);
  };
  if (!cleared.ok && cleared.error.code === 'PROCEEDING_BUSY') {
    await giveBack(tx, query, now);
    await ports.queue.add(tx, [{ queue: query.registry, delayMs: BUSY_MS }]);
    return undefined;
  }
  if (!cleared.ok) return refused(MENDABLE.has(cleared.error.code) ? 'FAULTED' : 'CANCELLED', cleared.error.code);
  const { type, question } = cleared.value;
  if (blocked.has(type.code)) return refused('FAULTED', 'CONTRACT_BROKEN');
  if (lost !== undefined && Temporal.Instant.compare(now, readBackFrom(lost.sentAt)) < 0 && type.write?.readBack !== undefined) {
    await waitToLook(ports, tx, query, readBackFrom(lost.sentAt), now);
    return undefined;
  }
  const errand = errandOf(ports.protocols, cleared.value, lost);
  if (!errand.ok) return refused('FAULTED', errand.error.code);
  const { purpose, message } = errand.value;
  const { xRoadId, service, requestHash, requestBytes } = message;
  const noted = insertAttempt(tx, {
    queryId: query.id,
    attempt: query.attempt,
    purpose,
    xRoadId,
    service,
    requestHash,
    requestBytes,
    sentAt: now,
  });
  await Promise.all([noted, commit()]);
  return { query, type, question, errand: errand.value, leavesBefore: now.add({ seconds: LEASE_SECONDS - type.deadlineSeconds }) };
}

/** Errors: `NO_READ_BACK`, and those of the messages. */
function errandOf(
  protocols: Protocols,
  { type, question, envelope }: Cleared,
  lost: LostAttempt | undefined,
): Result<Errand, { readonly code: string }> {
  if (lost === undefined) {
    const rest = restOf(type, protocols);
    const message = rest === undefined ? soapMessage(type, question, envelope) : restMessage(rest, question, envelope);
    return message.ok ? ok({ purpose: 'ASK', message: message.value }) : message;
  }
  const readBack = type.write?.readBack;
  if (readBack === undefined) return fail({ code: 'NO_READ_BACK' });
  const message = soapMessage(readBack, question, envelope);
  return message.ok ? ok({ purpose: 'READ_BACK', message: message.value, lost }) : message;
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
