export { createDataKeys, type DataKey, type DataKeys, type DataKeysOptions } from './data-keys.ts';
export { type Database, type DatabaseOptions, type Db, type NoTables, openDatabase, type Tx } from './database.ts';
export { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './embedded-postgres.ts';
export type { JobQueue, QueueCounts, QueuedJob } from './job-queue.ts';
export type { Migration } from './migrations/index.ts';
