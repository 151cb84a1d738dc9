import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhenResult } from 'cockatiel';
import type { Clock, Temporal } from '../platform/index.ts';
import type { ExchangeOutcome } from '../xroad/index.ts';
import { isTechnicalFailure } from './verdict.ts';

/** A register that failed so often in a row is left alone for a while. */
const FAILURES_TO_OPEN = 5;
/** Then one probe is sent. A failed probe leaves the register alone as long again. */
const OPEN_MILLISECONDS = 15_000;

export type BreakerState = 'CLOSED' | 'HALF_OPEN' | 'OPEN';

/**
 * One circuit breaker per registry. Only technical failures open it: a register that says "not found" or "no right" works. While it is open its
 * queries wait instead of each running into the same deadline; half open, exactly one goes.
 */
export interface Breakers {
  /** Runs the exchange, or gives undefined when the breaker is open and it was not run. */
  run(registry: string, exchange: () => Promise<ExchangeOutcome>): Promise<ExchangeOutcome | undefined>;
  state(registry: string): BreakerState;
  /** When the next probe may go, while the breaker is open. */
  opensAgainAt(registry: string): Temporal.Instant | undefined;
}

export function createBreakers(
  registries: readonly string[],
  clock: Clock,
  onChange: (registry: string, state: BreakerState, until: Temporal.Instant | undefined) => void,
): Breakers {
  const breakers = new Map(
    registries.map((registry) => [registry, createBreaker((state, until) => onChange(registry, state, until), clock)]),
  );
  const breakerOf = (registry: string) => {
    const breaker = breakers.get(registry);
    if (breaker === undefined) throw new Error(`no breaker for registry ${registry}`);
    return breaker;
  };
  return {
    async run(registry, exchange) {
      try {
        return (await breakerOf(registry).policy.execute(exchange)) as ExchangeOutcome;
      } catch (error) {
        if (error instanceof BrokenCircuitError) return undefined;
        throw error;
      }
    },
    state: (registry) => STATES[breakerOf(registry).policy.state],
    opensAgainAt: (registry) => {
      const { policy, until } = breakerOf(registry);
      return policy.state === CircuitState.Open ? until() : undefined;
    },
  };
}

const STATES = {
  [CircuitState.Closed]: 'CLOSED',
  [CircuitState.HalfOpen]: 'HALF_OPEN',
  [CircuitState.Open]: 'OPEN',
  [CircuitState.Isolated]: 'OPEN',
} as const satisfies Record<CircuitState, BreakerState>;

function createBreaker(onChange: (state: BreakerState, until: Temporal.Instant | undefined) => void, clock: Clock) {
  let openUntil: Temporal.Instant | undefined;
  const policy = circuitBreaker(
    handleWhenResult((outcome) => isTechnicalFailure(outcome as ExchangeOutcome)),
    { halfOpenAfter: OPEN_MILLISECONDS, breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN) },
  );
  policy.onStateChange((state) => {
    openUntil = state === CircuitState.Open ? clock.now().add({ milliseconds: OPEN_MILLISECONDS }) : undefined;
    onChange(STATES[state], openUntil);
  });
  return { policy, until: () => openUntil };
}
