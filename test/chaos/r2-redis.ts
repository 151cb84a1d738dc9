import { setTimeout as sleep } from 'node:timers/promises';
import { checked, type Fault, onSite, toldWrong, underLoad } from './fault.ts';
import type { GatewayProcess } from './gateway.ts';
import { againAndAgain } from './load.ts';

/** How long Redis stays away, ms: longer than a gateway takes to say whether it is there. */
const AWAY_MS = 1_000;
/** R2: recovery within 30 s of Redis' return. */
const RECOVERS_WITHIN_MS = 30_000;

/** R2: Redis is restarted with what is in it, and every third time is killed and comes back empty. */
export const redisGone: Fault = {
  id: 'R2',
  backends: ['redis'],
  run: (backend, size) =>
    onSite(backend, { gateways: 2 }, async (site) => {
      const { redis, gateways } = site;
      if (redis === undefined) throw new Error('there is no Redis to be restarted');
      let [restarts, emptied, slowest] = [0, 0, 0];
      const wrong: string[] = [];
      const asked = await underLoad(site, size, async (going) => {
        restarts = await againAndAgain(going, size.harm.R2, async (n) => {
          const flushed = n % 3 === 1;
          await (flushed ? redis.kill() : redis.shutDown());
          if (flushed) emptied += 1;
          await sleep(AWAY_MS);
          for (const gateway of gateways) wrong.push(...(await saysDegraded(gateway)));
          await redis.start();
          const back = performance.now();
          for (const gateway of gateways) await untilReady(gateway);
          slowest = Math.max(slowest, performance.now() - back);
        });
      });
      return {
        injected: `${restarts} restarts of Redis, ${emptied} of them empty`,
        also: `degraded and alive each time; ready again within ${(slowest / 1000).toFixed(1)} s`,
        ...(await checked(
          site,
          asked.accepted,
          toldWrong(asked),
          ...wrong,
          emptied === 0 && 'Redis never came back empty',
          slowest > RECOVERS_WITHIN_MS && 'it took longer than 30 s to be ready again',
        )),
      };
    }),
};

/** Without its queue a gateway is not ready, says which part is away, and need not be restarted for it. */
async function saysDegraded({ url }: GatewayProcess): Promise<readonly string[]> {
  const [ready, live] = await Promise.all([fetch(`${url}/health/ready`), fetch(`${url}/health/live`)]);
  const { status, checks } = (await ready.json()) as { status: string; checks: { queue: string; database: string } };
  return [
    ...(ready.status === 503 && status === 'degraded' ? [] : [`readiness said ${ready.status} ${status} without Redis`]),
    ...(checks.queue === 'unavailable' && checks.database === 'ok' ? [] : ['readiness named another part than the queue']),
    ...(live.status === 200 ? [] : [`liveness said ${live.status} without Redis`]),
  ];
}

async function untilReady({ url }: GatewayProcess): Promise<void> {
  for (const until = performance.now() + RECOVERS_WITHIN_MS; performance.now() < until; await sleep(50)) {
    if ((await fetch(`${url}/health/ready`)).status === 200) return;
  }
}
