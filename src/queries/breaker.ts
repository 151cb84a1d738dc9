import { type Clock, Temporal } from '../platform/index.ts';

/** A register that failed so often in a row is left alone for a while. */
const FAILURES_TO_OPEN = 5;
/** How long a register is left alone before one probe is sent; as long again when that fails: 15 s. */
const OPEN_SECONDS = 15;

export type BreakerState = 'CLOSED' | 'HALF_OPEN' | 'OPEN';

/** Leave to send one query. What came of it is reported once; disposed of without a report, nothing was sent. */
export interface Pass extends Disposable {
  report(outcome: 'ANSWERED' | 'TECHNICAL_FAILURE'): void;
}

/**
 * One circuit breaker per registry. Only technical failures open it: a register that says "not found" or "no right" works. While it is open its
 * queries wait instead of each running into the same deadline; half open, exactly one goes.
 *
 * Our own, because leave must be had before a query is claimed: a query that is turned back at the register's door must not count as sent.
 */
export interface Breakers {
  /** Leave to send, or when to ask for it again. */
  enter(registry: string): Pass | Temporal.Instant;
  state(registry: string): BreakerState;
}

type State =
  | { readonly kind: 'CLOSED'; readonly failures: number }
  | { readonly kind: 'OPEN'; readonly until: Temporal.Instant }
  | { readonly kind: 'HALF_OPEN' };

const CLOSED: State = { kind: 'CLOSED', failures: 0 };

export function createBreakers(
  registries: readonly string[],
  clock: Clock,
  onChange: (registry: string, state: BreakerState, until: Temporal.Instant | undefined) => void,
): Breakers {
  const states = new Map<string, State>(registries.map((registry) => [registry, CLOSED]));
  const stateOf = (registry: string): State => {
    const state = states.get(registry);
    if (state === undefined) throw new Error(`no breaker for registry ${registry}`);
    return state;
  };
  const change = (registry: string, next: State): void => {
    const before = stateOf(registry);
    states.set(registry, next);
    if (before.kind !== next.kind) onChange(registry, next.kind, next.kind === 'OPEN' ? next.until : undefined);
  };
  const open = (): State => ({ kind: 'OPEN', until: clock.now().add({ seconds: OPEN_SECONDS }) });

  /** A pass of a closed breaker. Whoever was let through before it opened has nothing more to say. */
  const ordinary = (registry: string): Pass => ({
    report(outcome) {
      const state = stateOf(registry);
      if (state.kind !== 'CLOSED') return;
      const failures = outcome === 'TECHNICAL_FAILURE' ? state.failures + 1 : 0;
      change(registry, failures < FAILURES_TO_OPEN ? { kind: 'CLOSED', failures } : open());
    },
    [Symbol.dispose]() {},
  });

  const probe = (registry: string, opened: State): Pass => {
    let told = false;
    return {
      report(outcome) {
        told = true;
        change(registry, outcome === 'ANSWERED' ? CLOSED : open());
      },
      // Not sent after all: the next one is the probe.
      [Symbol.dispose]() {
        if (!told) change(registry, opened);
      },
    };
  };

  return {
    enter(registry) {
      const state = stateOf(registry);
      if (state.kind === 'CLOSED') return ordinary(registry);
      if (state.kind === 'HALF_OPEN') return clock.now();
      if (Temporal.Instant.compare(clock.now(), state.until) < 0) return state.until;
      change(registry, { kind: 'HALF_OPEN' });
      return probe(registry, state);
    },
    state: (registry) => stateOf(registry).kind,
  };
}
