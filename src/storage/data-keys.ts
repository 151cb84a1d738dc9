import { createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import { countKeysOf, destroyDataKey, findDataKeys, insertDataKey } from './data-key-store.ts';
import type { Database } from './database.ts';
import type { Db, Tx } from './db.ts';
import { holdCurrentMasterKey } from './master-key-store.ts';
import { type MasterKeys, masterKeyOf, newestOf, noteMasterKey } from './master-keys.ts';
import { KEY_BYTES, seal, unseal } from './sealing.ts';

/** Whose key the installation's own is: an id that nothing else is given (RFC 9562, 5.10). */
const INSTALLATION = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** The key of one open proceeding, or of one batch, declaration or order whose content is kept. */
export interface DataKey {
  /** Encrypts; the context (what this is, of which query) must be the same when read, so no answer can be passed off as another's. */
  seal(plaintext: Uint8Array, context: string): Uint8Array;
  /** Undefined when the bytes are not what was sealed under this key and context. */
  unseal(sealed: Uint8Array, context: string): Buffer | undefined;
}

/**
 * One AES-256 key per proceeding, batch, declaration and order, each under its owner's id. Destroying it makes every copy of what it sealed
 * unreadable: cache, replicas, backups. IKS § 6.
 */
export interface DataKeys {
  create(tx: Tx, ownerId: string): Promise<void>;
  /** Makes another key for an owner whose own is destroyed. What that one sealed stays unreadable. */
  renew(tx: Tx, ownerId: string): Promise<void>;
  /** Undefined when the key is destroyed, or was never made. */
  open(db: Db, ownerId: string): Promise<DataKey | undefined>;
  /** As `open`, of several owners by one statement: the keys there are, by their owner. */
  openAll(db: Db, ownerIds: readonly string[]): Promise<ReadonlyMap<string, DataKey>>;
  destroy(tx: Tx, ownerId: string): Promise<void>;
  /**
   * A secret of the whole installation for one use: the same in every process, and for ever, whatever becomes of master keys. Whoever learns one
   * learns nothing of the others (RFC 5869).
   */
  secret(database: Database, use: string): Promise<Uint8Array>;
}

/** Makes, opens and destroys data keys. Only wrapped keys are ever stored. */
export function createDataKeys(masterKeys: MasterKeys): DataKeys {
  const create = async (tx: Tx, ownerId: string, generation = 1) => {
    let version = await holdCurrentMasterKey(tx);
    if (version === undefined) {
      await noteMasterKey(tx, masterKeys, newestOf(masterKeys));
      version = (await holdCurrentMasterKey(tx)) ?? newestOf(masterKeys);
    }
    const owned = { ownerId, generation };
    return insertDataKey(tx, { ...owned, version, wrapped: wrap(masterKeys, owned, version, randomBytes(KEY_BYTES)) });
  };
  const unwrapAll = async (db: Db, ownerIds: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> => {
    if (ownerIds.length === 0) return new Map();
    const wrapped = await findDataKeys(db, ownerIds);
    return new Map(
      wrapped.map((row) => {
        const key = unwrap(masterKeys, row);
        if (key === undefined) throw new Error('a data key does not open: the master key is not the one that wrapped it');
        return [row.ownerId, key];
      }),
    );
  };
  const openAll = async (db: Db, ownerIds: readonly string[]) =>
    new Map([...(await unwrapAll(db, ownerIds))].map(([ownerId, key]) => [ownerId, dataKeyOf(key)]));
  return {
    create: async (tx, ownerId) => {
      if (!(await create(tx, ownerId))) throw new Error('there is a data key of this owner already');
    },
    renew: async (tx, ownerId) => {
      const had = await countKeysOf(tx, ownerId);
      const inForce = await findDataKeys(tx, [ownerId]);
      // Of two at once one finds that its generation is there already.
      const renewed = had > 0 && inForce.length === 0 && (await create(tx, ownerId, had + 1));
      if (!renewed) throw new Error('there is no destroyed data key of this owner, or another in force');
    },
    open: async (db, ownerId) => (await openAll(db, [ownerId])).get(ownerId),
    openAll,
    destroy: destroyDataKey,
    secret: async (database, use) => {
      const rootOf = async () => (await unwrapAll(database.db, [INSTALLATION])).get(INSTALLATION);
      let root = await rootOf();
      if (root === undefined) {
        // Of processes that start together one makes it.
        await database.transaction((tx) => create(tx, INSTALLATION));
        root = await rootOf();
      }
      if (root === undefined) throw new Error('the installation’s own key is gone');
      return new Uint8Array(hkdfSync('sha256', root, new Uint8Array(0), use, KEY_BYTES));
    },
  };
}

function dataKeyOf(bytes: Uint8Array): DataKey {
  const key = createSecretKey(bytes);
  return { seal: (plaintext, context) => seal(key, plaintext, context), unseal: (sealed, context) => unseal(key, sealed, context) };
}

/** A data key as it is stored. */
export interface WrappedKey {
  readonly ownerId: string;
  /** Which of the owner's keys it is, from one on. */
  readonly generation: number;
  /** Of the master key that wraps it. */
  readonly version: number;
  readonly wrapped: Uint8Array;
}

export function wrap(masterKeys: MasterKeys, owned: Owned, version: number, key: Uint8Array): Uint8Array {
  return seal(masterKeyOf(masterKeys, version), key, wrapContext(owned, version));
}

/** Undefined when the master key of that version is not the one that wrapped it. */
export function unwrap(masterKeys: MasterKeys, { version, wrapped, ...owned }: WrappedKey): Uint8Array | undefined {
  return unseal(masterKeyOf(masterKeys, version), wrapped, wrapContext(owned, version));
}

type Owned = Pick<WrappedKey, 'ownerId' | 'generation'>;

/** A wrapped key moved to another owner's row, or a destroyed one out of a backup to the owner's next, must not open there. */
function wrapContext({ ownerId, generation }: Owned, version: number): string {
  return `data-key/${version}/${ownerId}/${generation}`;
}
