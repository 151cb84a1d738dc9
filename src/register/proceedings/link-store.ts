import { dateOf, instantOf, newId, type Temporal } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';

type LinkTable = { id: string; proceeding_id: string; url: string; title: string; added_by: string; added_at: Date };

const tables = (db: Db) => db.withTables<{ proceeding_link: LinkTable }>();

/** Something elsewhere that a proceeding refers to (viide). */
export interface Link {
  readonly id: string;
  readonly proceedingId: string;
  readonly url: string;
  readonly title: string;
  readonly addedBy: string;
  readonly addedAt: Temporal.Instant;
}

export async function insertLink(tx: Tx, link: Omit<Link, 'id'>): Promise<string> {
  const id = newId();
  const { proceedingId, url, title, addedBy, addedAt } = link;
  await tables(tx)
    .insertInto('proceeding_link')
    .values({ id, proceeding_id: proceedingId, url, title, added_by: addedBy, added_at: dateOf(addedAt) })
    .execute();
  return id;
}

/** The proceeding's links in their order, behind the given id. */
export async function listLinks(db: Db, proceedingId: string, after: string | undefined, limit: number): Promise<readonly Link[]> {
  const rows = await tables(db)
    .selectFrom('proceeding_link')
    .selectAll()
    .where('proceeding_id', '=', proceedingId)
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id, url, title, added_by, added_at }) => ({
    id,
    proceedingId,
    url,
    title,
    addedBy: added_by,
    addedAt: instantOf(added_at),
  }));
}
