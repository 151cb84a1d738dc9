import { createLog, systemClock } from '../../src/platform/index.ts';
import { careFacts, workCareOrders } from '../../src/services/index.ts';
import { createDataKeys, openDatabase } from '../../src/storage/index.ts';
import { MASTER_KEYS } from '../installation.ts';

/** A worker in a process of its own, to be killed: `node care-process.ts <database>`. Says when it has an order in hand, and then stands still in it. */
const [url = ''] = process.argv.slice(2);
const log = createLog('silent');
const database = await openDatabase({ url, log });
const facts = careFacts(database.db);
const keys = createDataKeys(MASTER_KEYS);
setInterval(() => undefined, 1000);
await workCareOrders({
  database,
  keys,
  clock: systemClock,
  log,
  facts: {
    async carersAmong(people, period) {
      await facts.carersAmong(people, period);
      console.log('in hand');
      return new Promise(() => undefined);
    },
  },
});
