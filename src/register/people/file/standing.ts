import { Temporal } from '../../../platform/index.ts';
import type { Entry, EntryContent, EntryKind } from './entry.ts';

/** An entry of one kind. */
export type EntryOf<Kind extends EntryKind> = Entry & { readonly content: Extract<EntryContent, { kind: Kind }> };

function isOf<Kind extends EntryKind>(kind: Kind): (entry: Entry) => entry is EntryOf<Kind> {
  return (entry): entry is EntryOf<Kind> => entry.content.kind === kind;
}

/** The entries of a kind, in the order in which they were made. */
export function entriesOf<Kind extends EntryKind>(entries: readonly Entry[], kind: Kind): readonly EntryOf<Kind>[] {
  return entries.filter(isOf(kind));
}

/** What holds on a day of a thing that a person has one of: what began last by then, and of that the latest word. */
export function standingOn<Kind extends EntryKind>(
  entries: readonly Entry[],
  kind: Kind,
  day: Temporal.PlainDate,
): EntryOf<Kind> | undefined {
  return entriesOf(entries, kind).reduce<EntryOf<Kind> | undefined>(
    (latest, entry) => (isBy(entry.validFrom, day) && (latest === undefined || isBy(latest.validFrom, entry.validFrom)) ? entry : latest),
    undefined,
  );
}

/** The things of a kind that a person may have several of, each by its latest word and under the id of its first, without those that were over before the day. */
export function eachStandingOn<Kind extends EntryKind>(
  entries: readonly Entry[],
  kind: Kind,
  day: Temporal.PlainDate,
): readonly EntryOf<Kind>[] {
  const things = new Map(entriesOf(entries, kind).map((entry) => [entry.continues ?? entry.id, entry]));
  return [...things].flatMap(([id, entry]) => (entry.validTo === undefined || isBy(day, entry.validTo) ? [{ ...entry, id }] : []));
}

/** Whether a day is the other or before it. */
function isBy(day: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, other) <= 0;
}
