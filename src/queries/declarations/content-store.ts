import type { DataKeys, Db, Tx } from '../../storage/index.ts';

type Tables = { declaration_content: { declaration_id: string; sealed: Uint8Array } };

const tables = (db: Db) => db.withTables<Tables>();

const context = (id: string) => `${id}/file`;

/** Seals a declaration's file by a data key of its own: personal data of everybody whom the institution has paid. */
export async function keepContent(keys: DataKeys, tx: Tx, id: string, content: Uint8Array): Promise<void> {
  await keys.create(tx, id);
  const key = await keys.open(tx, id);
  if (key === undefined) throw new Error('a data key was made and is not there');
  await tables(tx)
    .insertInto('declaration_content')
    .values({ declaration_id: id, sealed: key.seal(content, context(id)) })
    .execute();
}

/** Undefined when the file is forgotten. */
export async function openContent(keys: DataKeys, db: Db, id: string): Promise<Uint8Array | undefined> {
  const [key, row] = await Promise.all([
    keys.open(db, id),
    tables(db).selectFrom('declaration_content').select('sealed').where('declaration_id', '=', id).executeTakeFirst(),
  ]);
  return row && key?.unseal(row.sealed, context(id));
}

/** The key is destroyed: sealed bytes that are left in a replica or a backup open for nobody. */
export async function forgetContent(keys: DataKeys, tx: Tx, id: string): Promise<void> {
  await keys.destroy(tx, id);
  await tables(tx).deleteFrom('declaration_content').where('declaration_id', '=', id).execute();
}
