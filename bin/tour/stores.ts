import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLog } from '../../src/platform/index.ts';
import { createDataKeys, openDatabase, openPostgresCache, startEmbeddedPostgres } from '../../src/storage/index.ts';
import { dataDir } from './door.ts';

/** The stores themselves, opened beside the gateway with the demo's own master key. */
export async function openStores() {
  const log = createLog('error');
  const configured = process.env.STAR_DATABASE_URL;
  const url = configured ?? (await startEmbeddedPostgres({ directory: join(dataDir, 'postgres'), log })).url;
  const database = await openDatabase({ url, maxConnections: 4, log });
  const cache = openPostgresCache(database);
  const keys = createDataKeys({ masterKey: Buffer.from(readFileSync(join(dataDir, 'master.key'), 'utf8'), 'base64') });
  return {
    database,
    cache,
    keys,
    async close() {
      await cache.close();
      await database.close();
    },
  };
}
