import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from '../configuration.ts';
import { openClamd, openSiva, type SignatureValidator, type VirusScanner } from '../register/documents/index.ts';
import { type ObjectStore, openDiskObjects, openS3Objects } from '../storage/index.ts';

/** Who looks for viruses in documents; undefined where nobody does. */
export function openScanner({ documents: { clamd } }: Configuration): VirusScanner | undefined {
  return clamd && openClamd(clamd);
}

/** Who checks the signatures in documents; undefined where nobody does. */
export function openValidator({ documents: { sivaUrl } }: Configuration): SignatureValidator | undefined {
  return sivaUrl === undefined ? undefined : openSiva(sivaUrl);
}

/** Where the bytes of documents lie, as the installation has it. */
export async function openObjects({ dataDir, documents: { s3 } }: Configuration): Promise<ObjectStore> {
  if (s3 === undefined) return openDiskObjects(join(dataDir, 'documents'));
  const { secretAccessKeyFile, ...address } = s3;
  return openS3Objects({ ...address, secretAccessKey: readFileSync(secretAccessKeyFile, 'utf8').trim() });
}
