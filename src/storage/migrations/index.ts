import type { Kysely } from 'kysely';
import * as dataKeys from './0001-data-key.ts';
import * as outbox from './0002-queue-outbox.ts';
import * as cache from './0003-cached-answer.ts';
import * as query from './0020-query.ts';

/** One step of the schema. Its name is kept in the database: once released it never changes, and neither does what it does. */
export interface Migration {
  readonly name: string;
  up(db: Kysely<Record<never, never>>): Promise<void>;
}

/** Every step in order. Numbers: 0001-0009 storage, 0010-0019 register, 0020-0029 queries, 0030-0039 services. */
export const migrations: readonly Migration[] = [
  { name: '0001-data-key', up: dataKeys.up },
  { name: '0002-queue-outbox', up: outbox.up },
  { name: '0003-cached-answer', up: cache.up },
  { name: '0020-query', up: query.up },
];
