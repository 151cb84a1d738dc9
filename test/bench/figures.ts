/** Runs of each side, in turn: A B A B ... The machine's speed drifts; a ratio of neighbours does not. */
export const ROUNDS = 5;

/** What one measurement gave. */
export interface Figure {
  readonly id: string;
  readonly what: string;
  readonly against: string;
  readonly mustReach: string;
  /** Ours over theirs, one for each round. */
  readonly ratios: readonly number[];
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
  readonly unit: string;
}

/** Measures two things in turn, after one round of each that does not count. */
export async function inTurn(
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<Pick<Figure, 'ours' | 'theirs' | 'ratios'>> {
  await theirs();
  await ours();
  const [a, b]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    b.push(await theirs());
    a.push(await ours());
  }
  return { ours: a, theirs: b, ratios: a.map((figure, index) => figure / (b[index] ?? Number.NaN)) };
}

/** Does something so often, so many at a time, that what is measured afterwards is compiled and its statements are prepared. */
export async function warmUp(once: () => Promise<unknown>, { times, atATime }: { times: number; atATime: number }): Promise<void> {
  let left = times;
  const lane = async () => {
    while (left-- > 0) await once();
  };
  await Promise.all(Array.from({ length: atATime }, lane));
}

/** How many of something happen in a second, so many at a time, for so long. */
export async function perSecond(
  once: () => Promise<unknown>,
  { atATime, milliseconds }: { atATime: number; milliseconds: number },
): Promise<number> {
  let done = 0;
  const began = performance.now();
  const end = began + milliseconds;
  const lane = async () => {
    while (performance.now() < end) {
      await once();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: atATime }, lane));
  return done / ((performance.now() - began) / 1000);
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The table that `npm run bench` prints. */
export function table(figures: readonly Figure[]): string {
  const round = (figure: number) => (figure >= 100 ? figure.toFixed(0) : figure.toFixed(2));
  const lines = figures.map(({ id, what, against, mustReach, ratios, ours, theirs, unit }) =>
    [
      id.padEnd(4),
      what.padEnd(44),
      `${round(median(ratios))} (${round(Math.min(...ratios))}-${round(Math.max(...ratios))})`.padEnd(20),
      mustReach.padEnd(16),
      `${round(median(ours))} ${unit} against ${round(median(theirs))}: ${against}`,
    ].join(' '),
  );
  return [
    `${'id'.padEnd(4)} ${'what'.padEnd(44)} ${'ratio: median (range)'.padEnd(20)} ${'must reach'.padEnd(16)} absolute, and against what`,
    ...lines,
  ].join('\n');
}
