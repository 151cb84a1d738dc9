import { createHmac } from 'node:crypto';

/**
 * The names that the log gives people who have no file here, made of their personal codes.
 *
 * @param key keys the hashes, so that a copy of the log cannot be searched for a personal code by trying all of them
 */
export function pseudonyms(key: Uint8Array): (text: string) => string {
  return (text) => createHmac('sha256', key).update(text).digest('base64url');
}
