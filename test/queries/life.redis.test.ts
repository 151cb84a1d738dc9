import { describe } from 'vitest';
import { openTestGateway } from '../gateway.ts';
import { redisForms, redisIsThere } from '../redis.ts';
import { lifeOfAQuery } from './life.ts';

// Behind Sentinels it is one Redis as well; that another becomes the master is tried in failover.test.ts.
const forms = redisForms.filter(([name]) => !name.includes('Sentinels'));

describe.runIf(redisIsThere('the life of a query')).each(forms)('with queue and cache on %s', (_name, start) => {
  lifeOfAQuery(async () => {
    const redis = await start();
    const gateway = await openTestGateway({ redis: redis.address });
    return {
      ...gateway,
      async close() {
        await gateway.close();
        await redis.stop();
      },
    };
  });
});
