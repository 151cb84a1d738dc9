import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { type Pool, type PoolClient, Query, type QueryResult } from 'pg';

/** Statements that are kept prepared: more than the gateway has, fewer than would weigh on the database (each connection keeps its own). */
const STATEMENTS_AT_MOST = 300;
/** Texts that are remembered as having come once. */
const SEEN_AT_MOST = 1000;

/**
 * The pool as the query builder sees it, with every statement prepared under a name of its own: PostgreSQL parses and plans it once per connection
 * instead of at every call, which is most of what a short statement costs. What comes only once (a migration, say) takes no name from what comes
 * every time.
 *
 * A statement's name stands for its text, so the same text has the same name on every connection of the process.
 */
export function preparing(pool: Pool): PostgresPool {
  const names = new Map<string, string>();
  const seen = new Set<string>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size >= STATEMENTS_AT_MOST) return known;
    if (!seen.delete(text)) {
      if (seen.size >= SEEN_AT_MOST) seen.clear();
      seen.add(text);
      return undefined;
    }
    const name = `s${names.size}`;
    names.set(text, name);
    return name;
  };
  const clients = new WeakMap<PoolClient, PostgresPoolClient>();
  const adapt = (client: PoolClient): PostgresPoolClient => {
    const query = (text: unknown, values: readonly unknown[] = []) => {
      if (typeof text !== 'string') throw new TypeError('cursors are not used: a connection holds several statements at once');
      const { promise, resolve, reject } = Promise.withResolvers<QueryResult>();
      client.query(new PreparedQuery(nameOf(text), text, values, (error, result) => (error ? reject(error) : resolve(result))));
      return promise;
    };
    // The interface's second form is for cursors.
    return { query: query as unknown as PostgresPoolClient['query'], release: (destroy) => client.release(destroy) };
  };
  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect();
      const adapted = clients.get(client) ?? adapt(client);
      clients.set(client, adapted);
      return adapted;
    },
    end: () => pool.end(),
  };
}

/** A statement as the driver has it: made of its parts, where the driver's own way makes an object of them, copies it, and takes it apart again. */
class PreparedQuery extends Query {
  readonly name: string | undefined;

  constructor(
    name: string | undefined,
    text: string,
    values: readonly unknown[],
    done: (error: Error | undefined, result: QueryResult) => void,
  ) {
    super(text, [...values], done);
    this.name = name;
  }
}
