import { hash } from 'node:crypto';

/**
 * Base64 of the SHA-512 digest of a request (PR-MESS 2.2, requestHash): of the whole HTTP body, byte order mark and blanks included, or of
 * the content of the first part of a multipart message.
 */
export function requestHashOf(bytes: Uint8Array): string {
  return hash('sha512', bytes, 'base64');
}
