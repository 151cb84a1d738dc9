import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createLog } from '../../src/platform/index.ts';
import { createDataKeys, openDatabase, readMasterKeys, startEmbeddedPostgres } from '../../src/storage/index.ts';
import { dataDir } from './door.ts';

/** The stores themselves, opened beside the gateway with the demo's own master key. */
export async function openStores() {
  const log = createLog('error');
  const configured = process.env.STAR_DATABASE_URL;
  const url = configured ?? (await startEmbeddedPostgres({ directory: join(dataDir, 'postgres'), log })).url;
  const database = await openDatabase({ url, maxConnections: 4, log });
  const masterKeys = readMasterKeys(readFileSync(join(dataDir, 'master.key'), 'utf8'));
  if (!masterKeys.ok) throw new Error(masterKeys.error.text);
  return {
    database,
    /** The sealed bytes of a query's answer as they lie in the database. */
    async sealed(queryId: string): Promise<Uint8Array | undefined> {
      const { rows } = await sql<{ sealed: Uint8Array }>`select sealed from query_answer where query_id = ${queryId}`.execute(database.db);
      return rows[0]?.sealed;
    },
    keys: createDataKeys(masterKeys.value),
    close: () => database.close(),
  };
}
