import { OPENING_HOURS, Temporal, ZONE } from '../platform/index.ts';

export const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;

/** A register's maintenance that comes every week: begins at `from` on each of the days, and ends at the next `to` (HH:MM in Tallinn). */
export interface WeeklyMaintenance {
  readonly days: readonly (typeof WEEKDAYS)[number][];
  readonly from: string;
  readonly to: string;
}

/** A time in which a register is not to be asked: its first moment, and the first moment after it. */
export interface MaintenanceWindow {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/** How far ahead weekly maintenance is told: until the same weekday has come again. */
const DAYS_AHEAD = 7;
const LAST_WORKDAY = 5;

/** The weekly windows that have not ended, for a week ahead. */
export function comingWindows(weekly: readonly WeeklyMaintenance[], now: Temporal.Instant): readonly MaintenanceWindow[] {
  const today = now.toZonedDateTimeISO(ZONE).toPlainDate();
  const windows: MaintenanceWindow[] = [];
  // One that has begun yesterday may not have ended yet.
  for (let day = -1; day <= DAYS_AHEAD; day += 1) {
    const date = today.add({ days: day });
    for (const { days, from, to } of weekly) {
      if (!days.some((name) => WEEKDAYS.indexOf(name) + 1 === date.dayOfWeek)) continue;
      const ends = to > from ? date : date.add({ days: 1 });
      windows.push({ from: momentOf(date, from), until: momentOf(ends, to) });
    }
  }
  return windows.filter(({ until }) => Temporal.Instant.compare(now, until) < 0);
}

/** Until when a register is closed at a moment, also where one window runs into the next; undefined when it is open. */
export function closedUntil(windows: readonly MaintenanceWindow[], at: Temporal.Instant): Temporal.Instant | undefined {
  let end: Temporal.Instant | undefined;
  for (;;) {
    const moment = end ?? at;
    const window = windows.find(
      ({ from, until }) => Temporal.Instant.compare(from, moment) <= 0 && Temporal.Instant.compare(moment, until) < 0,
    );
    if (window === undefined) return end;
    end = window.until;
  }
}

/** The window that is on, or else the next one. */
export function nextWindow(windows: readonly MaintenanceWindow[], now: Temporal.Instant): MaintenanceWindow | undefined {
  return windows
    .filter(({ until }) => Temporal.Instant.compare(now, until) < 0)
    .toSorted((one, other) => Temporal.Instant.compare(one.from, other.from))
    .at(0);
}

/** Whether any moment of the window falls into STAR's agreed hours, when workers count on it (REQ-051). */
export function fallsIntoOpeningHours({ from, until }: MaintenanceWindow): boolean {
  const last = until.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(ZONE).toPlainDate();
  for (let date = from.toZonedDateTimeISO(ZONE).toPlainDate(); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    if (date.dayOfWeek > LAST_WORKDAY) continue;
    const opens = date.toZonedDateTime({ timeZone: ZONE, plainTime: { hour: OPENING_HOURS.opens } }).toInstant();
    const closes = date.toZonedDateTime({ timeZone: ZONE, plainTime: { hour: OPENING_HOURS.closes } }).toInstant();
    if (Temporal.Instant.compare(from, closes) < 0 && Temporal.Instant.compare(opens, until) < 0) return true;
  }
  return false;
}

function momentOf(date: Temporal.PlainDate, time: string): Temporal.Instant {
  return date.toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(time) }).toInstant();
}
