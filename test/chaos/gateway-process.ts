import { readConfiguration } from '../../src/configuration.ts';
import { openGateway } from '../../src/gateway.ts';
import { type Clock, createLog, systemClock } from '../../src/platform/index.ts';
import { MASTER_KEYS } from '../installation.ts';

/**
 * A gateway in a process of its own, whose clock its parent puts forward and back: `node gateway-process.ts <seconds>`, and each message says
 * anew by how many seconds it is wrong. Otherwise it is opened and stopped as `src/main.ts` does it, from the same settings.
 */
let wrongBy = Number(process.argv[2] ?? 0);
process.on('message', (seconds) => {
  wrongBy = Number(seconds);
});
const clock: Clock = { now: () => systemClock.now().add({ seconds: wrongBy }) };
const configuration = readConfiguration('production', process.env);
if (!configuration.ok) throw new Error(configuration.error.faults.join('\n'));
const { database, logLevel } = configuration.value;
const log = createLog(logLevel);
const databaseUrl = database.url ?? '';
const gateway = await openGateway({ configuration: configuration.value, databaseUrl, masterKeys: MASTER_KEYS, clock, log });
process.once('SIGTERM', async () => {
  await gateway.close();
  process.exit(0);
});
