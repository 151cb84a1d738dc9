import { runMigrations } from 'bullmq';
import { type Kysely, sql } from 'kysely';
import type { Pool } from 'pg';
import type { Log } from '../platform/index.ts';
import { migrations } from './migrations/index.ts';

/** Processes that start together take turns: any number will do that nothing else locks by. */
const TURN = 7_400_001;
const QUEUE_TURN = 7_400_002;

/** The schema in which the queue library keeps its tables (its own default). */
export const QUEUE_SCHEMA = 'bullmq';

/**
 * Applies what has not been applied yet, all in one transaction: the schema is either as it was or up to date. Then the queue library's own.
 * Forward only. A database that knows more than this list has been migrated by a newer version; it is used as it is.
 */
export async function migrate(db: Kysely<Record<never, never>>, pool: Pool, log: Log): Promise<void> {
  const applied = await db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx);
    await sql`select pg_advisory_xact_lock(${TURN})`.execute(tx);
    await sql`create table if not exists schema_migration (name text primary key, applied_at timestamptz not null default now())`.execute(
      tx,
    );
    const { rows } = await sql<{ name: string }>`select name from schema_migration`.execute(tx);
    const done = new Set(rows.map(({ name }) => name));
    const missing = migrations.filter(({ name }) => !done.has(name));
    for (const { name, up } of missing) {
      await up(tx);
      await sql`insert into schema_migration (name) values (${name})`.execute(tx);
    }
    return missing.map(({ name }) => name);
  });
  if (applied.length > 0) log.info({ applied }, 'schema brought up to date');

  const client = await pool.connect();
  try {
    // Its own turns are taken inside its transaction, which may not see a schema that was made while it waited: the second of two then fails.
    await client.query('select pg_advisory_lock($1)', [QUEUE_TURN]);
    await runMigrations(client, QUEUE_SCHEMA);
    await client.query('select pg_advisory_unlock($1)', [QUEUE_TURN]);
    client.release();
  } catch (error) {
    // The connection goes, and whatever it holds with it.
    client.release(true);
    throw error;
  }
}
