import { type Clock, fail, ok, type Result, Temporal } from '../platform/index.ts';
import type { Breakers, Pass } from './breaker.ts';
import { closedUntil, type MaintenanceWindow } from './maintenance.ts';

/** Why a register is not to be asked now, and when to come again. */
export interface Closed {
  readonly code: 'PLANNED_MAINTENANCE' | 'BREAKER_OPEN';
  readonly until: Temporal.Instant;
}

/** The one place that decides whether something may leave for a register now. What an operator has paused does not get here: its turns wait. */
export interface Gate {
  /** Leave to send one message; what came of it is reported to the pass. */
  enter(registry: string): Result<Pass, Closed>;
}

/** A register's maintenance first, then its breaker: a probe that is known to fail is not sent. */
export function createGate(
  breakers: Pick<Breakers, 'enter'>,
  windows: (registry: string) => readonly MaintenanceWindow[],
  clock: Clock,
): Gate {
  return {
    enter(registry) {
      const until = closedUntil(windows(registry), clock.now());
      if (until !== undefined) return fail({ code: 'PLANNED_MAINTENANCE', until });
      const leave = breakers.enter(registry);
      return leave instanceof Temporal.Instant ? fail({ code: 'BREAKER_OPEN', until: leave }) : ok(leave);
    },
  };
}
