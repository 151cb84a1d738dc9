import { setImmediate } from 'node:timers/promises';
import { CompiledQuery, type DatabaseConnection, type PostgresDialect, Transaction } from 'kysely';
import type { Db, NoTables, Tx } from './db.ts';

const BEGIN = CompiledQuery.raw('begin');
const COMMIT = CompiledQuery.raw('commit');
const ROLLBACK = CompiledQuery.raw('rollback');

/**
 * What a transaction's work may call behind its last statements, without waiting for them: they and the commit then cost one round trip. Nothing may
 * be asked of the transaction afterwards. It fails when one of them has failed, and nothing is written.
 */
export type Commit = () => Promise<void>;

/**
 * Runs the work in one transaction (read committed); whatever it throws rolls everything back. It is committed when the work is done, where the
 * work has not done so itself.
 *
 * The library's own transactions wait for each statement before they send the next. These do not: what the work asks for at once
 * (`Promise.all`) goes out at once on the one connection, is executed in the order in which it was asked for, and costs one round trip. `begin`
 * rides along with the first. (libpq calls this pipeline mode.)
 */
export async function inTransaction<T>(db: Db, dialect: PostgresDialect, work: (tx: Tx, commit: Commit) => Promise<T>): Promise<T> {
  return db.getExecutor().provideConnection(async (connection) => {
    const open: Open = { is: true, failure: undefined };
    const tx = pipelined(db, dialect, connection, open);
    let committed: Promise<void> | undefined;
    const commit: Commit = () => {
      open.is = false;
      committed ??= committing(connection);
      return committed;
    };
    try {
      const begun = connection.executeQuery(BEGIN);
      const [result] = await Promise.all([work(tx, commit), begun]);
      await commit();
      return result;
    } catch (error) {
      // Statements of the work that are already on their way end before this one; later ones are refused.
      open.is = false;
      await connection.executeQuery(ROLLBACK).catch(() => undefined);
      throw isEcho(error) ? (open.failure ?? error) : error;
    }
  });
}

async function committing(connection: DatabaseConnection): Promise<void> {
  const [ended] = (await connection.executeQuery<{ command: string }>(COMMIT)).rows;
  if (ended?.command !== 'ROLLBACK') return;
  // A statement failed: it says why itself, and is heard first, unless the work has looked away from it.
  await setImmediate();
  throw new Error('the transaction had failed before it was committed');
}

/** Runs reads on one connection, outside any transaction: what is asked for at once costs one round trip, not a connection each. */
export async function onOneConnection<T>(db: Db, dialect: PostgresDialect, work: (db: Db) => Promise<T>): Promise<T> {
  return db.getExecutor().provideConnection((connection) => work(pipelined(db, dialect, connection, { is: true, failure: undefined })));
}

/** Whether statements are still taken, and how the first of them failed. */
interface Open {
  is: boolean;
  failure: unknown;
}

/** What PostgreSQL says of every statement behind the one that failed (25P02, in_failed_sql_transaction): never the reason. */
function isEcho(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '25P02';
}

function pipelined(db: Db, dialect: PostgresDialect, connection: DatabaseConnection, open: Open): Tx {
  const executor = db.getExecutor().withConnectionProvider({
    async provideConnection(consumer) {
      if (!open.is) throw new Error('the transaction is over');
      try {
        return await consumer(connection);
      } catch (error) {
        open.failure ??= error;
        throw error;
      }
    },
  });
  // The driver is what a transaction inside this one would need; there is none.
  return new Transaction<NoTables>({ config: { dialect }, dialect, driver: dialect.createDriver(), executor });
}
