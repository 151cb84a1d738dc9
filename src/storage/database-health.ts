import { sql } from 'kysely';
import type { Db } from './db.ts';

/** How PostgreSQL is, as it tells itself. */
export interface DatabaseHealth {
  readonly version: string;
  readonly bytes: number;
  /** To this database, of everybody. */
  readonly connections: number;
  readonly connectionsAtMost: number;
  /** Standbys that follow it, and by how far they are behind, s; null where the role may not know. */
  readonly replicas: readonly { readonly name: string; readonly lagSeconds: number | null }[];
  /** The last step of the schema, and how many there are. */
  readonly migration: string;
  readonly migrations: number;
  /** Its clock, ms since 1970. */
  readonly now: number;
}

export async function databaseHealth(db: Db): Promise<DatabaseHealth> {
  const [{ rows }, replicas] = await Promise.all([
    sql<Omit<DatabaseHealth, 'replicas' | 'now'> & { now: Date }>`
      select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
             (select count(*) from pg_stat_activity where datname = current_database()) as connections,
             current_setting('max_connections')::integer as "connectionsAtMost",
             (select max(name) from schema_migration) as migration, (select count(*) from schema_migration) as migrations,
             clock_timestamp() as now`.execute(db),
    sql<{ name: string; lag: string | null }>`
      select application_name as name, extract(epoch from replay_lag) as lag from pg_stat_replication order by application_name`.execute(
      db,
    ),
  ]);
  const [health] = rows;
  if (health === undefined) throw new Error('the database tells nothing of itself');
  return {
    ...health,
    replicas: replicas.rows.map(({ name, lag }) => ({ name, lagSeconds: lag === null ? null : Number(lag) })),
    now: health.now.getTime(),
  };
}
