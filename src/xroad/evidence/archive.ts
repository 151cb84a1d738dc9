import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { MAX_ARCHIVE_BYTES, MAX_ARCHIVE_ENTRIES, MAX_UNPACKED_BYTES } from '../limits.ts';

/**
 * Files of a ZIP archive by name, unpacked in memory; nothing is written anywhere. Undefined when it is not a readable archive, names a file
 * twice, has names that lead out of it, or would unpack to more than the limits: sizes are believed only as far as they turn out true.
 */
export async function readArchive(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
  if (bytes.length > MAX_ARCHIVE_BYTES) return undefined;
  const files = new Map<string, Uint8Array>();
  try {
    const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const archive = await fromBufferPromise(data, { lazyEntries: true, strictFileNames: true });
    if (archive.entryCount > MAX_ARCHIVE_ENTRIES) return undefined;
    let left = MAX_UNPACKED_BYTES;
    for await (const entry of archive.eachEntry()) {
      left -= entry.uncompressedSize;
      if (left < 0 || files.has(entry.fileName)) return undefined;
      if (!entry.fileName.endsWith('/')) files.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)));
    }
  } catch {
    return undefined;
  }
  return files;
}
