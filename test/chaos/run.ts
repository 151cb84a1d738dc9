import type { Fault } from './fault.ts';
import { killedWorkers } from './r1-killed-workers.ts';
import { redisGone } from './r2-redis.ts';
import { postgresGone } from './r3-postgres.ts';
import { hostileRegisters } from './r4-hostile-registers.ts';
import { closing } from './r5-closing.ts';
import { oneKey } from './r6-one-key.ts';
import { clockJumps } from './r7-clock.ts';
import { diskFull } from './r7-disk-full.ts';
import { stopped } from './r8-stopped.ts';
import type { Row } from './row.ts';
import type { Backend } from './site.ts';
import type { Size } from './size.ts';

export const FAULTS: readonly Fault[] = [
  killedWorkers,
  redisGone,
  postgresGone,
  hostileRegisters,
  closing,
  oneKey,
  clockJumps,
  diskFull,
  stopped,
];

/** A fault on one backend. */
export interface Trial {
  readonly fault: Fault;
  readonly backend: Backend;
}

/** Every fault on every backend that it can meet; what this machine does not let be tried is named and left out. */
export function trialsOf(faults: readonly Fault[], backends: readonly Backend[]): readonly Trial[] {
  return faults.flatMap((fault) => {
    const hindrance = fault.hindered?.();
    if (hindrance !== undefined) {
      console.warn(`Not run: ${hindrance}`);
      return [];
    }
    return fault.backends.filter((backend) => backends.includes(backend)).map((backend) => ({ fault, backend }));
  });
}

/** One trial: an installation, its fault, and what came of it. What could not be tried to its end does not hold. */
export async function run({ fault, backend }: Trial, size: Size): Promise<Row> {
  const began = performance.now();
  const row = { id: fault.id, backend };
  const seconds = () => (performance.now() - began) / 1000;
  try {
    const shown = await fault.run(backend, size);
    return { ...row, ...shown, seconds: seconds() };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const nothing = { accepted: 0, survived: 0, held: 0, lost: 0, doubled: 0 };
    return { ...row, ...nothing, injected: '', also: 'not tried to its end', broken: [why], seconds: seconds() };
  }
}

/** Some trials at once, most of their time each of them waits; tells of each row as it comes. */
export async function runAll(trials: readonly Trial[], size: Size, tell: (row: Row) => void): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const left = trials.values();
  const lane = async () => {
    for (const trial of left) {
      const row = await run(trial, size);
      rows.push(row);
      tell(row);
    }
  };
  await Promise.all(Array.from({ length: size.atOnce }, lane));
  return rows;
}
