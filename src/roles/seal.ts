import { readFileSync } from 'node:fs';
import type { Configuration } from '../configuration.ts';
import { openSeal, type Seal } from '../register/evidence/index.ts';

/** The installation's seal, where it has one. One that cannot be used is found at the start, not when a court waits. */
export function sealOf({ seal }: Pick<Configuration, 'seal'>): Seal | undefined {
  if (seal === undefined) return undefined;
  const opened = openSeal(readFileSync(seal.certFile), readFileSync(seal.keyFile));
  if (!opened.ok) throw new Error(`seal: ${opened.error.text}`);
  return opened.value;
}
