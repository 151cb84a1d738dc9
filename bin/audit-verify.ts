import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfiguration } from '../src/configuration.ts';
import { createLog } from '../src/platform/index.ts';
import { verifyAudit } from '../src/register/audit/index.ts';
import { openDatabase, startEmbeddedPostgres } from '../src/storage/index.ts';

/**
 * `npm run audit:verify [line hash]`: walks the whole chain of the audit log and names the first line that is not as it was sealed. With a line and
 * a hash noted down earlier it also shows that nothing was cut off since. Ends with 1 when the chain is broken.
 */
const [line, hash] = process.argv.slice(2);
const anchor = line === undefined || hash === undefined ? undefined : { line: Number(line), hash };
const configuration = readConfiguration(process.env.STAR_DATABASE_URL === undefined ? 'demo' : 'production', {
  ...process.env,
  // What this command does not need must not keep it from running.
  STAR_MASTER_KEY_FILE: process.env.STAR_MASTER_KEY_FILE ?? 'none',
});
if (!configuration.ok) fail(configuration.error.faults.join('\n'));

const log = createLog('error');
const { database: configured, dataDir } = configuration.value;
const embedded = configured.url === undefined ? await openEmbedded(resolve(dataDir, 'postgres')) : undefined;
const database = await openDatabase({ url: configured.url ?? embedded?.url ?? '', maxConnections: 4, log });
const verdict = await verifyAudit(database.db, anchor);
await database.close();
// A database that a running gateway is using stays: it is only lent to us.
if (embedded?.adopted === false) await embedded.stop();

const { lines, unsealed, head, broken } = verdict;
if (broken !== undefined) fail(`Broken at line ${broken.line}: ${broken.how}. The ${lines} lines before it are as they were sealed.`);
console.log(`${lines} lines are as they were sealed; ${unsealed} are not sealed yet.`);
if (head !== undefined) console.log(`Note down, to show later that nothing was cut off: ${head.line} ${head.hash}`);

function openEmbedded(directory: string): ReturnType<typeof startEmbeddedPostgres> {
  if (!existsSync(join(directory, 'cluster'))) fail(`There is no database in ${directory}: has the gateway ever run?`);
  return startEmbeddedPostgres({ directory, log });
}

function fail(text: string): never {
  console.error(text);
  process.exit(1);
}
