import { type Static, Type } from 'typebox';
import { orNull } from '../platform/index.ts';
import { EXCHANGE_CLASSES, HISTORY_SPANS, type History } from '../queries/index.ts';

const Milliseconds = orNull(Type.Integer({ minimum: 0 }));
const Steps = Type.Array(Type.Integer({ minimum: 0 }), { description: 'One number a step' });

/** How far back, in a path. */
export const Span = Type.Object({ span: Type.Enum(Object.keys(HISTORY_SPANS) as (keyof typeof HISTORY_SPANS)[]) });

/** What the registers' exchanges came to and how long answers took, step by step. */
export const HistoryList = Type.Object({
  from: Type.String({ format: 'date-time' }),
  stepSeconds: Type.Integer({ minimum: 1 }),
  steps: Type.Integer({ minimum: 1 }),
  items: Type.Array(
    Type.Object({
      registry: Type.String(),
      ...Object.fromEntries(EXCHANGE_CLASSES.map((each) => [each, Steps] as const)),
      p50: Type.Array(Milliseconds, { description: 'Half of the answers were there by then, ms' }),
      p95: Type.Array(Milliseconds, { description: 'Nineteen of twenty, ms' }),
      overall: Type.Object({ p50: Milliseconds, p95: Milliseconds }),
    }),
  ),
});

export function viewHistory({ from, stepSeconds, steps, registries }: History): Static<typeof HistoryList> {
  return {
    from: from.toString(),
    stepSeconds,
    steps,
    items: registries.map(({ registry, counts, latency, overall }) => ({
      registry,
      ...counts,
      p50: latency.map(({ p50 }) => p50),
      p95: latency.map(({ p95 }) => p95),
      overall,
    })),
  };
}
