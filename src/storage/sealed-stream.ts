import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { KEY_BYTES } from './sealing.ts';

const ALGORITHM = 'aes-256-gcm';
/** 64 KiB of content in a piece: what is in memory of a file at a time, and as much as age (age-encryption.org/v1) takes. */
const PIECE_BYTES = 65_536;
/** The whole tag: a shorter one can be guessed (NIST SP 800-38D, appendix C). */
const TAG_BYTES = 16;
/** 96 bits, as GCM has it by itself (NIST SP 800-38D, 5.2.1.1). */
const NONCE_BYTES = 12;

/** A key for one stream and no other: its nonces are counted, not drawn. */
export function newStreamKey(): Uint8Array {
  return randomBytes(KEY_BYTES);
}

/** The sealed bytes are not those that were sealed under this key: changed, cut short, put in another order, or another's. */
export class DamagedStream extends Error {
  constructor() {
    super('a sealed stream does not open');
  }
}

/**
 * Encrypts while it is read. Each piece has a tag of its own over its place and whether it is the last, so that one can be opened before the next
 * has come, and a piece that is missing, moved or added is noticed (the STREAM construction: Hoang, Reyhanitabar, Rogaway, Vizár, CRYPTO 2015).
 */
export async function* sealStream(streamKey: Uint8Array, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const key = createSecretKey(streamKey);
  for await (const piece of piecesOf(content, PIECE_BYTES)) yield sealPiece(key, piece);
}

/** Opens what {@link sealStream} has sealed, while it is read. Throws {@link DamagedStream} at the first piece that is not what it should be. */
export async function* unsealStream(streamKey: Uint8Array, sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const key = createSecretKey(streamKey);
  for await (const piece of piecesOf(sealed, PIECE_BYTES + TAG_BYTES)) yield unsealPiece(key, piece);
}

interface Piece {
  readonly bytes: Uint8Array;
  readonly index: number;
  readonly isLast: boolean;
}

/** Pieces of one size, the last of which may be shorter; only where there is nothing at all, it is empty. */
async function* piecesOf(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Piece> {
  let waiting: Uint8Array = new Uint8Array(0);
  let index = 0;
  for await (const chunk of source) {
    waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
    for (; waiting.length > size; index += 1) {
      yield { bytes: waiting.subarray(0, size), index, isLast: false };
      waiting = waiting.subarray(size);
    }
  }
  yield { bytes: waiting, index, isLast: true };
}

function sealPiece(key: KeyObject, { bytes, index, isLast }: Piece): Uint8Array {
  const cipher = createCipheriv(ALGORITHM, key, nonceOf(index, isLast), { authTagLength: TAG_BYTES });
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function unsealPiece(key: KeyObject, { bytes, index, isLast }: Piece): Uint8Array {
  if (bytes.length < TAG_BYTES) throw new DamagedStream();
  const end = bytes.length - TAG_BYTES;
  const decipher = createDecipheriv(ALGORITHM, key, nonceOf(index, isLast), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(end));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, end)), decipher.final()]);
  } catch {
    // The tag does not fit. GCM says no more, and needs not.
    throw new DamagedStream();
  }
}

/** The piece's number, and behind it whether it is the last. */
function nonceOf(index: number, isLast: boolean): Uint8Array {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt32BE(index, NONCE_BYTES - 5);
  nonce[NONCE_BYTES - 1] = isLast ? 1 : 0;
  return nonce;
}
