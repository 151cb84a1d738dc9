import { beforeAll, describe, expect, it } from 'vitest';
import { MemoryWatch } from './memory.ts';
import { fuzz, warmUp } from './run.ts';
import type { Target } from './target.ts';
import { TARGETS } from './targets.ts';

let memory: MemoryWatch;
beforeAll(async () => {
  await warmUp(TARGETS);
  memory = new MemoryWatch();
});

/** The short version of `npm run fuzz`, always the same inputs. */
it.each(TARGETS.map((target) => [target.name, target] as const))('%s: whatever comes, it is read or refused', async (_name, target) => {
  const { broken, runs, accepted } = await fuzz(target, { runs: 400 }, 2026, memory);
  expect(broken).toBeUndefined();
  expect(runs).toBe(400);
  // Inputs that are all refused at the first letter prove nothing.
  expect(accepted).toBeGreaterThan(5);
});

describe('a reader that does not hold what it should is found', () => {
  const [{ inputs } = { inputs: undefined }] = TARGETS;
  if (inputs === undefined) throw new Error('no targets');
  const found = async (read: Target['read']) => (await fuzz({ name: '', inputs, read }, { runs: 10 }, 1, new MemoryWatch())).broken?.why;

  /** Does it once: what is found is then read again and again, to find the smallest that does it. */
  function once(work: () => void): Target['read'] {
    let done = false;
    return () => {
      if (!done) work();
      done = true;
      return 'accepted';
    };
  }
  const kept: Buffer[] = [];

  it('that throws', async () => {
    const read = () => {
      throw new Error('out of order');
    };
    expect(await found(read)).toBe('out of order');
  });

  it('that takes longer than it may', async () => {
    const read = once(() => {
      for (const began = process.threadCpuUsage().user; process.threadCpuUsage().user - began < 1_050_000; ) {
        // Asking for the time is the system's work: most of it is to be the reader's own.
        for (let i = 0; i < 1_000_000; i++);
      }
    });
    expect(await found(read)).toMatch(/^reading took \d{4} ms$/);
  });

  it('that takes more memory than it may, if only for a moment', async () => {
    expect(await found(once(() => void Buffer.alloc(100 * 1024 * 1024, 1)))).toMatch(/^memory rose by \d+ MiB$/);
  });

  it('that keeps what it has read', async () => {
    const read = () => {
      if (kept.length < 10) kept.push(Buffer.alloc(30 * 1024 * 1024, 1));
      return 'accepted' as const;
    };
    expect(await found(read)).toMatch(/^memory rose by \d+ MiB$/);
  });
});
