import { Temporal } from 'temporal-polyfill';

declare const brand: unique symbol;

/** A calendar month written `2026-11`. */
export type Month = string & { readonly [brand]: 'Month' };

/** Reads `yyyy-mm`. Undefined when there is no such month. */
export function parseMonth(text: string): Month | undefined {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? (text as Month) : undefined;
}

export function monthOf(date: Temporal.PlainDate): Month {
  return date.toPlainYearMonth().toString() as Month;
}

export function firstDayOf(month: Month): Temporal.PlainDate {
  return Temporal.PlainDate.from(`${month}-01`);
}

export function lastDayOf(month: Month): Temporal.PlainDate {
  return firstDayOf(month).add({ months: 1 }).subtract({ days: 1 });
}

/** The month so many months later (or earlier, when negative). */
export function addMonths(month: Month, months: number): Month {
  return monthOf(firstDayOf(month).add({ months }));
}
