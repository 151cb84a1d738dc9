import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLog } from '../../src/platform/index.ts';
import { createDataKeys, openDatabase, openPostgresCache, readMasterKeys, startEmbeddedPostgres } from '../../src/storage/index.ts';
import { dataDir } from './door.ts';

/** The stores themselves, opened beside the gateway with the demo's own master key. */
export async function openStores() {
  const log = createLog('error');
  const configured = process.env.STAR_DATABASE_URL;
  const url = configured ?? (await startEmbeddedPostgres({ directory: join(dataDir, 'postgres'), log })).url;
  const database = await openDatabase({ url, maxConnections: 4, log });
  const cache = openPostgresCache(database);
  const masterKeys = readMasterKeys(readFileSync(join(dataDir, 'master.key'), 'utf8'));
  if (!masterKeys.ok) throw new Error(masterKeys.error.text);
  return {
    database,
    cache,
    keys: createDataKeys(masterKeys.value),
    async close() {
      await cache.close();
      await database.close();
    },
  };
}
