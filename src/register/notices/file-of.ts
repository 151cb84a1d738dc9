import type { Db } from '../../storage/index.ts';
import { findClients, findIds } from '../people/index.ts';

/** The file that a client's id leads to, and every id that does: what was written down before two files were merged is under the old one. */
export async function fileOf(db: Db, clientId: string): Promise<{ readonly id: string; readonly ids: readonly string[] }> {
  const file = (await findClients(db, [clientId])).get(clientId);
  if (file === undefined) throw new Error('a client has no file');
  return { id: file.id, ids: await findIds(db, file) };
}
