import { ok, type Result } from '../platform/index.ts';
import { countKeysToRewrap, putRewrapped, takeKeysToRewrap } from './data-key-store.ts';
import { unwrap, type WrappedKey, wrap } from './data-keys.ts';
import type { Database } from './database.ts';
import type { Db, Tx } from './db.ts';
import { findMasterKeys, lockMasterKeys, moveMasterKeys } from './master-key-store.ts';
import { checkMasterKeys, type MasterKeyFailure, type MasterKeys, newestOf, noteMasterKey, refused } from './master-keys.ts';

/** Data keys that are wrapped anew in one transaction: some milliseconds, during which their proceedings cannot close. */
const BATCH = 200;

/** Before every owner (RFC 9562, 5.9). */
const BEGINNING = '00000000-0000-0000-0000-000000000000';

/** How far one walk along the data keys has come. */
export interface Rewrapped {
  readonly rewrapped: number;
  /** Owners of keys that do not open under the master key which they name: nothing can be done with them. */
  readonly unreadable: readonly string[];
}

/** Which master key is to wrap everything: the newest at hand. Refused before anything is changed when the keys are not those of this database. */
export async function keyToRotateTo(db: Db, keys: MasterKeys): Promise<Result<number, MasterKeyFailure>> {
  const checked = await checkMasterKeys(db, keys);
  if (!checked.ok) return checked;
  const version = newestOf(keys);
  const key = Buffer.from(keys.get(version) ?? []);
  const same = [...keys].find(([other, bytes]) => other !== version && key.equals(bytes));
  if (same !== undefined) return refused('MASTER_KEY_SAME', `the master keys of versions ${same[0]} and ${version} are the same`);
  return ok(version);
}

/** From the end of this transaction on every process wraps what is new by the version. Whoever is wrapping by another is waited for. False: it was so already. */
export async function wrapByNewest(tx: Tx, keys: MasterKeys, version: number): Promise<boolean> {
  await lockMasterKeys(tx);
  if ((await findMasterKeys(tx)).some((known) => known.version === version)) return false;
  await moveMasterKeys(tx, 'CURRENT', 'EARLIER');
  await noteMasterKey(tx, keys, version);
  return true;
}

/**
 * Walks along all data keys once and wraps by the version what another wraps, in short transactions. Safe to stop anywhere and to begin again, also
 * several at a time: every key is under one master key or the other, and both open. What somebody is just destroying is passed over.
 */
export async function rewrapKeys(
  database: Database,
  keys: MasterKeys,
  version: number,
  told: (rewrapped: number) => void,
): Promise<Rewrapped> {
  const unreadable: string[] = [];
  let rewrapped = 0;
  let after = BEGINNING;
  const round = () =>
    database.transaction(async (tx) => {
      const taken = await takeKeysToRewrap(tx, version, after, BATCH);
      const opened = taken.flatMap((one): WrappedKey[] => {
        const key = unwrap(keys, one);
        if (key === undefined) unreadable.push(one.ownerId);
        return key === undefined ? [] : [{ ...one, version, wrapped: wrap(keys, one, version, key) }];
      });
      await putRewrapped(tx, opened);
      rewrapped += opened.length;
      return taken.at(-1)?.ownerId;
    });
  for (;;) {
    const last = await round();
    if (last === undefined) return { rewrapped, unreadable };
    after = last;
    told(rewrapped);
  }
}

/** Says of the earlier master keys that they wrap nothing any more, if that is so: gives which, or how many data keys they still wrap. */
export async function retireEarlier(tx: Tx, version: number): Promise<{ readonly left: number; readonly retired: readonly number[] }> {
  await lockMasterKeys(tx);
  const left = await countKeysToRewrap(tx, version);
  return { left, retired: left > 0 ? [] : await moveMasterKeys(tx, 'EARLIER', 'RETIRED') };
}
