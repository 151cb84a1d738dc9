import type { Db } from '../../storage/index.ts';
import { fileOf } from './file-of.ts';
import { findUnresolvedDeaths } from './notice-store.ts';

/**
 * Of these clients, those of whose death the institution was told and has not finished with it: what is to be paid to them waits for somebody to
 * look.
 */
export async function findDeathsInReview(db: Db, institutionId: string, clientIds: readonly string[]): Promise<ReadonlySet<string>> {
  const files = await Promise.all(clientIds.map(async (clientId) => ({ clientId, ...(await fileOf(db, clientId)) })));
  const dead = await findUnresolvedDeaths(
    db,
    institutionId,
    files.flatMap(({ ids }) => ids),
  );
  return new Set(files.flatMap(({ clientId, ids }) => (ids.some((id) => dead.has(id)) ? [clientId] : [])));
}
