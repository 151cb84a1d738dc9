import type { Temporal } from '../../../platform/index.ts';
import type { Client } from '../client.ts';
import type { Entry } from './entry.ts';
import { standingOn } from './standing.ts';

/** What a file should say and does not. */
export const FILE_GAPS = ['PERSONAL_CODE_MISSING', 'BIRTH_DATE_MISSING', 'CONTACTS_MISSING', 'ADDRESS_MISSING'] as const;
export type FileGap = (typeof FILE_GAPS)[number];

/** What is missing from a file on a day. */
export function gapsOf(
  { personalCode, birthDate }: Pick<Client, 'personalCode' | 'birthDate'>,
  entries: readonly Entry[],
  day: Temporal.PlainDate,
): readonly FileGap[] {
  const missing: Readonly<Record<FileGap, boolean>> = {
    PERSONAL_CODE_MISSING: personalCode === undefined,
    BIRTH_DATE_MISSING: birthDate === undefined,
    CONTACTS_MISSING: standingOn(entries, 'CONTACTS', day) === undefined,
    ADDRESS_MISSING: standingOn(entries, 'RESIDENCE', day) === undefined && standingOn(entries, 'ACTUAL_ADDRESS', day) === undefined,
  };
  return FILE_GAPS.filter((gap) => missing[gap]);
}
