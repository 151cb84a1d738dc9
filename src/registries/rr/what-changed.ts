import { Temporal } from '../../platform/index.ts';
import type { Residences } from './residences.ts';

/** What a change of somebody's data is to a case worker (source 003, question 30). `OTHER`: something else, or something that had been known. */
export const CHANGE_KINDS = ['DEATH', 'NAME', 'RESIDENCE', 'CUSTODY', 'PERSONAL_CODE', 'OTHER'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** 30 days: so far back a move or a death counts as new to somebody of whom no earlier entry is at hand. */
const NEW_FOR_DAYS = 30;

/** What was known before the entry was read anew. */
export interface KnownBefore {
  /** The names of the client's file. */
  readonly firstName: string;
  readonly lastName: string;
  /** The entry as it was read last in the same proceeding, if it was. */
  readonly entry?: Residences;
  /** The day on which the register told of a change, in Tallinn. */
  readonly on: Temporal.PlainDate;
}

/** What has changed, by the entry as it is now. */
export function whatChanged(now: Residences, { firstName, lastName, entry: before, on }: KnownBefore): readonly ChangeKind[] {
  const isRecent = (date: string | undefined) =>
    date !== undefined && Temporal.PlainDate.compare(Temporal.PlainDate.from(date), on.subtract({ days: NEW_FOR_DAYS })) >= 0;
  const moved = before === undefined ? isRecent(now.residence?.since) : JSON.stringify(before.residence) !== JSON.stringify(now.residence);
  const kinds: readonly (ChangeKind | false)[] = [
    now.deathDate !== undefined && before?.deathDate === undefined && (before !== undefined || isRecent(now.deathDate)) && 'DEATH',
    (!isSameName(now.firstName, firstName) || !isSameName(now.lastName, lastName)) && 'NAME',
    moved && 'RESIDENCE',
    before !== undefined && JSON.stringify(before.custody) !== JSON.stringify(now.custody) && 'CUSTODY',
  ];
  const found = kinds.filter((kind) => kind !== false);
  return found.length === 0 ? ['OTHER'] : found;
}

/** The register writes in capitals. */
function isSameName(one: string, other: string): boolean {
  return one.trim().toLocaleUpperCase('et') === other.trim().toLocaleUpperCase('et');
}
