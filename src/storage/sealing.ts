import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
/** AES-256. */
export const KEY_BYTES = 32;
/** NIST SP 800-38D: 96 random bits; one key seals far fewer than the 2^32 messages at which chance would matter. */
const NONCE_BYTES = 12;
/** The whole tag: a shorter one can be guessed (NIST SP 800-38D, appendix C). */
const TAG_BYTES = 16;

/** AES-256. As a key object where it is used more than once: making one of the bytes costs more than a short message does. */
export type SealingKey = KeyObject | Uint8Array;

/** Encrypts under the key. The context must be the same when read: what was sealed as one thing does not open as another. Gives nonce, tag, ciphertext. */
export function seal(key: SealingKey, plaintext: Uint8Array, context: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(context));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
}

/** Undefined when the bytes are not what was sealed under this key and context. */
export function unseal(key: SealingKey, sealed: Uint8Array, context: string): Buffer | undefined {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(context)).setAuthTag(tag);
  try {
    const plaintext = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
    // GCM holds nothing back: what is final is the tag alone.
    decipher.final();
    return plaintext;
  } catch {
    // The tag does not fit: other key, other context, or changed bytes. GCM says no more, and needs not.
    return undefined;
  }
}
