import { Temporal } from 'temporal-polyfill';

export { Temporal };

/** The zone in which every deadline and date of the register is read. */
export const ZONE = 'Europe/Tallinn';

/** Where the time comes from: the only way any other file may ask for it. */
export interface Clock {
  now(): Temporal.Instant;
}

/** To the millisecond, as the database keeps it. One instant for all that is asked within it: to make one costs as much as a row of an answer. */
export const systemClock: Clock = (() => {
  let now = Temporal.Instant.fromEpochMilliseconds(0);
  return {
    now() {
      const milliseconds = Date.now();
      if (now.epochMilliseconds !== milliseconds) now = Temporal.Instant.fromEpochMilliseconds(milliseconds);
      return now;
    },
  };
})();

/** A clock that stands still until told otherwise: for tests and for the simulator's virtual date. */
export function settableClock(start: string): Clock & { set(instant: string): void; advance(duration: Temporal.DurationLike): void } {
  let now = Temporal.Instant.from(start);
  return {
    now: () => now,
    set: (instant) => {
      now = Temporal.Instant.from(instant);
    },
    advance: (duration) => {
      now = now.add(duration);
    },
  };
}

/** The calendar date in Tallinn at the clock's present. */
export function today(clock: Clock): Temporal.PlainDate {
  return clock.now().toZonedDateTimeISO(ZONE).toPlainDate();
}

/** A PostgreSQL or JavaScript date as an instant. */
export function instantOf(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}

/** A date as PostgreSQL writes it (`YYYY-MM-DD`): read by its places, at a fraction of what reading all that ISO 8601 allows costs. */
export function plainDateOf(text: string): Temporal.PlainDate {
  return new Temporal.PlainDate(Number(text.slice(0, -6)), Number(text.slice(-5, -3)), Number(text.slice(-2)));
}

/** An instant as the JavaScript date that the database driver wants. */
export function dateOf(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}

/** The digits of a second's part that say nothing. */
const NOUGHTS = /\.?0+Z$/;

/** An instant in writing, as its own `toString` has it (ISO 8601, UTC), where it counts milliseconds: for what is written with every answer, at a tenth of the cost. */
export function isoOf(instant: Temporal.Instant): string {
  return dateOf(instant).toISOString().replace(NOUGHTS, 'Z');
}

/** When the day of an instant began in Tallinn. */
export function startOfDay(at: Temporal.Instant): Temporal.Instant {
  return at.toZonedDateTimeISO(ZONE).startOfDay().toInstant();
}
