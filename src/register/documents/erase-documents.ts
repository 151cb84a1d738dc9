import type { Clock } from '../../platform/index.ts';
import type { Database, DataKeys, ObjectStore, Tx } from '../../storage/index.ts';
import { appendAuditLines } from '../audit/index.ts';
import { dropLeftover, noteLeftovers, takeDueLeftovers } from './leftover-store.ts';
import { deleteDocuments, lockDocumentsOf } from './store.ts';

/** Thrown away in one round at most; the next comes soon. */
const LEFTOVERS_AT_MOST = 100;

/**
 * Erases every document of these proceedings, for retention: their keys are destroyed in this transaction, so that what is left of them anywhere, in
 * a backup too, opens for nobody; their bytes are thrown away right behind it. Gives how many there were.
 */
export async function eraseDocuments(
  { keys, clock }: { readonly keys: DataKeys; readonly clock: Clock },
  tx: Tx,
  proceedingIds: readonly string[],
): Promise<number> {
  const ids = await lockDocumentsOf(tx, proceedingIds);
  for (const id of ids) await keys.destroy(tx, id);
  await deleteDocuments(tx, ids);
  const at = clock.now();
  await noteLeftovers(tx, ids, at);
  await appendAuditLines(
    tx,
    ids.map((id) => ({ action: 'DOCUMENT_ERASED', at, system: 'retention', object: { type: 'document', id }, outcome: 'DONE' as const })),
  );
  return ids.length;
}

/** Throws away the bytes that belong to no document: of uploads that nobody ended, and of documents that were erased. */
export async function clearLeftovers({
  database,
  clock,
  objects,
}: {
  readonly database: Database;
  readonly clock: Clock;
  readonly objects: ObjectStore;
}): Promise<void> {
  await database.transaction(async (tx) => {
    for (const id of await takeDueLeftovers(tx, clock.now(), LEFTOVERS_AT_MOST)) {
      await objects.remove(id);
      await dropLeftover(tx, id);
    }
  });
}
