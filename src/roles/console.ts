import { consolePages, consoleRoutes, type HealthPorts, registerMetrics, standingMetrics } from '../console/index.ts';
import { VERSION } from '../platform/index.ts';
import { supervisionMetrics } from '../register/supervision/index.ts';
import { REGISTRIES } from '../registries/index.ts';
import { careOrderMetrics } from '../services/index.ts';
import { type ObjectStore, redisHealth } from '../storage/index.ts';
import { openIdentityFiles } from '../xroad/index.ts';
import { openScanner, openValidator } from './documents.ts';
import type { Ground } from './ground.ts';
import type { Offer } from './offer.ts';
import { needsQueue } from './readiness.ts';
import { registrySettings } from './registry-settings.ts';

/** Operators: their pages, the calls behind them, and the metrics of what stands in the database, which every process would tell alike. */
export async function offerConsole(ground: Ground): Promise<Offer> {
  const { database, keys, clock, metrics } = ground;
  const [queue, cache, events] = [await ground.queue(), await ground.cache(), await ground.events()];
  const setPaused = (registry: string, paused: boolean) => (paused ? queue.pause(registry) : queue.resume(registry));
  const settings = registrySettings(ground.configuration);
  registerMetrics(metrics, { database, clock, settings });
  standingMetrics(metrics, { database, clock });
  supervisionMetrics(metrics, database);
  careOrderMetrics(metrics, { database, clock });
  return {
    needs: [needsQueue(queue)],
    door: {
      at: 'opsPort',
      further: {
        '/console/api': consoleRoutes({
          database,
          queue,
          events,
          keys,
          cache,
          clock,
          registries: REGISTRIES,
          settings,
          setPaused,
          parts: partsOf(ground, await ground.objects()),
        }),
      },
      attach: async (app) => {
        await app.register(consolePages);
      },
    },
  };
}

/** What the gateway stands on, for operators to see how it is. */
function partsOf({ configuration, log }: Ground, objects: ObjectStore): HealthPorts {
  const { redis, xroad, dataDir, backupMarkFile } = configuration;
  const [scanner, validator] = [openScanner(configuration), openValidator(configuration)];
  return {
    redis: redis === undefined ? undefined : () => redisHealth(redis, log),
    securityServers: xroad.securityServers,
    dataDir,
    backupMark: backupMarkFile,
    documents: {
      store: () => objects.ping(),
      scanner: scanner && (() => scanner.ping()),
      validator: validator && (() => validator.ping()),
    },
    certificates: certificatesOf(xroad),
    version: VERSION,
  };
}

/** When the certificates end; undefined where there are none, or where this process may not read them: it sends nothing by them. */
function certificatesOf({ tls }: Ground['configuration']['xroad']): HealthPorts['certificates'] {
  if (tls === undefined) return undefined;
  const identity = openIdentityFiles(tls, () => undefined);
  if (!identity.ok) return undefined;
  return () => {
    // Looked at again: they may have been renewed.
    identity.value.current();
    return identity.value.expiry();
  };
}
