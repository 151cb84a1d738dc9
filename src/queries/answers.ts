import type { QueryType, Reading } from '../registries/index.ts';
import type { DataKey, DataKeys, Db, SealedCache, Tx } from '../storage/index.ts';
import { findKeptAnswer, keepAnswer } from './kept-answer-store.ts';
import type { Query } from './query.ts';

/** Display-only answers live no longer than this, and in the cache alone (INV-57): 24 h in seconds. */
const DISPLAY_ONLY_SECONDS_AT_MOST = 86_400;
/** 15 min: the answer to a question that is never fresh twice is still looked at. */
const SHOWN_SECONDS_AT_LEAST = 900;

export interface AnswerPorts {
  readonly keys: DataKeys;
  readonly cache: SealedCache;
}

/** What a register answered to a query. */
export interface NewAnswer {
  readonly query: Pick<Query, 'id' | 'proceedingId'>;
  readonly type: QueryType;
  readonly reading: Reading<unknown>;
}

/** A new answer as it is kept. */
export interface SealedAnswer extends NewAnswer {
  readonly sealed: Uint8Array;
}

/** Encrypts answers, each with its proceeding's own key and bound to its query. One whose proceeding has no key any more is left out. */
export function sealAnswers(keys: ReadonlyMap<string, DataKey>, answers: readonly NewAnswer[]): readonly SealedAnswer[] {
  return answers.flatMap((answer) => {
    const sealed = keys.get(answer.query.proceedingId)?.seal(Buffer.from(JSON.stringify(answer.reading)), answer.query.id);
    return sealed === undefined ? [] : [{ ...answer, sealed }];
  });
}

/** Puts those that may be shown only into the cache while they are fresh: nowhere else. Whoever settles them waits for it, since they are shown from then on. */
export async function cacheShown(cache: SealedCache, answers: readonly SealedAnswer[]): Promise<void> {
  const shown = answers.filter(({ type }) => type.storage.class === 'DISPLAY_ONLY');
  await Promise.all(
    shown.map(({ query, type, sealed }) => {
      const freshSeconds = Math.max(type.freshHours * 3600, SHOWN_SECONDS_AT_LEAST);
      return cache.put(query.proceedingId, query.id, sealed, Math.min(freshSeconds, DISPLAY_ONLY_SECONDS_AT_MOST));
    }),
  );
}

/** Keeps those that may be stored for as long as their proceeding is open. */
export async function keepStorable(tx: Tx, answers: readonly SealedAnswer[]): Promise<void> {
  const storable = answers.filter(({ type }) => type.storage.class === 'STORABLE');
  await Promise.all(storable.map(({ query, sealed }) => keepAnswer(tx, query.id, sealed)));
}

/** Reads a kept answer. Undefined when nobody can any more: the proceeding's key is destroyed, or a display-only answer has left the cache. */
export async function readKept(
  ports: AnswerPorts,
  db: Db,
  query: Pick<Query, 'id' | 'proceedingId' | 'servedFrom'>,
): Promise<Reading<unknown> | undefined> {
  const origin = query.servedFrom ?? query.id;
  const [key, kept] = await Promise.all([ports.keys.open(db, query.proceedingId), findKeptAnswer(db, origin)]);
  if (key === undefined) return undefined;
  const sealed = kept ?? (await ports.cache.get(query.proceedingId, origin));
  return sealed && unseal(key, origin, sealed);
}

/** What a register answered to the query of that id. Undefined when these are not the bytes that were sealed. */
export function unseal(key: DataKey, queryId: string, sealed: Uint8Array): Reading<unknown> | undefined {
  const plain = key.unseal(sealed, queryId);
  return plain && (JSON.parse(plain.toString('utf8')) as Reading<unknown>);
}
