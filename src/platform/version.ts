import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const manifest: { readonly version: string } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'));

/** Of this program. */
export const VERSION = manifest.version;
