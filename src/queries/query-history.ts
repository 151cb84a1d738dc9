import { findTrail, type TrailLine } from '../register/audit/index.ts';
import { findQueryType } from '../registries/index.ts';
import type { Database } from '../storage/index.ts';
import { type Attempt, type AttemptEnd, findAttempts } from './attempt-store.ts';
import type { Query } from './query.ts';
import { findQuery } from './store.ts';

/** All that operators are told of one query: how it stands, its attempts, and what the log has of it. Nothing of the person. */
export interface QueryHistory {
  readonly query: Query;
  /** How long each attempt may take, s; undefined where the type has left the catalogue. */
  readonly deadlineSeconds: number | undefined;
  readonly attempts: readonly (Attempt & { readonly end: AttemptEnd | undefined })[];
  readonly trail: readonly TrailLine[];
}

export async function queryHistory(database: Database, id: string): Promise<QueryHistory | undefined> {
  return database.reading(async (db) => {
    const query = await findQuery(db, id);
    if (query === undefined) return undefined;
    const [attempts, trail] = await Promise.all([findAttempts(db, id), findTrail(db, query.proceedingId, id)]);
    return { query, deadlineSeconds: findQueryType(query.typeCode)?.deadlineSeconds, attempts, trail };
  });
}
