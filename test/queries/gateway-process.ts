import { openGateway } from '../../src/gateway.ts';
import { createLog, systemClock } from '../../src/platform/index.ts';
import { MASTER_KEYS, testConfiguration } from '../installation.ts';

/** A gateway in a process of its own, to be killed: `node gateway-process.ts <database> <security server>`. Prints its address. */
const [databaseUrl = '', securityServer = ''] = process.argv.slice(2);
const configuration = testConfiguration(securityServer);
const gateway = await openGateway({ configuration, databaseUrl, masterKeys: MASTER_KEYS, clock: systemClock, log: createLog('silent') });
console.log(gateway.url);
