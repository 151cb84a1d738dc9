import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isoOf, plainDateOf, Temporal } from '../../src/platform/index.ts';

it('writes an instant as its own text has it', () => {
  const milliseconds = fc.oneof(
    fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }),
    // Whole seconds, minutes, days.
    ...[100, 1000, 60_000, 86_400_000].map((unit) => fc.integer({ min: -20_000, max: 20_000 }).map((count) => count * unit)),
  );
  fc.assert(
    fc.property(milliseconds, (at) => {
      const instant = Temporal.Instant.fromEpochMilliseconds(at);
      expect(isoOf(instant)).toBe(instant.toString());
    }),
  );
});

it('a date of the database is the day that it says', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_652_058 }), (days) => {
      const day = new Temporal.PlainDate(1, 1, 1).add({ days });
      expect(plainDateOf(day.toString()).equals(day)).toBe(true);
    }),
  );
  for (const wrong of ['infinity', '2026-02-30', '']) expect(() => plainDateOf(wrong)).toThrow(RangeError);
});
