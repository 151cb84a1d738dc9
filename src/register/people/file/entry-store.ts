import { dateOf, instantOf, newId, plainDateOf } from '../../../platform/index.ts';
import { anyOf, type Db, rowsOf, type Tx } from '../../../storage/index.ts';
import type { Entry, EntryContent, EntryKind, Source } from './entry.ts';

type EntryTable = {
  id: string;
  client_id: string;
  kind: EntryKind;
  continues: string | null;
  content: EntryContent;
  /** Dates have no zone: they stay the text they are. */
  valid_from: string;
  valid_to: string | null;
  source: Source;
  entered_by: string;
  institution_id: string;
  entered_at: Date;
};

type Tables = { client_entry: EntryTable };

const tables = (db: Db) => db.withTables<Tables>();

/** Enters into files; gives the entries' ids. */
export async function insertEntries(tx: Tx, entries: readonly Omit<Entry, 'id'>[]): Promise<readonly string[]> {
  if (entries.length === 0) return [];
  const rows = entries.map((entry) => ({
    id: newId(),
    client_id: entry.clientId,
    kind: entry.content.kind,
    continues: entry.continues ?? null,
    content: entry.content,
    valid_from: entry.validFrom.toString(),
    valid_to: entry.validTo?.toString() ?? null,
    source: entry.source,
    entered_by: entry.enteredBy,
    institution_id: entry.institutionId,
    entered_at: dateOf(entry.enteredAt),
  }));
  await tables(tx).insertInto('client_entry').expression(rowsOf('client_entry', rows)).execute();
  return rows.map(({ id }) => id);
}

/** All entries of a file, under each of its ids, in the order in which they were made. */
export async function findEntries(db: Db, clientIds: readonly string[]): Promise<readonly Entry[]> {
  const rows = await tables(db).selectFrom('client_entry').selectAll().where('client_id', '=', anyOf(clientIds)).orderBy('id').execute();
  return rows.map(entryOf);
}

function entryOf(row: EntryTable): Entry {
  return {
    id: row.id,
    clientId: row.client_id,
    content: row.content,
    continues: row.continues ?? undefined,
    validFrom: plainDateOf(row.valid_from),
    validTo: row.valid_to === null ? undefined : plainDateOf(row.valid_to),
    source: row.source,
    enteredBy: row.entered_by,
    institutionId: row.institution_id,
    enteredAt: instantOf(row.entered_at),
  };
}
