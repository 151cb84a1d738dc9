import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasDays, holdsOn, overlaps, type Period, succeed, Temporal } from '../../src/platform/index.ts';

const period = (validFrom: string, validTo?: string): Period => ({
  validFrom: Temporal.PlainDate.from(validFrom),
  validTo: validTo === undefined ? undefined : Temporal.PlainDate.from(validTo),
});

describe('a period', () => {
  it('has its first and its last day', () => {
    const may = period('2026-05-01', '2026-05-31');
    const days = ['2026-04-30', '2026-05-01', '2026-05-31', '2026-06-01'].map((day) => holdsOn(may, Temporal.PlainDate.from(day)));
    expect(days).toEqual([false, true, true, false]);
    expect(holdsOn(period('2026-05-01'), Temporal.PlainDate.from('2999-01-01'))).toBe(true);
    expect([hasDays(period('2026-05-01', '2026-05-01')), hasDays(period('2026-05-02', '2026-05-01'))]).toEqual([true, false]);
  });

  it('overlaps another where they share a day, be it one', () => {
    const may = period('2026-05-01', '2026-05-31');
    expect(overlaps(may, period('2026-05-31', '2026-06-30'))).toBe(true);
    expect(overlaps(may, period('2026-06-01'))).toBe(false);
    expect(overlaps(period('2026-01-01'), may)).toBe(true);
  });

  it('ends what held until further notice, and nothing that was fixed', () => {
    const open = period('2026-01-01');
    expect(succeed([open], period('2026-06-01'))).toEqual({ ok: true, value: open });
    expect(succeed([open], period('2026-01-01'))).toEqual({ ok: false, error: 'OVERLAPS' });
    expect(succeed([period('2026-01-01', '2026-12-31')], period('2026-12-31'))).toEqual({ ok: false, error: 'OVERLAPS' });
    expect(succeed([period('2026-01-01', '2026-12-31')], period('2027-01-01'))).toEqual({ ok: true, value: undefined });
    expect(succeed([period('2027-01-01')], period('2026-01-01', '2026-12-31'))).toEqual({ ok: true, value: undefined });
  });

  it('never overlaps another in whatever order periods are put behind each other', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }));
    const any = fc
      .record({ validFrom: day, length: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }) })
      .map(({ validFrom, length }): Period => ({ validFrom, validTo: length === undefined ? undefined : validFrom.add({ days: length }) }));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (all) => {
        let kept: readonly Period[] = [];
        for (const next of all) {
          const succeeded = succeed(kept, next);
          if (!succeeded.ok) continue;
          const { value: ended } = succeeded;
          kept = [...kept.map((one) => (one === ended ? { ...one, validTo: next.validFrom.subtract({ days: 1 }) } : one)), next];
        }
        for (const [index, one] of kept.entries()) {
          expect(hasDays(one)).toBe(true);
          for (const other of kept.slice(index + 1)) expect(overlaps(one, other)).toBe(false);
        }
      }),
    );
  });
});
