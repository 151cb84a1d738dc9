import { createHash } from 'node:crypto';
import { Zip, ZipDeflate } from 'fflate';

/** A file in an archive. */
export interface ArchiveEntry {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** What was written into an archive, by name: SHA-256, in hexadecimal digits. */
export type Digests = ReadonlyMap<string, string>;

/**
 * Writes a ZIP file while its entries are read, each of which is read when it is its turn; they may depend on the digests of those before them. No
 * more of it is in memory than what has not been taken yet.
 */
export async function* archived(entries: (digests: Digests) => AsyncIterable<ArchiveEntry>): AsyncGenerator<Uint8Array> {
  const digests = new Map<string, string>();
  const written: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    written.push(piece);
  });
  for await (const { name, content } of entries(digests)) {
    const file = new ZipDeflate(name);
    zip.add(file);
    const hash = createHash('sha256');
    for await (const piece of content) {
      hash.update(piece);
      file.push(piece);
      yield* written.splice(0);
    }
    file.push(new Uint8Array(0), true);
    digests.set(name, hash.digest('hex'));
    yield* written.splice(0);
  }
  zip.end();
  yield* written.splice(0);
}
