import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, isHoliday, isWorkingDay } from '../../src/estonia/index.ts';

const on = (date: string) => Temporal.PlainDate.from(date);

describe('a working day', () => {
  it.each(['2026-11-23', '2026-11-27', '2026-01-02', '2026-12-31'])('is %s', (date) => expect(isWorkingDay(on(date))).toBe(true));

  it.each(['2026-11-28', '2026-11-29', '2026-02-24', '2026-06-23', '2026-08-20', '2026-12-24', '2026-12-26', '2027-01-01'])(
    'is not %s',
    (date) => expect(isWorkingDay(on(date))).toBe(false),
  );

  // Riigi Teataja's calendars of the years; 2000 and 2038 are the ends of what the cycle of Easter does within a lifetime.
  it.each([
    ['2000-04-21', '2000-04-23', '2000-06-11'],
    ['2024-03-29', '2024-03-31', '2024-05-19'],
    ['2025-04-18', '2025-04-20', '2025-06-08'],
    ['2026-04-03', '2026-04-05', '2026-05-24'],
    ['2038-04-23', '2038-04-25', '2038-06-13'],
  ])('is neither Good Friday %s nor Easter %s nor Pentecost %s', (friday, easter, pentecost) => {
    for (const date of [friday, easter, pentecost]) expect(isHoliday(on(date))).toBe(true);
    expect(isHoliday(on(easter).add({ days: 1 }))).toBe(false);
  });
});

describe('so many working days on', () => {
  it.each([
    ['2026-11-23', 1, '2026-11-24'],
    ['2026-11-27', 1, '2026-11-30'],
    ['2026-11-28', 1, '2026-11-30'],
    ['2026-12-22', 2, '2026-12-28'],
    ['2026-04-02', 1, '2026-04-06'],
    ['2026-12-30', 2, '2027-01-04'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('from %s, %i of them, is %s', (from, days, to) => expect(addWorkingDays(on(from), days).toString()).toBe(to));
});
