import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pace } from '../../src/queries/index.ts';

/** A register that answers so many at a time in 100 ms, and more of them the more slowly. */
function askMany(pace: Pace, capacity: number, rounds: number): number {
  for (let round = 0; round < rounds; round++) {
    const asked = pace.limit;
    for (let answer = 0; answer < asked; answer++) pace.report('ANSWERED', 100 * Math.max(1, asked / capacity));
  }
  return pace.limit;
}

describe('how much a register is asked at a time', () => {
  it('is what was agreed while it answers as usual', () => {
    expect(askMany(new Pace(16), 16, 50)).toBe(16);
  });

  it('falls while it is slow, and comes back when it is not', () => {
    const pace = new Pace(16);
    askMany(pace, 16, 20);
    const crowded = askMany(pace, 3, 30);
    expect(crowded).toBeLessThan(10);
    expect(crowded).toBeGreaterThanOrEqual(1);
    expect(askMany(pace, 16, 200)).toBe(16);
  });

  it('falls to one and no further where everything fails', () => {
    const pace = new Pace(16);
    for (let failure = 0; failure < 500; failure++) pace.report('TECHNICAL_FAILURE', 30_000);
    expect(pace.limit).toBe(1);
    for (let answer = 0; answer < 500; answer++) pace.report('ANSWERED', 100);
    expect(pace.limit).toBe(16);
  });

  it('does not fall twice for what was sent at one pace', () => {
    const pace = new Pace(16);
    for (let failure = 0; failure < 12; failure++) pace.report('TECHNICAL_FAILURE', 100);
    expect(pace.limit).toBe(12);
  });

  it('does not mind that a quick register takes some milliseconds more', () => {
    const pace = new Pace(16);
    for (let answer = 0; answer < 100; answer++) pace.report('ANSWERED', 5);
    for (let answer = 0; answer < 100; answer++) pace.report('ANSWERED', 80);
    expect(pace.limit).toBe(16);
  });

  it('is never above what is set, nor under one, whatever happens', () => {
    const happening = fc.oneof(
      fc.record({ kind: fc.constant('REPORT' as const), failed: fc.boolean(), ms: fc.integer({ min: 0, max: 60_000 }) }),
      fc.record({ kind: fc.constant('SET' as const), ceiling: fc.integer({ min: 1, max: 200 }) }),
    );
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 200 }), (happenings) => {
        let ceiling = 16;
        const pace = new Pace(ceiling);
        for (const one of happenings) {
          if (one.kind === 'REPORT') pace.report(one.failed ? 'TECHNICAL_FAILURE' : 'ANSWERED', one.ms);
          else {
            ceiling = one.ceiling;
            pace.setCeiling(ceiling);
          }
          expect(pace.limit).toBeGreaterThanOrEqual(1);
          expect(pace.limit).toBeLessThanOrEqual(ceiling);
        }
      }),
    );
  });
});
