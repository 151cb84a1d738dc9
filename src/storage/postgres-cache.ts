import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { SealedCache } from './sealed-cache.ts';

type Tables = {
  cached_answer: { proceeding_id: string; key: string; sealed: Uint8Array; expires_at: Date };
};

/** How often expired rows are cleared away, ms. They are never served meanwhile. */
const CLEAR_EVERY = 60_000;

/** The cache in an unlogged table: emptied by a crash of the database, never in its log, its replicas or their backups. */
export function openPostgresCache({ db }: Database): SealedCache {
  const tables = db.withTables<Tables>();
  const clear = () => tables.deleteFrom('cached_answer').where('expires_at', '<=', sql<Date>`now()`).execute();
  // A round that fails is made up for by the next.
  const timer = setInterval(() => clear().catch(() => undefined), CLEAR_EVERY);
  timer.unref();
  return {
    put: async (proceedingId, key, sealed, ttlSeconds) => {
      const expires_at = sql<Date>`now() + ${ttlSeconds} * interval '1 second'`;
      await tables
        .insertInto('cached_answer')
        .values({ proceeding_id: proceedingId, key, sealed, expires_at })
        .onConflict((conflict) => conflict.columns(['proceeding_id', 'key']).doUpdateSet({ sealed, expires_at }))
        .execute();
    },
    get: async (proceedingId, key) => {
      const row = await tables
        .selectFrom('cached_answer')
        .select('sealed')
        .where('proceeding_id', '=', proceedingId)
        .where('key', '=', key)
        .where('expires_at', '>', sql<Date>`now()`)
        .executeTakeFirst();
      return row?.sealed;
    },
    drop: async (proceedingId) => {
      await tables.deleteFrom('cached_answer').where('proceeding_id', '=', proceedingId).execute();
    },
    close: async () => clearInterval(timer),
  };
}
