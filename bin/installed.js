// Whether node_modules holds what package-lock.json names. Plain JavaScript without dependencies: it runs before anything is installed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names what is missing or of another version than the lock says; empty when all is there. npm notes what it installed in a lock of its own. */
export function missingPackages(root) {
  const noted = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(noted)) return ['everything'];
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(noted);
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && !(entry.optional === true && !isForThisMachine(entry)))
    .filter(([path, entry]) => installed[path]?.version !== entry.version || !existsSync(join(root, path)))
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
}

/** Whether npm would install an optional package here. Where it does not say, npm may have left it out: then it is not asked for. */
function isForThisMachine(entry) {
  if (entry.os === undefined && entry.cpu === undefined) return false;
  const fits = (said, mine) => {
    const list = [said ?? mine].flat();
    return !list.includes(`!${mine}`) && list.some((one) => one === mine || one.startsWith('!'));
  };
  return fits(entry.os, process.platform) && fits(entry.cpu, process.arch) && fits(entry.libc, libc());
}

function libc() {
  return process.report?.getReport().header.glibcVersionRuntime === undefined ? 'musl' : 'glibc';
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
