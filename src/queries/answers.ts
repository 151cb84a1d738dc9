import type { QueryType, Reading } from '../registries/index.ts';
import type { DataKey, DataKeys, Db, SealedCache } from '../storage/index.ts';
import { findKeptAnswer } from './kept-answer-store.ts';
import type { Query } from './query.ts';

/** Display-only answers live no longer than this, and in the cache alone (INV-57): 24 h in seconds. */
const DISPLAY_ONLY_SECONDS_AT_MOST = 86_400;
/** 15 min: the answer to a question that is never fresh twice is still looked at. */
const SHOWN_SECONDS_AT_LEAST = 900;

export interface AnswerPorts {
  readonly keys: DataKeys;
  readonly cache: SealedCache;
}

/**
 * Encrypts what a register answered with the proceeding's own key, bound to its query, and puts it into the cache while it is fresh. Gives the
 * sealed bytes, for keeping where the law lets the answer be stored; undefined when the proceeding's key is gone: it closed meanwhile.
 */
export async function sealInCache(
  ports: AnswerPorts,
  db: Db,
  query: Pick<Query, 'id' | 'proceedingId'>,
  type: QueryType,
  reading: Reading<unknown>,
): Promise<Uint8Array | undefined> {
  const key = await ports.keys.open(db, query.proceedingId);
  if (key === undefined) return undefined;
  const sealed = key.seal(Buffer.from(JSON.stringify(reading)), query.id);
  const freshSeconds = Math.max(type.freshHours * 3600, SHOWN_SECONDS_AT_LEAST);
  const seconds = type.storage.class === 'STORABLE' ? freshSeconds : Math.min(freshSeconds, DISPLAY_ONLY_SECONDS_AT_MOST);
  await ports.cache.put(query.proceedingId, query.id, sealed, seconds);
  return sealed;
}

/** Reads a kept answer. Undefined when nobody can any more: the proceeding's key is destroyed, or a display-only answer has left the cache. */
export async function readKept(
  ports: AnswerPorts,
  db: Db,
  query: Pick<Query, 'id' | 'proceedingId' | 'servedFrom'>,
): Promise<Reading<unknown> | undefined> {
  const origin = query.servedFrom ?? query.id;
  const [key, cached] = await Promise.all([ports.keys.open(db, query.proceedingId), ports.cache.get(query.proceedingId, origin)]);
  if (key === undefined) return undefined;
  const sealed = cached ?? (await findKeptAnswer(db, origin));
  return sealed && unseal(key, origin, sealed);
}

/** What a register answered to the query of that id. Undefined when these are not the bytes that were sealed. */
export function unseal(key: DataKey, queryId: string, sealed: Uint8Array): Reading<unknown> | undefined {
  const plain = key.unseal(sealed, queryId);
  return plain && (JSON.parse(Buffer.from(plain).toString('utf8')) as Reading<unknown>);
}
