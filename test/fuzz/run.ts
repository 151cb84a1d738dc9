import fc from 'fast-check';
import type { Target } from './targets.ts';

/** One reading of anything of a message's size takes no longer, ms (proof: no hang over 1 s). */
const READS_WITHIN_MS = 1000;

export interface Outcome {
  readonly runs: number;
  readonly accepted: number;
  readonly slowestMs: number;
  /** The smallest input found that something does not hold for, and what. */
  readonly broken: { readonly input: string; readonly why: string; readonly seed: number; readonly path: string } | undefined;
}

/** Feeds a target with what its inputs make, so many times or for so long. */
export function fuzz(target: Target, limits: { readonly runs: number } | { readonly milliseconds: number }, seed: number): Outcome {
  let [runs, accepted, slowestMs] = [0, 0, 0];
  const property = fc.property(target.inputs, (input) => {
    const began = performance.now();
    const verdict = target.read(input);
    const took = performance.now() - began;
    runs += 1;
    if (verdict === 'accepted') accepted += 1;
    slowestMs = Math.max(slowestMs, took);
    if (took > READS_WITHIN_MS) throw new Error(`reading took ${Math.round(took)} ms`);
  });
  const result = fc.check(property, {
    seed,
    ...('runs' in limits ? { numRuns: limits.runs } : { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: limits.milliseconds }),
  });
  const [input] = result.counterexample ?? [];
  const broken =
    input === undefined
      ? undefined
      : {
          input,
          why: result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance),
          seed: result.seed,
          path: result.counterexamplePath ?? '',
        };
  return { runs, accepted, slowestMs, broken };
}
