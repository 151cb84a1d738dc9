import { type RequestMetrics, requestMetrics } from '../api/index.ts';
import type { Configuration } from '../configuration.ts';
import { processMetrics } from '../console/index.ts';
import { type Clock, createMetrics, type Log, type Metrics, type Tracing } from '../platform/index.ts';
import { openQueryEvents, openQueryWatch, type QueryEvents, type QueryWatch } from '../queries/index.ts';
import { REGISTRIES } from '../registries/index.ts';
import {
  checkMasterKeys,
  createDataKeys,
  type Database,
  type DataKeys,
  type JobQueue,
  type MasterKeys,
  type ObjectStore,
  openDatabase,
  openPostgresCache,
  openPostgresQueue,
  openRedisCache,
  openRedisQueue,
  type SealedCache,
} from '../storage/index.ts';
import { openObjects } from './documents.ts';
import { openTraces } from './traces.ts';

/** What a process is opened with, whatever it does. */
export interface GatewayOptions {
  readonly configuration: Configuration;
  readonly databaseUrl: string;
  /** They wrap every data key, and with them every secret there is. */
  readonly masterKeys: MasterKeys;
  readonly clock: Clock;
  readonly log: Log;
  /** For the bench alone, which is one address that calls without pause. */
  readonly callsPerMinute?: number;
}

/** What every role stands on, and what several of them share: that is opened by the first which asks for it, so that a role opens only what it needs. */
export interface Ground extends Pick<GatewayOptions, 'configuration' | 'clock' | 'log'> {
  readonly database: Database;
  readonly keys: DataKeys;
  readonly metrics: Metrics;
  readonly tracing: Tracing;
  readonly watch: QueryWatch;
  readonly requests: RequestMetrics;
  queue(): Promise<JobQueue>;
  cache(): Promise<SealedCache>;
  events(): Promise<QueryEvents>;
  /** Where the bytes of documents lie. */
  objects(): Promise<ObjectStore>;
  /** Lets go of whatever was opened, the latest first. */
  readonly opened: AsyncDisposableStack;
}

export async function openGround(options: GatewayOptions, opened: AsyncDisposableStack): Promise<Ground> {
  const { configuration, databaseUrl, masterKeys, clock, log } = options;
  const { redis } = configuration;
  const database = await openDatabase({ url: databaseUrl, maxConnections: configuration.database.maxConnections, log });
  opened.defer(() => database.close());
  await database.migrate();
  const checked = await checkMasterKeys(database.db, masterKeys);
  if (!checked.ok) throw new Error(`${checked.error.code}: ${checked.error.text}`);
  const metrics = createMetrics();
  processMetrics(metrics, database);
  const tracing = await openTraces(configuration, metrics, log);
  opened.defer(() => tracing.close());
  const queues = { database, queues: [...REGISTRIES], log };
  /** The first to ask opens it. */
  const shared = <T extends { close(): Promise<void> }>(open: () => Promise<T>) => {
    let opening: Promise<T> | undefined;
    return () => {
      opening ??= open().then((one) => {
        opened.defer(() => one.close());
        return one;
      });
      return opening;
    };
  };
  return {
    configuration,
    clock,
    log,
    database,
    keys: createDataKeys(masterKeys),
    metrics,
    tracing,
    watch: openQueryWatch(metrics, tracing),
    requests: requestMetrics(metrics),
    queue: shared(async () => (redis === undefined ? openPostgresQueue(queues) : openRedisQueue({ ...queues, address: redis }))),
    cache: shared(async () => (redis === undefined ? openPostgresCache(database) : openRedisCache({ address: redis, log }))),
    events: shared(() => openQueryEvents(database, log)),
    objects: shared(() => openObjects(configuration)),
    opened,
  };
}
