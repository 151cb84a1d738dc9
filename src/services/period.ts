import { Temporal } from '../platform/index.ts';

/** What another register asks about: both days belong to it. */
export interface Period {
  readonly begins: Temporal.PlainDate;
  readonly ends: Temporal.PlainDate;
}

/** `algus` and `lopp` of a question. Undefined when one of them is no calendar date, or the period ends before it begins. */
export function readPeriod(algus: string, lopp: string): Period | undefined {
  const begins = readDate(algus);
  const ends = readDate(lopp);
  if (begins === undefined || ends === undefined || Temporal.PlainDate.compare(begins, ends) > 0) return undefined;
  return { begins, ends };
}

/** An `xsd:date`. Its time zone, where it has one, does not move a calendar date. */
function readDate(text: string): Temporal.PlainDate | undefined {
  const date = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})?$/.exec(text.trim())?.[1];
  try {
    return date === undefined ? undefined : Temporal.PlainDate.from(date);
  } catch {
    return undefined;
  }
}
