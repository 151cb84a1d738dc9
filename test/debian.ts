import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** 150 s for a package with what it needs; one install at a time, as apt has it. */
const INSTALL_MS = 150_000;

/**
 * Whether a program that others wrote is there. Where Debian's own installer may be used it is installed; where it cannot be had, one line says
 * what was not run and how it could be.
 */
export function hasProgram(isThere: () => boolean, packages: readonly string[], what: string): boolean {
  if (isThere()) return true;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const args = ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120', ...packages];
    spawnSync('/usr/bin/apt-get', args, {
      stdio: 'ignore',
      timeout: INSTALL_MS,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (isThere()) return true;
  }
  console.warn(`could not run: ${what} (apt-get install ${packages.join(' ')})`);
  return false;
}

/** Whether a command ends well. */
export function runs(command: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
