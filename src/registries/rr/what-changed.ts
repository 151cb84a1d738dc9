import type { Temporal } from '../../platform/index.ts';
import type { Relation, Residences } from './residences.ts';

/**
 * What a change of somebody's data is to a case worker (source 003, question 30; domain 3.5, NOTICE_TYPE). `OTHER`: something else, or something that
 * had been known.
 */
export const CHANGE_KINDS = ['DEATH', 'NAME', 'RESIDENCE', 'CUSTODY', 'GUARDIANSHIP', 'PERSONAL_CODE', 'OTHER'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** 30 days: so far back a change counts as new, whether or not an earlier entry shows it: who has seen an entry has not yet acted on it. */
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

/** A change. */
export interface Change {
  readonly kind: Exclude<ChangeKind, 'PERSONAL_CODE' | 'OTHER'>;
  /** The part of the entry that has changed, as it is now: two changes of a kind with the same one are the same. */
  readonly what: unknown;
  /** Its day, where the register has one. */
  readonly on?: string;
  /** The new name, as people write it. */
  readonly name?: { readonly firstName: string; readonly lastName: string };
  /** The new residence, where there is one. */
  readonly residence?: NonNullable<Residences['residence']>;
}

/** What has changed, by the entry as it is now; nothing where it is none of what is told here. */
export function whatChanged(now: Residences, { firstName, lastName, entry: before, on }: KnownBefore): readonly Change[] {
  const oldest = on.subtract({ days: NEW_FOR_DAYS }).toString();
  // Dates of the ISO calendar sort as texts do.
  const isNew = (date: string | undefined) => date !== undefined && date >= oldest;
  /** Of what begins and ends: an end that is foreseen is no news. */
  const hasTurned = ({ from, until }: Pick<Relation, 'from' | 'until'>) => isNew(from) || (isNew(until) && (until ?? '') <= on.toString());
  const differs = (part: (entry: Residences) => unknown) =>
    before !== undefined && JSON.stringify(part(before)) !== JSON.stringify(part(now));
  const found: Change[] = [];
  if (now.deathDate !== undefined && (isNew(now.deathDate) || differs(({ deathDate }) => deathDate)))
    found.push({ kind: 'DEATH', what: now.deathDate, on: now.deathDate });
  if (!isSameName(now.firstName, firstName) || !isSameName(now.lastName, lastName))
    found.push({
      kind: 'NAME',
      what: [now.firstName, now.lastName],
      name: { firstName: asWritten(now.firstName), lastName: asWritten(now.lastName) },
    });
  const since = now.residence?.since;
  if (isNew(since) || differs(({ residence }) => residence))
    found.push({
      kind: 'RESIDENCE',
      what: now.residence ?? null,
      ...(since === undefined ? {} : { on: since }),
      ...(now.residence === undefined ? {} : { residence: now.residence }),
    });
  if (now.custody.some(hasTurned) || differs(({ custody }) => custody)) found.push({ kind: 'CUSTODY', what: now.custody });
  const guardians = guardiansOf(now);
  if (guardians.some(hasTurned) || differs(guardiansOf)) found.push({ kind: 'GUARDIANSHIP', what: guardians });
  return found;
}

/** Whose guardian somebody is, and who theirs: among the relations of an entry. */
function guardiansOf({ relations }: Residences): readonly Relation[] {
  return relations.filter(({ kind }) => kind !== undefined && /^EESTKOST/.test(kind.code));
}

/** The register writes in capitals. */
function isSameName(one: string, other: string): boolean {
  return one.trim().toLocaleUpperCase('et') === other.trim().toLocaleUpperCase('et');
}

/** A name as people write it. Who writes a part of theirs small, or a letter within it large, is not told by capitals alone. */
function asWritten(name: string): string {
  if (name !== name.toLocaleUpperCase('et')) return name;
  return name.toLocaleLowerCase('et').replaceAll(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toLocaleUpperCase('et'));
}
