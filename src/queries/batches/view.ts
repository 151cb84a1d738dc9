import { type Failure, fail, failure, ok, type Result, type Text } from '../../platform/index.ts';
import type { Actor } from '../../register/access/index.ts';
import { findBatchType } from '../../registries/index.ts';
import type { Db } from '../../storage/index.ts';
import { troubleOf } from '../trouble.ts';
import type { AnswerSource } from '../view.ts';
import type { Batch, PersonOutcome } from './batch.ts';
import type { BatchErrorCode } from './errors.ts';
import { findFileSource } from './exchange-store.ts';
import { mayOrder } from './order.ts';
import { countOutcomes } from './person-store.ts';
import { countResidents } from './resident-store.ts';
import { findBatch } from './store.ts';

/** How a batch stands, without a word of what was answered. */
export interface BatchView {
  readonly id: string;
  readonly type: string;
  readonly registry: string;
  readonly state: Batch['state'];
  readonly orderedAt: string;
  readonly fetchedAt: string | null;
  readonly keepUntil: string | null;
  /** When it is looked after again, while it is under way. */
  readonly nextAt: string | null;
  readonly code: string | null;
  readonly trouble: string | null;
  readonly advice: Text | null;
  /** The exchange that brought the file. */
  readonly source: AnswerSource | null;
  /** How many people came to what. */
  readonly people: Readonly<Record<PersonOutcome | 'AWAITED', number>>;
}

/** The institution's own batch, of a type that the worker's role gives them. Not yours is not there. */
export async function findOwnBatch(db: Db, actor: Actor, id: string): Promise<Result<Batch, Failure<BatchErrorCode>>> {
  const batch = await findBatch(db, id);
  const type = batch && findBatchType(batch.typeCode);
  const isTheirs = batch?.institutionId === actor.institutionId && type !== undefined && mayOrder(actor, type);
  return batch !== undefined && isTheirs ? ok(batch) : fail(failure('BATCH_NOT_FOUND'));
}

export async function viewBatch(db: Db, batch: Batch): Promise<BatchView> {
  const [named, residents, source] = await Promise.all([
    countOutcomes(db, batch.id),
    countResidents(db, batch.id),
    findFileSource(db, batch.id),
  ]);
  const counted = [...named, ...residents];
  const isUnderWay = batch.state === 'ORDERED' || batch.state === 'SUBMITTED';
  const wentWrong = batch.code !== null && batch.state !== 'CLOSED' ? troubleOf(batch.code) : undefined;
  const none = {
    AWAITED: 0,
    FOUND: 0,
    PARTIAL: 0,
    NOT_FOUND: 0,
    NOT_YET_DUE: 0,
    REJECTED: 0,
    UNANSWERED: 0,
    DROPPED: 0,
  } satisfies BatchView['people'];
  return {
    id: batch.id,
    type: batch.typeCode,
    registry: batch.registry,
    state: batch.state,
    orderedAt: batch.orderedAt.toString(),
    fetchedAt: batch.fetchedAt?.toString() ?? null,
    keepUntil: batch.state === 'FETCHED' ? (batch.keepUntil?.toString() ?? null) : null,
    nextAt: isUnderWay ? batch.dueAt.toString() : null,
    code: batch.code,
    trouble: wentWrong?.code ?? null,
    advice: wentWrong?.worker ?? null,
    source:
      source === undefined
        ? null
        : { ...source, registry: batch.registry, sentAt: source.sentAt.toString(), receivedAt: source.receivedAt.toString() },
    people: { ...none, ...Object.fromEntries(counted.map(([outcome, people]) => [outcome ?? 'AWAITED', people])) },
  };
}
