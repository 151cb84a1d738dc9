import { type Clock, type Failure, fail, failure, isoOf, ok, type Result, type Temporal, type Text } from '../platform/index.ts';
import type { Actor } from '../register/access/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import { mayEnter } from '../register/emergency/index.ts';
import { findProceeding } from '../register/proceedings/index.ts';
import { findQueryType, type QueryType, type Reading } from '../registries/index.ts';
import type { Database, Db } from '../storage/index.ts';
import { ADVICE } from './advice.ts';
import { type AnswerPorts, readKept, unseal } from './answers.ts';
import type { Asked } from './ask.ts';
import { type AnswerEvidence, findEvidence } from './attempt-store.ts';
import type { QueryErrorCode } from './errors.ts';
import { type Outlook, outlookOf } from './outlook.ts';
import { noteCircle } from './own-circle.ts';
import { isUnderWay, type Query } from './query.ts';
import type { AllRegistrySettings } from './registry-settings.ts';
import { troubleOf } from './trouble.ts';

/** Where an answer comes from: enough to prove the exchange to the register and to a court. */
export interface AnswerSource {
  readonly registry: string;
  readonly service: string;
  readonly xRoadId: string;
  readonly requestHash: string | null;
  readonly sentAt: string;
  /** Null where no answer came and an operator confirmed what was asked. */
  readonly receivedAt: string | null;
}

/** What a worker reads: never just "empty". `asOf` is when the register spoke, however much later it is read. */
export type AnswerView =
  | (Reading<unknown> & {
      readonly asOf: string;
      readonly storage: QueryType['storage']['class'];
      readonly source: AnswerSource;
      readonly advice?: Text;
    })
  | {
      readonly state: 'UNAVAILABLE';
      readonly retryAt: string | null;
      readonly code: string | null;
      readonly trouble: string | null;
      readonly advice: Text;
    };

export interface QueryView {
  readonly id: string;
  readonly proceedingId: string;
  readonly type: string;
  readonly registry: string;
  readonly subjectId: string;
  readonly state: Query['state'];
  readonly servedFromCache: boolean;
  readonly askedAt: string;
  readonly answeredAt: string | null;
  /** Null while nobody knows yet, and when a display-only answer has expired: ask again. */
  readonly answer: AnswerView | null;
  /** Of a query under way, where it is looked at: when an answer is likely, and from when on it is no longer waited for before a screen. */
  readonly outlook: { readonly likelyAt: string | null; readonly backgroundFrom: string | null } | null;
}

export interface ViewPorts extends AnswerPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly settings: AllRegistrySettings;
}

/**
 * Shows a query to a worker of the institution that asked; reading an answer is itself a line in the log. Answers of a closed proceeding are
 * gone for everybody: `PURGED`.
 *
 * @param logged the reading is in the log already: a question served from the cache was logged with its answer
 */
export async function viewQuery(
  ports: ViewPorts,
  actor: Actor,
  query: Query | undefined,
  { logged }: { logged: boolean },
): Promise<Result<QueryView, Failure<QueryErrorCode>>> {
  if (query === undefined) return fail(failure('QUERY_NOT_FOUND'));
  // Read together, shown only to who may handle the proceeding.
  const [proceeding, answer, outlook] = await ports.database.reading((db) =>
    Promise.all([
      findProceeding(db, query.proceedingId),
      query.state === 'ANSWERED' ? answerOf(ports, db, query) : unavailable(query),
      isUnderWay(query) ? outlookOf(db, ports.settings, query, ports.clock.now()) : null,
    ]),
  );
  if (proceeding === undefined || !(await mayEnter(ports.database.db, actor, proceeding, ports.clock.now())))
    return fail(failure('QUERY_NOT_FOUND'));
  if (query.state === 'PURGED') return fail(failure('PURGED'));
  if (answer !== null && answer.state !== 'UNAVAILABLE' && !logged) {
    await appendAudit(ports.database.db, {
      action: 'ANSWER_READ',
      at: ports.clock.now(),
      actor,
      object: { type: 'query', id: query.id },
      clientId: query.clientId,
      proceedingId: query.proceedingId,
      outcome: 'DONE',
      details: { type: query.typeCode },
    });
  }
  const view = viewOf(query, answer, outlook);
  await noteCircle(ports, actor, view);
  return ok(view);
}

/** A question as whoever has just asked it sees it: an answer that serves it is in hand, and its reading in the log already. */
export function viewAsked({ query, served, key }: Asked): QueryView {
  const type = findQueryType(query.typeCode);
  const reading = served && key && unseal(key, served.queryId, served.sealed);
  const answer = served && reading && type && answerViewOf(type, reading, served.evidence, served.answeredAt);
  return viewOf(query, answer ?? null, null);
}

function viewOf(query: Query, answer: AnswerView | null, outlook: Outlook | null): QueryView {
  return {
    id: query.id,
    proceedingId: query.proceedingId,
    type: query.typeCode,
    registry: query.registry,
    subjectId: query.clientId,
    state: query.state,
    servedFromCache: query.servedFrom !== null,
    askedAt: isoOf(query.askedAt),
    answeredAt: query.answeredAt && isoOf(query.answeredAt),
    answer,
    outlook: outlook && {
      likelyAt: outlook.likelyAt && isoOf(outlook.likelyAt),
      backgroundFrom: outlook.backgroundFrom && isoOf(outlook.backgroundFrom),
    },
  };
}

async function answerOf(ports: ViewPorts, db: Db, query: Query): Promise<AnswerView | null> {
  const [reading, evidence] = await Promise.all([readKept(ports, db, query), findEvidence(db, query.servedFrom ?? query.id)]);
  const type = findQueryType(query.typeCode);
  if (reading === undefined || type === undefined) return null;
  return answerViewOf(type, reading, evidence, query.answeredAt);
}

function answerViewOf(
  type: QueryType,
  reading: Reading<unknown>,
  evidence: AnswerEvidence | undefined,
  answeredAt: Temporal.Instant | null,
): AnswerView | null {
  const asOf = evidence?.receivedAt ?? answeredAt;
  if (evidence === undefined || asOf === null) return null;
  const advice = reading.state === 'FOUND' ? {} : { advice: ADVICE[reading.state] };
  return { ...reading, asOf: isoOf(asOf), storage: type.storage.class, source: sourceOf(type, evidence), ...advice };
}

function unavailable(query: Query): AnswerView | null {
  if (query.state === 'QUEUED' || query.state === 'SENT') return null;
  const { code: trouble, worker: advice } = troubleOf(query.code ?? 'UNKNOWN');
  return { state: 'UNAVAILABLE', retryAt: query.notBefore && isoOf(query.notBefore), code: query.code, trouble, advice };
}

function sourceOf(type: QueryType, evidence: AnswerEvidence): AnswerSource {
  return {
    registry: type.registry,
    service: evidence.service,
    xRoadId: evidence.xRoadId,
    requestHash: evidence.requestHash,
    sentAt: isoOf(evidence.sentAt),
    receivedAt: evidence.receivedAt === undefined ? null : isoOf(evidence.receivedAt),
  };
}
