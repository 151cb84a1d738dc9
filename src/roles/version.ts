import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The gateway's own version. From source and from what is built, package.json lies two floors up. */
export const VERSION: string = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8')).version;
