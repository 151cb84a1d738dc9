import type { Address, Iban, Sex } from '../../../estonia/index.ts';
import { Temporal } from '../../../platform/index.ts';
import type { Contacts } from './contacts.ts';
import type { NetworkMember } from './network-member.ts';

/** What an entry says of the person. */
export type EntryContent =
  | { readonly kind: 'NAME'; readonly firstName: string; readonly lastName: string }
  | { readonly kind: 'PERSON'; readonly birthDate?: string; readonly sex?: Sex; readonly citizenship?: string }
  /** That somebody without a personal code has got one. The code itself is the file's. */
  | { readonly kind: 'PERSONAL_CODE' }
  | ({ readonly kind: 'CONTACTS' } & Contacts)
  | { readonly kind: 'BANK_ACCOUNT'; readonly iban: Iban; readonly owner: string }
  /** By the population register (elukoht rahvastikuregistris). */
  | { readonly kind: 'RESIDENCE'; readonly address: Address }
  /** Where the person really lives (tegelik elukoht). */
  | { readonly kind: 'ACTUAL_ADDRESS'; readonly address: Address }
  | ({ readonly kind: 'NETWORK_MEMBER' } & NetworkMember)
  /** Who else belongs to the household from a day on. */
  | { readonly kind: 'HOUSEHOLD'; readonly memberIds: readonly string[] }
  /** That the file has taken up another. */
  | { readonly kind: 'MERGER'; readonly mergedId: string; readonly justification: string };

export type EntryKind = EntryContent['kind'];

/** Where an entry is from: a register's word, or the worker's. */
export const SOURCES = ['WORKER', 'POPULATION_REGISTER'] as const;
export type Source = (typeof SOURCES)[number];

/** One entry of a client file. Never changed: what is true now is a new one, and what was true before stays to be read (REQ-047). */
export interface Entry {
  readonly id: string;
  readonly clientId: string;
  readonly content: EntryContent;
  /** The earlier entry that this one goes on with: the same account, the same member of the network. */
  readonly continues: string | undefined;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo: Temporal.PlainDate | undefined;
  readonly source: Source;
  readonly enteredBy: string;
  readonly institutionId: string;
  readonly enteredAt: Temporal.Instant;
}

/** What somebody enters; by whom and when is added where it is written down. */
export type NewEntry = Pick<Entry, 'content' | 'validFrom' | 'source'> & Partial<Pick<Entry, 'continues' | 'validTo'>>;

/** From when it is so, and on whose word: today and the worker's, where nobody says otherwise. */
export interface Since {
  readonly validFrom?: string;
  readonly source?: Source;
}

/** Reads since when. */
export function since({ validFrom, source = 'WORKER' }: Since, today: Temporal.PlainDate): Pick<NewEntry, 'validFrom' | 'source'> {
  return { validFrom: validFrom === undefined ? today : Temporal.PlainDate.from(validFrom), source };
}
