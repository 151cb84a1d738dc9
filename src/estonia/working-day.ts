import type { Temporal } from 'temporal-polyfill';

/** Days off that stand in the calendar, as month and day: pühade ja tähtpäevade seadus § 1 and § 2. */
const FIXED: ReadonlySet<string> = new Set(['1-1', '2-24', '5-1', '6-23', '6-24', '8-20', '12-24', '12-25', '12-26']);
/** Days off that move with Easter Sunday, in days from it: Good Friday, Easter, Pentecost. */
const FROM_EASTER: ReadonlySet<number> = new Set([-2, 0, 49]);
const SATURDAY = 6;

/** Whether offices are open in Estonia on that date: Monday to Friday, no national or public holiday (riigipüha). */
export function isWorkingDay(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek < SATURDAY && !isHoliday(date);
}

/** Whether the date is a national or public holiday (riigipüha). */
export function isHoliday(date: Temporal.PlainDate): boolean {
  return FIXED.has(`${date.month}-${date.day}`) || FROM_EASTER.has(easterOf(date).until(date).days);
}

/** The last of so many working days behind a date, which is not counted itself (TsÜS § 135 lg 1). */
export function addWorkingDays(date: Temporal.PlainDate, days: number): Temporal.PlainDate {
  let day = date;
  for (let left = days; left > 0; ) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** Easter Sunday of the date's year, by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
function easterOf(date: Temporal.PlainDate): Temporal.PlainDate {
  const { year } = date;
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const k = c % 4;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return date.with({ month: Math.floor(sum / 31), day: (sum % 31) + 1 });
}
