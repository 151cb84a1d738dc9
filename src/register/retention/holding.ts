import type { PersonalCode } from '../../estonia/index.ts';
import type { Among, Db, Tx } from '../../storage/index.ts';
import type { RetentionGroup } from './policy.ts';
import type { AsOf } from './threshold.ts';

/** What is done to a thing whose period is over. */
export const DEEDS = ['ARCHIVE', 'ANONYMISE', 'DELETE'] as const;
export type Deed = (typeof DEEDS)[number];

/** Something that is kept as a whole and goes as a whole: a proceeding, a client file, a mass order. */
export interface Thing {
  /** Never a personal code: it is written down in the run and in the log. */
  readonly id: string;
  /** Whom it is about: a hold on one of them holds it. */
  readonly clientIds?: readonly string[];
  readonly personalCodes?: readonly PersonalCode[];
  /** The proceeding that it is. */
  readonly proceedingId?: string;
}

/** Whom and what holds stand on, by every id of theirs. */
export interface HeldIds {
  readonly clientIds: readonly string[];
  readonly proceedingIds: readonly string[];
}

/** What was looked at. */
export interface Look {
  /** Those of them whose period is over. */
  readonly due: readonly Thing[];
  /** The last one that was looked at, behind which there may be more; undefined: there is none. */
  readonly last: string | undefined;
}

/** One kind of thing that the register keeps, as the area which owns it answers for it. */
export interface Holding {
  /** SCREAMING_SNAKE, in the plural: kept in runs and in the log. */
  readonly name: string;
  readonly group: RetentionGroup;
  readonly deed: Deed;
  /** Looks which are due as of a day. Those named by their ids are held until the transaction ends. */
  look(db: Db, asOf: AsOf, among: Among): Promise<Look>;
  /** Whether a thing tells of somebody or something held, where that is too much to be told with it. */
  tellsOf?(db: Db, id: string, held: HeldIds): Promise<boolean>;
  /** Lets go of them: whole, and with all that hangs on them. The transaction may erase. */
  letGo(tx: Tx, ids: readonly string[], asOf: AsOf): Promise<void>;
}

/** A look at rows that say by themselves that they are due. */
export function allDue(due: readonly Thing[], among: Among): Look {
  return { due, last: 'atMost' in among && due.length === among.atMost ? due.at(-1)?.id : undefined };
}
