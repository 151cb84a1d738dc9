import type { Log, Metrics } from '../platform/index.ts';
import type { ReceivePorts } from '../register/notices/index.ts';
import { catalogue } from '../registries/index.ts';
import { batchMetrics, startBatches } from './batches/index.ts';
import { startBulkOperations } from './bulk/index.ts';
import { dropFindings, startContractWatch } from './contracts/index.ts';
import { startControls } from './controls.ts';
import { declarationMetrics, startDeclarations } from './declarations/index.ts';
import { feedMetrics, startFeeds } from './feeds/index.ts';
import { restOf } from './protocol.ts';
import type { AllRegistrySettings } from './registry-settings.ts';
import { type SendPorts, sending } from './send.ts';
import { openShadows } from './shadow/index.ts';
import { startSweeper } from './sweeper.ts';
import { followUnderWay } from './under-way.ts';
import { startProviderChecks } from './undertakings/index.ts';

/** What the engine is made of. */
export interface QueriesPorts
  extends Pick<
    SendPorts,
    'database' | 'queue' | 'keys' | 'cache' | 'events' | 'xroad' | 'addresses' | 'protocols' | 'clock' | 'random' | 'writes' | 'watch'
  > {
  readonly settings: AllRegistrySettings;
  /** Codes of the feeds of changes that are read. */
  readonly feeds: readonly string[];
  /** Who is concerned by what feeds tell of people. */
  readonly notices: ReceivePorts;
  readonly metrics: Metrics;
  readonly log: Log;
}

/**
 * How long a stop waits for the exchanges that are under way, ms: what has not ended by then goes back to the queue, and the process ends within
 * the half minute that a supervisor gives it.
 */
const EXCHANGES_END_WITHIN_MS = 20_000;

/**
 * Starts a worker per registry, the sweeper, the contract watch, the mass orders, the feeds and the declarations, until the returned function is
 * called, which lets what is under way end.
 */
export async function startQueries(given: QueriesPorts): Promise<() => Promise<void>> {
  const { database, queue, clock, log } = given;
  const registries = Object.keys(given.settings);
  const controls = await startControls(given);
  const underWay = followUnderWay(given.events);
  const shadows = openShadows(given);
  const ports: SendPorts = { ...given, controls, gate: controls.gate, underWay, shadows };

  const send = sending(ports);
  for (const registry of registries) {
    controls.hold(registry, await queue.work(registry, () => send(registry), { concurrency: controls.concurrency(registry) }));
  }
  // What the watch found of their WSDL while they were asked by SOAP must not block them now.
  const byRest = catalogue.filter((type) => restOf(type, given.protocols) !== undefined);
  await dropFindings(
    database.db,
    byRest.map(({ code }) => code),
  );
  const stopSweeping = startSweeper({ database, queue, clock, log, registries });
  const stopWatching = startContractWatch(ports);
  const stopBatches = startBatches({ ...ports, metrics: batchMetrics(given.metrics) });
  const stopFeeds = startFeeds({ ...ports, notices: given.notices, metrics: feedMetrics(given.metrics) }, given.feeds);
  const stopDeclarations = startDeclarations({ ...ports, metrics: declarationMetrics(given.metrics) });
  const stopProviderChecks = startProviderChecks(ports);
  const stopBulk = startBulkOperations({ ...ports, registries });
  return async () => {
    const cutting = setTimeout(() => void given.xroad.cut(), EXCHANGES_END_WITHIN_MS);
    await Promise.all([stopSweeping(), stopWatching(), stopBatches(), stopFeeds(), stopDeclarations(), stopProviderChecks(), stopBulk()]);
    await queue.stopWorking();
    clearTimeout(cutting);
    await shadows.close();
    underWay.close();
    await controls.stop();
  };
}
