import { isUtf8 } from 'node:buffer';

const ISO_8859_15 = new TextDecoder('iso-8859-15', { fatal: true });
/** The character sets that both parsers read alike. UTF-16 and the rest are refused: nobody sends them, and they hide what filters look for. */
const DECODERS: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  'utf-8': (bytes) => {
    if (!isUtf8(bytes)) throw new RangeError('not UTF-8');
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  },
  'us-ascii': (bytes) => {
    if (bytes.some((byte) => byte > 0x7f)) throw new RangeError('not US-ASCII');
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  },
  'iso-8859-1': (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'),
  'iso-8859-15': (bytes) => ISO_8859_15.decode(bytes),
};

/** Whether messages in this character set are read; the name in lower case. */
export function isReadableCharset(charset: string): boolean {
  return Object.hasOwn(DECODERS, charset);
}

/** Decodes strictly, dropping one UTF-8 byte order mark; undefined when the bytes are not of that character set. */
export function decode(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return DECODERS[charset]?.(bytes);
  } catch {
    return undefined;
  }
}
