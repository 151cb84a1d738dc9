import { type Clock, type Log, newId, startRounds, type Temporal } from '../platform/index.ts';
import type { Database, JobQueue, Working } from '../storage/index.ts';
import { type BreakerState, createBreakers } from './breaker.ts';
import { createGate, type Gate } from './gate.ts';
import { closedUntil, comingWindows, type MaintenanceWindow } from './maintenance.ts';
import { plannedMaintenance } from './maintenance-store.ts';
import { Pace } from './pace.ts';
import { pausedRegistries, setConcurrencies } from './registry-control.ts';
import type { AllRegistrySettings } from './registry-settings.ts';
import { beat, leave, workersSeen } from './registry-worker-store.ts';
import { releaseFrom } from './turn-store.ts';
import type { QueryWatch } from './watch.ts';

/** How often a worker looks at what operators have set, and says how it stands: 2 s. */
const EVERY_MS = 2000;

/** One register to this process: whether and how much it is asked. */
interface Control {
  readonly pace: Pace;
  windows: readonly MaintenanceWindow[];
  /** By these windows, when they were last looked at. True before: what an earlier process put off may have come free. */
  closed: boolean;
  /** What the queue was last made to do; undefined while it could not be told. */
  paused: boolean | undefined;
  breaker: BreakerState;
  breakerUntil: Temporal.Instant | undefined;
  working: Working | undefined;
}

/** What holds the sending of this process in bounds. */
export interface Controls {
  readonly gate: Gate;
  /** How many exchanges with the register this process has under way at the most, now. */
  concurrency(registry: string): number;
  /** An exchange has ended; a register that is slow or fails is asked less at a time. */
  report(registry: string, outcome: 'ANSWERED' | 'TECHNICAL_FAILURE', milliseconds: number): void;
  /** From now on the bounds hold for the worker of that queue. */
  hold(registry: string, working: Working): void;
  stop(): Promise<void>;
}

/**
 * Looks every two seconds at what operators have set and how many workers there are, and says how this one stands. The number of exchanges that a
 * register takes at a time is divided among the workers that live: one that has died leaves its part to the others within ten seconds, and nobody
 * has to count what is under way elsewhere.
 */
export async function startControls(ports: {
  readonly database: Database;
  readonly queue: JobQueue;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: AllRegistrySettings;
  readonly watch: Pick<QueryWatch, 'breaker'>;
}): Promise<Controls> {
  const { database, clock, log, settings } = ports;
  const worker = newId();
  const controls = new Map<string, Control>();
  for (const [registry, { concurrency }] of Object.entries(settings)) {
    controls.set(registry, {
      pace: new Pace(concurrency),
      windows: [],
      closed: true,
      paused: undefined,
      breaker: 'CLOSED',
      breakerUntil: undefined,
      working: undefined,
    });
  }
  const of = (registry: string): Control => {
    const control = controls.get(registry);
    if (control === undefined) throw new RangeError(`there is no register ${registry}`);
    return control;
  };
  const apply = ({ pace, working }: Control) => working?.setConcurrency(pace.limit);

  const sayHowItStands = () =>
    beat(
      database.db,
      worker,
      [...controls].map(([registry, { breaker, breakerUntil, pace }]) => ({ registry, breaker, breakerUntil, concurrency: pace.limit })),
    );
  const look = async () => {
    const now = clock.now();
    await sayHowItStands();
    const [set, planned, workers, paused] = await Promise.all([
      setConcurrencies(database.db),
      plannedMaintenance(database.db, now),
      workersSeen(database.db),
      pausedRegistries(database.db),
    ]);
    for (const [registry, control] of controls) {
      const { concurrency = 1, maintenance = [] } = settings[registry] ?? {};
      control.pace.setCeiling(Math.max(1, Math.floor((set.get(registry) ?? concurrency) / Math.max(1, workers))));
      control.windows = [...comingWindows(maintenance, now), ...planned.filter((window) => window.registry === registry)];
      apply(control);
      const closed = closedUntil(control.windows, now) !== undefined;
      if (control.closed && !closed) await release(registry, now);
      control.closed = closed;
    }
    for (const [registry, control] of controls) {
      // A queue that is away is told at the next look.
      await instruct(registry, control, paused.includes(registry)).catch((error: unknown) =>
        log.warn({ registry, err: error }, 'a queue was not told'),
      );
    }
  };
  // The switches in the database are the truth: a queue that was rebuilt from nothing has forgotten that an operator had stopped it.
  const instruct = async (registry: string, control: Control, paused: boolean) => {
    if (control.paused === undefined) await ports.queue.limit(registry, settings[registry]?.perMinute);
    if (paused) {
      if (!(await ports.queue.counts(registry)).paused) await ports.queue.pause(registry);
    } else if (control.paused !== false) await ports.queue.resume(registry);
    control.paused = paused;
  };
  // A window has ended or was taken back: what this worker put off by it, the others' stale view or its own, goes now.
  const release = (registry: string, now: Temporal.Instant) =>
    database.transaction(async (tx) => {
      const released = await releaseFrom(tx, registry, 'PLANNED_MAINTENANCE', now);
      await ports.queue.add(tx, Array(released).fill({ queue: registry }));
    });

  const breakers = createBreakers([...controls.keys()], clock, (registry, breaker, breakerUntil) => {
    log.warn({ registry, state: breaker }, 'breaker changed');
    ports.watch.breaker(registry, breaker);
    Object.assign(of(registry), { breaker, breakerUntil });
    sayHowItStands().catch((error: unknown) => log.error({ err: error }, 'breaker state not written'));
  });
  await look();
  const stopLooking = startRounds(EVERY_MS, look, (error) => log.error({ err: error }, 'controls not read'));
  return {
    gate: createGate(breakers, (registry) => of(registry).windows, clock),
    concurrency: (registry) => of(registry).pace.limit,
    report(registry, outcome, milliseconds) {
      const control = of(registry);
      control.pace.report(outcome, milliseconds);
      apply(control);
    },
    hold(registry, working) {
      const control = of(registry);
      control.working = working;
      apply(control);
    },
    async stop() {
      await stopLooking();
      await leave(database.db, worker).catch((error: unknown) => log.warn({ err: error }, 'a worker left without a word'));
    },
  };
}
