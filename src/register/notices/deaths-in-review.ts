import type { Db } from '../../storage/index.ts';
import { findClients } from '../people/index.ts';
import { findUnresolvedDeaths } from './notice-store.ts';

/**
 * Of these clients, those of whose death the institution was told and has not finished with it: what is to be paid to them waits for somebody to
 * look.
 */
export async function findDeathsInReview(db: Db, institutionId: string, clientIds: readonly string[]): Promise<ReadonlySet<string>> {
  const told = await findUnresolvedDeaths(db, institutionId);
  // By the file, whichever of its ids was written down.
  const [dead, files] = await Promise.all([findClients(db, told), findClients(db, clientIds)]);
  const deadFiles = new Set([...dead.values()].map(({ id }) => id));
  return new Set(clientIds.filter((id) => deadFiles.has(files.get(id)?.id ?? id)));
}
