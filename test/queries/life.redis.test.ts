import { describe } from 'vitest';
import { openTestGateway } from '../gateway.ts';
import { redisIsThere, startRedis } from '../redis.ts';
import { lifeOfAQuery } from './life.ts';

describe.runIf(redisIsThere('the life of a query'))('with queue and cache on Redis', () => {
  lifeOfAQuery(async () => {
    const redis = await startRedis();
    const gateway = await openTestGateway({ redisUrl: redis.url });
    return {
      ...gateway,
      async close() {
        await gateway.close();
        await redis.stop();
      },
    };
  });
});
