import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Db, Tx } from './db.ts';

type Tables = {
  data_key: {
    proceeding_id: string;
    wrapped_key: Uint8Array | null;
    master_key_version: number;
    created_at?: Date;
    destroyed_at: Date | null;
  };
};

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
/** NIST SP 800-38D: 96 random bits; one key seals far fewer than the 2^32 messages at which chance would matter. */
const NONCE_BYTES = 12;
/** The whole tag: a shorter one can be guessed (NIST SP 800-38D, appendix C). */
const TAG_BYTES = 16;

/** The key of one open proceeding, or of one batch whose answers are kept. */
export interface DataKey {
  /** Encrypts; the context (what this is, of which query) must be the same when read, so no answer can be passed off as another's. */
  seal(plaintext: Uint8Array, context: string): Uint8Array;
  /** Undefined when the bytes are not what was sealed under this key and context. */
  unseal(sealed: Uint8Array, context: string): Uint8Array | undefined;
}

/**
 * One AES-256 key per proceeding, and one per batch, each under its own id. Destroying it makes every copy of what it sealed unreadable: cache,
 * replicas, backups. IKS § 6.
 */
export interface DataKeys {
  create(tx: Tx, proceedingId: string): Promise<void>;
  /** Undefined when the key is destroyed, or was never made. */
  open(db: Db, proceedingId: string): Promise<DataKey | undefined>;
  destroy(tx: Tx, proceedingId: string): Promise<void>;
}

export interface DataKeysOptions {
  /** 32 bytes: wraps the keys of new proceedings. */
  readonly masterKey: Uint8Array;
  /** Its number, kept beside every key it wraps. */
  readonly masterKeyVersion?: number;
  /** Earlier master keys by number, while proceedings that they wrapped are open. */
  readonly earlierMasterKeys?: ReadonlyMap<number, Uint8Array>;
}

/** Makes, opens and destroys the proceedings' data keys. Only wrapped keys are ever stored. */
export function createDataKeys({ masterKey, masterKeyVersion = 1, earlierMasterKeys = new Map() }: DataKeysOptions): DataKeys {
  const masterKeys = new Map([...earlierMasterKeys, [masterKeyVersion, masterKey]]);
  for (const key of masterKeys.values()) if (key.length !== KEY_BYTES) throw new RangeError(`a master key has ${KEY_BYTES} bytes`);
  return {
    create: async (tx, proceedingId) => {
      const wrapped_key = seal(masterKey, randomBytes(KEY_BYTES), wrapContext(proceedingId, masterKeyVersion));
      await tx
        .withTables<Tables>()
        .insertInto('data_key')
        .values({ proceeding_id: proceedingId, wrapped_key, master_key_version: masterKeyVersion, destroyed_at: null })
        .execute();
    },
    open: async (db, proceedingId) => {
      const row = await db
        .withTables<Tables>()
        .selectFrom('data_key')
        .select(['wrapped_key', 'master_key_version'])
        .where('proceeding_id', '=', proceedingId)
        .executeTakeFirst();
      if (row === undefined || row.wrapped_key === null) return undefined;
      const master = masterKeys.get(row.master_key_version);
      if (master === undefined) throw new Error(`no master key of version ${row.master_key_version} is configured`);
      const key = unseal(master, row.wrapped_key, wrapContext(proceedingId, row.master_key_version));
      if (key === undefined) throw new Error('a data key does not open: the master key is not the one that wrapped it');
      return { seal: (plaintext, context) => seal(key, plaintext, context), unseal: (sealed, context) => unseal(key, sealed, context) };
    },
    destroy: async (tx, proceedingId) => {
      await tx
        .withTables<Tables>()
        .updateTable('data_key')
        .set((eb) => ({ wrapped_key: null, destroyed_at: eb.fn('now') }))
        .where('proceeding_id', '=', proceedingId)
        .where('destroyed_at', 'is', null)
        .execute();
    },
  };
}

/** A wrapped key moved to another proceeding's row must not open there. */
function wrapContext(proceedingId: string, version: number): string {
  return `data-key/${version}/${proceedingId}`;
}

/** nonce, tag, ciphertext. */
function seal(key: Uint8Array, plaintext: Uint8Array, context: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(context));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
}

function unseal(key: Uint8Array, sealed: Uint8Array, context: string): Uint8Array | undefined {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(context)).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    // The tag does not fit: other key, other context, or changed bytes. GCM says no more, and needs not.
    return undefined;
  }
}
