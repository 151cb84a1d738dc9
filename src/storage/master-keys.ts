import { type Failure, fail, failure, ok, type Result } from '../platform/index.ts';
import type { Db, Tx } from './db.ts';
import { findMasterKeys, insertMasterKey } from './master-key-store.ts';
import { KEY_BYTES, seal, unseal } from './sealing.ts';

/** An installation's master keys by their versions. Which of them wraps what is new, the database says: every process must know a key before one uses it. */
export type MasterKeys = ReadonlyMap<number, Uint8Array>;

/** Why the keys at hand are not those that are needed. Each names a version, and never a key. */
export type MasterKeyFailure = Failure<'MASTER_KEYS_UNREADABLE' | 'MASTER_KEY_MISSING' | 'MASTER_KEY_WRONG' | 'MASTER_KEY_SAME'> & {
  readonly text: string;
};

export function refused(code: MasterKeyFailure['code'], text: string): { readonly ok: false; readonly error: MasterKeyFailure } {
  return fail({ ...failure(code), text });
}

/** Reads a file of master keys: a line for each, its version and 32 bytes in base64. Empty lines are passed over. */
export function readMasterKeys(text: string): Result<MasterKeys, MasterKeyFailure> {
  const keys = new Map<number, Uint8Array>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, version, base64 = ''] = /^([1-9]\d{0,8}) (\S+)$/.exec(line.trim()) ?? [];
    const key = Buffer.from(base64, 'base64');
    if (version === undefined || key.length !== KEY_BYTES || key.toString('base64') !== base64) {
      return refused('MASTER_KEYS_UNREADABLE', `line ${index + 1} is not a version and ${KEY_BYTES} bytes in base64`);
    }
    if (keys.has(Number(version))) return refused('MASTER_KEYS_UNREADABLE', `line ${index + 1} tells a second key of version ${version}`);
    keys.set(Number(version), key);
  }
  return keys.size === 0 ? refused('MASTER_KEYS_UNREADABLE', 'there is no key in it') : ok(keys);
}

/**
 * Whether the keys at hand are those of this database: each that it knows is the one it knows, and none is missing that still wraps something.
 * A database that knows none yet takes the newest with its first data key.
 */
export async function checkMasterKeys(db: Db, keys: MasterKeys): Promise<Result<void, MasterKeyFailure>> {
  for (const { version, proof, state } of await findMasterKeys(db)) {
    const key = keys.get(version);
    if (key === undefined && state !== 'RETIRED')
      return refused('MASTER_KEY_MISSING', `the master key of version ${version} is still needed`);
    if (key !== undefined && unseal(key, proof, proofContext(version)) === undefined) {
      return refused('MASTER_KEY_WRONG', `the master key of version ${version} is another than the one that is in use`);
    }
  }
  return ok(undefined);
}

/** The newest of the keys at hand. */
export function newestOf(keys: MasterKeys): number {
  return Math.max(...keys.keys());
}

/** Notes down a key as the one that wraps what is new, with a proof of which key it is. One that is noted down already stays as it is. */
export async function noteMasterKey(tx: Tx, keys: MasterKeys, version: number): Promise<void> {
  await insertMasterKey(tx, version, seal(masterKeyOf(keys, version), new Uint8Array(0), proofContext(version)));
}

export function masterKeyOf(keys: MasterKeys, version: number): Uint8Array {
  const key = keys.get(version);
  if (key === undefined) throw new Error(`no master key of version ${version} is configured`);
  return key;
}

function proofContext(version: number): string {
  return `master-key/${version}`;
}
