import fc from 'fast-check';
import type { MemoryWatch } from './memory.ts';
import type { Target } from './target.ts';

/** One reading of anything of a message's size takes no longer, ms (proof: no hang over 1 s). Of this thread's own time: a busy machine hangs nobody. */
const READS_WITHIN_MS = 1000;
/** Readings before the memory is watched. */
const WARM_UP_RUNS = 100;

export interface Outcome {
  readonly runs: number;
  readonly accepted: number;
  readonly slowestMs: number;
  /** The smallest input found that something does not hold for, and what. */
  readonly broken: { readonly input: string; readonly why: string; readonly seed: number; readonly path: string } | undefined;
}

/** Feeds a target with what its inputs make, so many times or for so long. */
export async function fuzz(
  target: Target,
  limits: { readonly runs: number } | { readonly milliseconds: number },
  seed: number,
  memory?: MemoryWatch,
): Promise<Outcome> {
  let [runs, accepted, slowestMs] = [0, 0, 0];
  const property = fc.asyncProperty(target.inputs, async (input) => {
    const began = process.threadCpuUsage();
    const verdict = await target.read(input);
    const { user, system } = process.threadCpuUsage(began);
    const took = (user + system) / 1000;
    runs += 1;
    if (verdict === 'accepted') accepted += 1;
    slowestMs = Math.max(slowestMs, took);
    if (took > READS_WITHIN_MS) throw new Error(`reading took ${Math.round(took)} ms`);
    const grown = memory?.tooMuch(Buffer.byteLength(input));
    if (grown !== undefined) throw new Error(`memory rose by ${Math.round(grown / 1024 / 1024)} MiB`);
  });
  const result = await fc.check(property, {
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

/** Has every target read something, so that what is loaded and compiled at the first reading is there before the memory is watched. */
export async function warmUp(targets: readonly Target[]): Promise<void> {
  for (const target of targets) await fuzz(target, { runs: WARM_UP_RUNS }, 1);
}
