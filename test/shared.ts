import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The reference material that lies beside the project, where it does. */
export const shared = resolve(import.meta.dirname, '../../shared');

/** Whether it is there; a suite that needs it says so when it is not. */
export function hasShared(what: string): boolean {
  const there = existsSync(shared);
  if (!there) console.warn(`could not run: ${what} (the reference material is not beside the project)`);
  return there;
}
