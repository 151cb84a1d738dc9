import type { DataKeys, Db, Tx } from '../../storage/index.ts';
import { findSealedKey } from './store.ts';

/** A document's stream key moved to another document's row must not open there. */
const context = (id: string) => `${id}/document`;

/**
 * Seals the key of a document's bytes by a data key of the document's own. Not by its proceeding's: that is destroyed when the proceeding closes,
 * since it was asked for a purpose that has ended, and what was brought to the proceeding outlives it (REQ-213).
 */
export async function sealStreamKey(keys: DataKeys, tx: Tx, id: string, streamKey: Uint8Array): Promise<Uint8Array> {
  await keys.create(tx, id);
  const key = await keys.open(tx, id);
  if (key === undefined) throw new Error('a data key was made and is not there');
  return key.seal(streamKey, context(id));
}

/** Undefined when the document is gone, or its key destroyed. */
export async function openStreamKey(keys: DataKeys, db: Db, id: string): Promise<Uint8Array | undefined> {
  const [key, sealed] = await Promise.all([keys.open(db, id), findSealedKey(db, id)]);
  return sealed && key?.unseal(sealed, context(id));
}
