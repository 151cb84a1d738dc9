import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** What a command of the project says when it is not content; empty when it is. */
function complaints(command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(resolve(root, 'node_modules/.bin', command), args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? '' : `${command} ${args.join(' ')} ended with ${status}\n${stdout}${stderr}`;
}

it('holds: every type', { timeout: 120_000 }, () => expect(complaints('tsc', '-p', '.')).toBe(''));

it('holds: lint and format', () => expect(complaints('biome', 'check', '.')).toBe(''));

it('holds: everything generated is what its source gives', { timeout: 60_000 }, () =>
  expect(complaints('node', 'bin/generate.ts', '--check')).toBe(''),
);
