import { consolePages, consoleRoutes, registerMetrics, standingMetrics } from '../console/index.ts';
import { REGISTRIES } from '../registries/index.ts';
import { careOrderMetrics } from '../services/index.ts';
import type { Ground } from './ground.ts';
import type { Offer } from './offer.ts';
import { needsDatabase, needsQueue } from './readiness.ts';

/** Operators: their pages, the calls behind them, and the metrics of what stands in the database, which every process would tell alike. */
export async function offerConsole(ground: Ground): Promise<Offer> {
  const { database, keys, clock, metrics } = ground;
  const [queue, cache] = [await ground.queue(), await ground.cache()];
  const setPaused = (registry: string, paused: boolean) => (paused ? queue.pause(registry) : queue.resume(registry));
  registerMetrics(metrics, { database, clock, registries: REGISTRIES });
  standingMetrics(metrics, { database, clock });
  careOrderMetrics(metrics, { database, clock });
  return {
    needs: [needsDatabase(database), needsQueue(queue)],
    door: {
      at: 'opsPort',
      further: { '/console/api': consoleRoutes({ database, queue, keys, cache, clock, registries: REGISTRIES, setPaused }) },
      attach: async (app) => {
        await app.register(consolePages);
      },
    },
  };
}
