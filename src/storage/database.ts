import { AsyncLocalStorage } from 'node:async_hooks';
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import { type CustomTypesConfig, DatabaseError, Pool, type PoolConfig, types } from 'pg';
import type { Log, Result } from '../platform/index.ts';
import type { Db, NoTables, Tx } from './db.ts';
import { GatheringSocket } from './gathering-socket.ts';
import { migrate, QUEUE_SCHEMA } from './migrate.ts';
import { listen, notify } from './notifications.ts';
import { preparing } from './prepared-statements.ts';
import { type Commit, inTransaction, onOneConnection } from './transaction.ts';

/** The only truth of the register: PostgreSQL. */
export interface Database {
  readonly url: string;
  readonly db: Db;
  /** Runs the work in one transaction (read committed); whatever it throws rolls everything back. Statements asked for at once share a round trip. */
  transaction<T>(work: (tx: Tx, commit: Commit) => Promise<T>): Promise<T>;
  /** Reads on one connection. Statements asked for at once share a round trip. */
  reading<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** As `transaction`, for use cases that refuse by value: a result that is not ok rolls everything back too. */
  decide<T, E>(work: (tx: Tx) => Promise<Result<T, E>>): Promise<Result<T, E>>;
  /** Has the effect take place once the open transaction has committed; never after a rollback. Must not throw. */
  afterCommit(effect: () => void): void;
  /** Brings the schema up to date. Several processes may do so at once. */
  migrate(): Promise<void>;
  /** Tells every process that listens on the channel. Outside any transaction, and lost on whoever is not connected at the moment. */
  notify(channel: string, payloads: readonly string[]): Promise<void>;
  /** Calls back for each payload on the channel until the returned function is called. */
  listen(channel: string, handle: (payload: string) => void): Promise<() => Promise<void>>;
  /** How the pool of connections stands now. */
  connections(): Connections;
  /** Whether the database answers now. */
  ping(): Promise<boolean>;
  close(): Promise<void>;
}

/** Connections of a pool; `waiting`: those who want one and have none. */
export interface Connections {
  readonly busy: number;
  readonly idle: number;
  readonly waiting: number;
  readonly atMost: number;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly maxConnections?: number;
  readonly log: Log;
}

/** Connections of one process: beyond about twice the database's cores more of them only wait for each other. */
const CONNECTIONS = 20;
/** No statement of ours takes this long; one that does is a missing index or a lock that will not come, ms. */
const STATEMENT_WITHIN = 30_000;
/** A transaction that does nothing for so long holds its locks for a process that hangs, ms. */
const IDLE_IN_TRANSACTION_WITHIN = 60_000;
/** How long a caller waits for a free connection before it is told that the database is not available, ms. */
const CONNECT_WITHIN = 10_000;

const BIGINT = 20;
const DATE = 1082;

/** Dates stay the text they are (a JavaScript date would move them by the zone); counts are numbers. */
const columnTypes: CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') => {
    if (id === DATE) return (text: string) => text;
    if (id === BIGINT) return safeInteger;
    return types.getTypeParser(id, format);
  },
};

/** Connection settings that hold for every pool of this process. */
export function poolSettings(url: string, applicationName: string, max: number): PoolConfig {
  return {
    connectionString: url,
    application_name: applicationName,
    max,
    connectionTimeoutMillis: CONNECT_WITHIN,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: STATEMENT_WITHIN,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_WITHIN,
    types: columnTypes,
  };
}

/** A pool whose lost connections are told to the log. Without a listener an idle or a lent client's loss would end the process. */
export function openPool(settings: PoolConfig, log: Log): Pool {
  const pool = new Pool(settings);
  const lost = (error: Error) => log.warn({ code: 'code' in error ? error.code : error.name }, 'a database connection was lost');
  // Every queue listens for itself, and there is one for each register.
  pool.setMaxListeners(0);
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return pool;
}

/** Opens the register's database. The pool connects when first asked, so a database that is down shows in `ping`. */
export async function openDatabase({ url, maxConnections = CONNECTIONS, log }: DatabaseOptions): Promise<Database> {
  // Jobs are added inside our transactions, by functions of the queue's own schema: found behind what is ours.
  const options = `-c search_path=public,${QUEUE_SCHEMA}`;
  const pool = openPool(
    { ...poolSettings(url, 'star-xtee-gateway', maxConnections), pipeline: true, options, stream: () => new GatheringSocket() },
    log,
  );
  const dialect = new PostgresDialect({ pool: preparing(pool) });
  const db: Db = new Kysely<NoTables>({ dialect });
  const effects = new AsyncLocalStorage<(() => void)[]>();
  const transaction: Database['transaction'] = async (work) => {
    const pending: (() => void)[] = [];
    const result = await effects.run(pending, () => inTransaction(db, dialect, work));
    for (const effect of pending) effect();
    return result;
  };
  return {
    url,
    db,
    transaction,
    reading: (work) => onOneConnection(db, dialect, work),
    decide: (work) => decide(transaction, work),
    afterCommit: (effect) => {
      const pending = effects.getStore();
      if (pending === undefined) throw new Error('there is no open transaction to wait for');
      pending.push(effect);
    },
    migrate: () => migrate(db, pool, log),
    notify: (channel, payloads) => notify(db, channel, payloads),
    listen: (channel, handle) => listen(url, channel, handle, log),
    connections: () => {
      const { totalCount, idleCount, waitingCount } = pool;
      // With idle ones there it is the next turn of the event loop that they wait for.
      return { busy: totalCount - idleCount, idle: idleCount, waiting: idleCount > 0 ? 0 : waitingCount, atMost: maxConnections };
    },
    ping: async () => {
      try {
        await db.executeQuery(CompiledQuery.raw('select 1'));
        return true;
      } catch {
        return false;
      }
    },
    close: () => db.destroy(),
  };
}

/** Whether an error is the database's own word on a statement: its transaction is undone. Of a lost connection nobody knows. */
export function isDatabaseError(error: unknown): boolean {
  return error instanceof DatabaseError;
}

/** SQLSTATE classes of what is the data's own fault: 22 data exception, 23 integrity constraint (PostgreSQL, appendix A). */
const OF_THE_DATA = /^2[23]/;

/** Whether it is what was asked that fails, and will again: not the database, the way to it, or that others were in it too. */
export function isOfTheData(error: unknown): boolean {
  if (error instanceof DatabaseError) return OF_THE_DATA.test(error.code ?? '');
  return error instanceof TypeError || error instanceof RangeError;
}

/** Thrown and caught here alone: the way to tell the driver that a refusal by value undoes the transaction too. */
class Refusal<E> extends Error {
  readonly result: { readonly ok: false; readonly error: E };
  constructor(result: { readonly ok: false; readonly error: E }) {
    super('refused');
    this.result = result;
  }
}

async function decide<T, E>(transaction: Database['transaction'], work: (tx: Tx) => Promise<Result<T, E>>): Promise<Result<T, E>> {
  let refusal: Refusal<E> | undefined;
  try {
    return await transaction(async (tx) => {
      const result = await work(tx);
      if (result.ok) return result;
      throw new Refusal(result);
    });
  } catch (error) {
    if (error instanceof Refusal) refusal = error;
    if (refusal === undefined) throw error;
    return refusal.result;
  }
}

/** PostgreSQL's bigint as a number; beyond 2^53 a number would lie. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('an integer of the database is beyond what a number holds');
  return value;
}
