import { createLog, newId } from '../../src/platform/index.ts';
import { openDatabase } from '../../src/storage/index.ts';
import { EMPTY, GROWN, grow } from './growth.ts';

/**
 * `npm run seed -- postgres://... [small]`: lays a whole country into an empty database, as P8 does: people, proceedings, questions, the log. None
 * of them is anybody. A gateway started on it has them; their answers are noise, which opens for nobody.
 */
const [url, size] = process.argv.slice(2);
if (url === undefined || (size !== undefined && size !== 'small')) {
  console.error('npm run seed -- postgres://user@host/database [small]');
  process.exit(64);
}
const database = await openDatabase({ url, maxConnections: 4, log: createLog('error') });
await database.migrate();
const wanted = size === 'small' ? EMPTY : GROWN;
const began = performance.now();
await grow(database, newId(), wanted);
await database.close();
console.log(`${JSON.stringify(wanted)} laid in within ${Math.round((performance.now() - began) / 1000)} s`);
