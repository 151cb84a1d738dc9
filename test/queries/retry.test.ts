import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Temporal } from '../../src/platform/index.ts';
import { ATTEMPTS_AT_MOST, nextAttempt } from '../../src/queries/index.ts';

const asked = Temporal.Instant.from('2026-11-23T08:00:00Z');
const seconds = (due: Temporal.Instant | undefined) => due?.since(asked).total('seconds');

describe('when a failed attempt is due again (protocol 8.2)', () => {
  it('doubles from two seconds, with full jitter', () => {
    expect(seconds(nextAttempt('BACKOFF', 1, asked, asked, 0.5))).toBe(1);
    expect(seconds(nextAttempt('BACKOFF', 2, asked, asked, 0.5))).toBe(2);
    expect(seconds(nextAttempt('IF_IDEMPOTENT', 5, asked, asked, 0.5))).toBe(16);
    expect(seconds(nextAttempt('BACKOFF', 3, asked, asked, 0))).toBe(0);
  });

  it('waits a minute and more where a person must mend something', () => {
    expect(seconds(nextAttempt('SLOW', 1, asked, asked, 0.5))).toBe(30);
    expect(seconds(nextAttempt('SLOW', 7, asked, asked, 0.999))).toBeLessThanOrEqual(900);
  });

  it('never repeats what cannot be mended by repeating', () => {
    expect(nextAttempt('NEVER', 1, asked, asked, 0.5)).toBeUndefined();
  });

  it('ends after the last attempt, and after a working day', () => {
    expect(nextAttempt('BACKOFF', ATTEMPTS_AT_MOST - 1, asked, asked, 0.5)).toBeDefined();
    expect(nextAttempt('BACKOFF', ATTEMPTS_AT_MOST, asked, asked, 0.5)).toBeUndefined();
    expect(nextAttempt('BACKOFF', 1, asked.add({ hours: 10 }), asked, 0)).toBeUndefined();
  });

  it('stays within its ceilings for any attempt and any jitter', () => {
    const retry = fc.constantFrom('BACKOFF' as const, 'SLOW' as const, 'IF_IDEMPOTENT' as const);
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(retry, fc.integer({ min: 1, max: ATTEMPTS_AT_MOST - 1 }), random, (kind, attempt, jitter) => {
        const wait = seconds(nextAttempt(kind, attempt, asked, asked, jitter)) ?? -1;
        return wait >= 0 && wait <= (kind === 'SLOW' ? 900 : 300);
      }),
    );
  });
});
