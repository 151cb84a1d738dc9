import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isoOf, Temporal } from '../../src/platform/index.ts';

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
