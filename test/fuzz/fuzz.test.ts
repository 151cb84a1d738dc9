import { expect, it } from 'vitest';
import { fuzz } from './run.ts';
import { TARGETS } from './targets.ts';

/** The short version of `npm run fuzz`, always the same inputs. */
it.each(TARGETS.map((target) => [target.name, target] as const))('%s: whatever comes, it is read or refused', (_name, target) => {
  const { broken, runs, accepted } = fuzz(target, { runs: 400 }, 2026);
  expect(broken).toBeUndefined();
  expect(runs).toBe(400);
  // Inputs that are all refused at the first letter prove nothing.
  expect(accepted).toBeGreaterThan(5);
});
