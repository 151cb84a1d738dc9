import type { DataKeys, Db, Tx } from '../../storage/index.ts';

/** What of a document is sealed by its data key: moved to another document's row, or to another place of its own, it does not open. */
type Part = 'content' | 'signatures';
const contextOf = (id: string, part: Part) => `${id}/document/${part}`;

export async function sealBy(keys: DataKeys, db: Db, id: string, part: Part, bytes: Uint8Array): Promise<Uint8Array> {
  const key = await keys.open(db, id);
  if (key === undefined) throw new Error('a document is there and its data key is not');
  return key.seal(bytes, contextOf(id, part));
}

/** Undefined when the document's key is destroyed. */
export async function openBy(keys: DataKeys, db: Db, id: string, part: Part, sealed: Uint8Array): Promise<Uint8Array | undefined> {
  return (await keys.open(db, id))?.unseal(sealed, contextOf(id, part));
}

/**
 * Seals the key of a document's bytes by a data key of the document's own. Not by its proceeding's: that is destroyed when the proceeding closes,
 * since it was asked for a purpose that has ended, and what was brought to the proceeding outlives it (REQ-213).
 */
export async function sealStreamKey(keys: DataKeys, tx: Tx, id: string, streamKey: Uint8Array): Promise<Uint8Array> {
  await keys.create(tx, id);
  return sealBy(keys, tx, id, 'content', streamKey);
}
