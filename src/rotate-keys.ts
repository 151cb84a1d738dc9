import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfiguration } from './configuration.ts';
import { createLog, systemClock } from './platform/index.ts';
import { appendAudit } from './register/audit/index.ts';
import {
  type Database,
  keyToRotateTo,
  openDatabase,
  readMasterKeys,
  retireEarlier,
  rewrapKeys,
  type Tx,
  wrapByNewest,
} from './storage/index.ts';

/**
 * `npm run keys:rotate`: has the newest master key of the file wrap every data key, beside running gateways (docs/operations.md). Stopped anywhere
 * and called again it goes on.
 */

/** Between two walks, while somebody holds a data key that is not wrapped anew yet, ms. */
const PAUSE = 500;

const configuration = readConfiguration('production', process.env);
if (!configuration.ok) refuse(configuration.error.faults.join('\n'));
const { database: settings, masterKeyFile } = configuration.value;
if (settings.url === undefined || masterKeyFile === undefined) throw new Error('a complete configuration lacks something');
const keys = readMasterKeys(readFileSync(masterKeyFile, 'utf8'));
if (!keys.ok) refuse(`${keys.error.code}: ${keys.error.text}`);
const masterKeys = keys.value;

const database = await openDatabase({ url: settings.url, maxConnections: 4, log: createLog('error') });
const wanted = await keyToRotateTo(database.db, masterKeys);
if (!wanted.ok) refuse(`${wanted.error.code}: ${wanted.error.text}. Nothing has been changed.`);
const version = wanted.value;
const isNew = await database.transaction(async (tx) => {
  const changed = await wrapByNewest(tx, masterKeys, version);
  if (changed) await note(tx, 'MASTER_KEY_CHANGED', { version });
  return changed;
});
if (isNew) console.log(`From now on the master key of version ${version} wraps what is new.`);
await rotate(database);
await database.close();

async function rotate(database: Database): Promise<void> {
  for (let total = 0; ; await sleep(PAUSE)) {
    const before = total;
    const walked = await rewrapKeys(database, masterKeys, version, (so) => console.log(`${before + so} data keys have been wrapped anew.`));
    total += walked.rewrapped;
    if (walked.unreadable.length > 0) {
      console.error(
        `DATA_KEY_UNREADABLE: ${walked.unreadable.length} data keys do not open under the master key which they name, and were left: ${walked.unreadable.slice(0, 10).join(', ')}. Keep every master key.`,
      );
      process.exit(1);
    }
    const { left, retired } = await database.transaction(async (tx) => {
      const ended = await retireEarlier(tx, version);
      if (ended.retired.length > 0) await note(tx, 'MASTER_KEY_RETIRED', { version, retired: ended.retired.join(' ') });
      return ended;
    });
    if (left > 0) continue;
    console.log(`Every data key is wrapped by the master key of version ${version}: looked at one by one, none by another.`);
    if (retired.length > 0) console.log(`Version ${retired.join(', ')} may be taken out of ${masterKeyFile}.`);
    return;
  }
}

function note(
  tx: Tx,
  action: 'MASTER_KEY_CHANGED' | 'MASTER_KEY_RETIRED',
  details: Readonly<Record<string, string | number>>,
): Promise<void> {
  return appendAudit(tx, {
    action,
    at: systemClock.now(),
    system: 'keys-rotate',
    object: { type: 'master-key', id: String(version) },
    outcome: 'DONE',
    details,
  });
}

/** EX_CONFIG of sysexits.h, as the gateway itself. */
function refuse(text: string): never {
  console.error(text);
  process.exit(78);
}
