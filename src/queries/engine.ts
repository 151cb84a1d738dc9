import { type Failure, fail, failure, type Log, type Metrics, ok, type Result, type Temporal } from '../platform/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import { catalogue } from '../registries/index.ts';
import type { Tx } from '../storage/index.ts';
import { batchMetrics, dropPeopleOf, startBatches } from './batches/index.ts';
import { type BreakerState, createBreakers } from './breaker.ts';
import { dropFindings, startContractWatch } from './contracts/index.ts';
import { declarationMetrics, startDeclarations } from './declarations/index.ts';
import { openQueryEvents, type QueryEvents } from './events.ts';
import { feedMetrics, startFeeds } from './feeds/index.ts';
import { restOf } from './protocol.ts';
import { pausedRegistries, setBreaker } from './registry-control.ts';
import { queryMetrics, type SendPorts, send } from './send.ts';
import { openShadows } from './shadow/index.ts';
import { endQueriesOf, hasUnsettledWrite } from './store.ts';
import { startSweeper } from './sweeper.ts';

/** What the engine is made of; `concurrency` says, per registry, how many exchanges run at a time. */
export interface QueriesPorts
  extends Pick<SendPorts, 'database' | 'queue' | 'keys' | 'cache' | 'xroad' | 'addresses' | 'protocols' | 'clock' | 'random' | 'writes'> {
  readonly concurrency: Readonly<Record<string, number>>;
  /** Codes of the feeds of changes that are read. */
  readonly feeds: readonly string[];
  readonly metrics: Metrics;
  readonly log: Log;
}

/** The running query engine. */
export interface Queries {
  readonly ports: SendPorts;
  readonly events: QueryEvents;
  readonly registries: readonly string[];
  /**
   * Called inside the transaction that closes a proceeding: what waits is cancelled, what was answered is purged, and the log says so. Refused
   * while a write has not settled: what was accepted is not dropped.
   */
  endFor(tx: Tx, proceedingId: string): Promise<Result<void, Failure<'WRITE_NOT_SETTLED'>>>;
  /** Makes the queue do as an operator has just written down. */
  setPaused(registry: string, paused: boolean): Promise<void>;
  /** Stops taking up queries, lets those under way end, then lets go of everything that was opened here. */
  close(): Promise<void>;
}

/** Starts a worker per registry, the sweeper, the contract watch, the mass orders, the declarations and the events. */
export async function openQueries(given: QueriesPorts): Promise<Queries> {
  const { database, queue, clock, log } = given;
  const registries = Object.keys(given.concurrency);
  const events = await openQueryEvents(database, log);
  // One after the other: written by two connections at once, an older state could come last.
  let written: Promise<void> = Promise.resolve();
  const write = (registry: string, state: BreakerState, until: Temporal.Instant | undefined) => {
    written = written
      .then(() => setBreaker(database.db, registry, state, until, clock.now()))
      .catch((error: unknown) => log.error({ err: error }, 'breaker state not written'));
  };
  const breakers = createBreakers(registries, clock, (registry, state, until) => {
    log.warn({ registry, state }, 'breaker changed');
    write(registry, state, until);
  });
  // What an earlier process left written down is not how this one's breakers stand.
  for (const registry of registries) write(registry, 'CLOSED', undefined);
  const shadows = openShadows(given);
  const ports: SendPorts = { ...given, breakers, events, shadows, metrics: queryMetrics(given.metrics) };

  // The switches in the database are the truth: a queue rebuilt from nothing would have forgotten that an operator had stopped it.
  const paused = await pausedRegistries(database.db);
  for (const [registry, concurrency] of Object.entries(given.concurrency)) {
    if (paused.includes(registry)) await queue.pause(registry);
    else await queue.resume(registry);
    await queue.work(registry, (queryId) => send(ports, registry, queryId), { concurrency });
  }
  // What the watch found of their WSDL while they were asked by SOAP must not block them now.
  const byRest = catalogue.filter((type) => restOf(type, given.protocols) !== undefined);
  await dropFindings(
    database.db,
    byRest.map(({ code }) => code),
  );
  const stopSweeping = startSweeper({ database, queue, clock, log });
  const stopWatching = startContractWatch(ports);
  const stopBatches = startBatches({ ...ports, metrics: batchMetrics(given.metrics) });
  const stopFeeds = startFeeds({ ...ports, metrics: feedMetrics(given.metrics) }, given.feeds);
  const stopDeclarations = startDeclarations({ ...ports, metrics: declarationMetrics(given.metrics) });
  return {
    ports,
    events,
    registries,
    async endFor(tx, proceedingId) {
      if (await hasUnsettledWrite(tx, proceedingId)) return fail(failure('WRITE_NOT_SETTLED'));
      const cancelled = await endQueriesOf(tx, proceedingId);
      await dropPeopleOf(tx, proceedingId);
      await appendAudit(tx, {
        action: 'ANSWERS_PURGED',
        at: clock.now(),
        system: 'queries',
        object: { type: 'proceeding', id: proceedingId },
        proceedingId,
        outcome: 'DONE',
        details: { cancelled: cancelled.length },
      });
      return ok(undefined);
    },
    setPaused: (registry, stopped) => (stopped ? queue.pause(registry) : queue.resume(registry)),
    async close() {
      await Promise.all([stopSweeping(), stopWatching(), stopBatches(), stopFeeds(), stopDeclarations()]);
      await queue.close();
      await shadows.close();
      await written;
      await events.close();
    },
  };
}
