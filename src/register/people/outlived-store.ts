import { sql } from 'kysely';
import { dateOf, type Temporal } from '../../platform/index.ts';
import { type Among, anyOf, countAmong, type Db, isAmong, isReferredTo, type Tx } from '../../storage/index.ts';

type Tables = {
  client: { id: string; registered_at: Date; merged_into: string | null; entered_by: string };
  client_entry: { client_id: string; entered_at: Date; entered_by: string };
  client_opening: { client_id: string };
};

const tables = (db: Db) => db.withTables<Tables>();

/** What goes with a file, and keeps none. */
const OWN = ['client.merged_into', 'client_entry.client_id', 'client_opening.client_id'];

/** Files by age alone: registered before, nothing entered since, under none of their ids. Cheap; most of them are still needed. */
export async function findOldFiles(
  db: Db,
  before: Temporal.Instant,
  among: Among,
): Promise<readonly { readonly id: string; readonly ids: readonly string[] }[]> {
  return await tables(db)
    .selectFrom('client')
    .select([
      'id',
      sql<string[]>`array(select id from client as known where known.id = client.id or known.merged_into = client.id)`.as('ids'),
    ])
    .where('merged_into', 'is', null)
    .where('registered_at', '<', dateOf(before))
    .where(
      sql<boolean>`not exists (
        select from client_entry join client as known on known.id = client_entry.client_id
        where (known.id = client.id or known.merged_into = client.id) and entered_at >= ${dateOf(before)})`,
    )
    .where(isAmong(among, 'id'))
    .orderBy('id')
    .limit(countAmong(among))
    .$if('ids' in among, (query) => query.forUpdate('client'))
    .execute();
}

/** Of these ids of files those that anything still refers to: a proceeding, an intake, a notice, whatever an area may have of somebody. */
export async function findNeeded(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tables(db)
    .selectFrom('client')
    .select('id')
    .where('id', '=', anyOf(ids))
    .where(isReferredTo('client', 'client.id', OWN))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Of these people, workers or those who came by themselves, who has entered a file or something into one. */
export async function findEnterers(db: Db, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tables(db)
    .selectFrom('client')
    .select('entered_by')
    .where('entered_by', '=', anyOf(personIds))
    .union((eb) => eb.selectFrom('client_entry').select('entered_by').where('entered_by', '=', anyOf(personIds)))
    .execute();
  return new Set(rows.map(({ entered_by }) => entered_by));
}

/** Erases files whole, by all ids of each. The transaction must be allowed to. */
export async function eraseFiles(tx: Tx, ids: readonly string[]): Promise<void> {
  await tables(tx).deleteFrom('client_opening').where('client_id', '=', anyOf(ids)).execute();
  await tables(tx).deleteFrom('client_entry').where('client_id', '=', anyOf(ids)).execute();
  await tables(tx).deleteFrom('client').where('id', '=', anyOf(ids)).execute();
}
