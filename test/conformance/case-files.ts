import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of rows; empty when the folder has none. */
export function rowsIn<T>(folder: string, file: string): readonly T[] {
  const path = join(folder, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];
}

export function bytesIn(folder: string, file: string): Buffer {
  return readFileSync(join(folder, file));
}
