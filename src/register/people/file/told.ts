import type { Address } from '../../../estonia/index.ts';
import type { Temporal } from '../../../platform/index.ts';
import type { Db } from '../../../storage/index.ts';
import type { Actor } from '../../access/index.ts';

/** Something that a room tells of a person: a line of their file. Ids are UUIDv7, so that what different rooms tell sorts in the order in which it was entered. */
export interface Told {
  readonly id: string;
  /** What kind of thing it is, in the words of the room that tells it. */
  readonly kind: string;
  readonly enteredBy: string;
  readonly institutionId: string;
  readonly enteredAt: Temporal.Instant;
  readonly content: Readonly<Record<string, unknown>>;
}

/** The person's situation as their last proceeding goes by. */
export interface LastProceeding {
  readonly proceedingId: string;
  readonly actualAddress: Address | undefined;
  readonly socialStatus: string | undefined;
}

/** Who reads whose file, and whether they see what other institutions have done for the person, too. */
export interface Reading {
  readonly reader: Actor;
  /** Every id that leads to the file. */
  readonly clientIds: readonly string[];
  readonly ofOthers: boolean;
}

/** A stretch of a list that begins with the latest: what comes before the given id, so many at most. */
export interface Stretch {
  readonly before: string | undefined;
  readonly limit: number;
}

/** How a room tells client files something: the latest first, and nothing that the reader may not see. */
export type Tell = (db: Db, reading: Reading, stretch: Stretch) => Promise<readonly Told[]>;

/** The rooms' lists as one, the latest first. */
export function latestOf(lists: readonly (readonly Told[])[], limit: number): readonly Told[] {
  return lists
    .flat()
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))
    .slice(0, limit);
}
