import { join } from 'node:path';
import type { Configuration } from '../configuration.ts';
import { type ObjectStore, openDiskObjects } from '../storage/index.ts';

/** Where the bytes of documents lie: on the disk of the installation. */
export function openObjects({ dataDir }: Configuration): Promise<ObjectStore> {
  return openDiskObjects(join(dataDir, 'documents'));
}
