import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasShared, shared } from '../shared.ts';
import { SUITES } from './suites/index.ts';

const cases = join(shared, 'xroad/cases');
const there = hasShared("X-Road's own cases");
/** Cases of a suite at least: fewer, and it has not been read. */
const AT_LEAST: Readonly<Record<string, number>> = {
  messages: 26,
  'request hashes': 11,
  'error codes': 200,
  'hash chains': 10,
  'signed documents': 6,
};

describe.runIf(there).each(there ? SUITES : [])('$name', (suite) => {
  const all = suite.cases(cases);

  it('has its cases', () => {
    expect(all.length).toBeGreaterThanOrEqual(AT_LEAST[suite.name] ?? 1);
  });

  it.each(all.flatMap((one) => ('check' in one ? [one] : [])))('$id', ({ check }) => check());
});

describe.runIf(there)('npm run conformance', () => {
  const root = resolve(import.meta.dirname, '../..');
  const run = (...args: readonly string[]) => {
    const { status, stdout } = spawnSync(process.execPath, ['test/conformance/conformance.ts', ...args], { cwd: root, encoding: 'utf8' });
    return { status, stdout };
  };
  /** On a folder of one's own, with one kind of cases. */
  const runOwn = (rows: readonly { header: string; valid: boolean }[]) => {
    const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
    try {
      mkdirSync(join(folder, 'identifiers-and-soapaction'));
      writeFileSync(join(folder, 'identifiers-and-soapaction/soapaction.json'), JSON.stringify(rows));
      return run('--cases', folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it('passes', () => {
    const { status, stdout } = run();
    expect(stdout).toMatch(/\n(\d+) passed of \1, \d+ do not apply\.\n$/);
    expect(status).toBe(0);
  });

  it('runs another folder, and fails when a case does', () => {
    const good = runOwn([{ header: '"urn:a"', valid: true }]);
    expect(good.status).toBe(0);
    expect(good.stdout).toContain('1 passed of 1, 0 do not apply.');
    const bad = runOwn([{ header: 'unquoted', valid: true }]);
    expect(bad.status).toBe(1);
    expect(bad.stdout).toContain('FAILED unquoted');
  });

  it('does not pass where there is nothing', () => {
    expect(run('--cases', join(root, 'wsdl')).status).toBe(2);
    expect(run('--cases', join(root, 'nowhere')).status).toBe(2);
  });
});
