import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingPackages } from '../../bin/installed.js';
import { completed, type Lock, missingOptionals } from '../../bin/lock-completion.js';

const root = resolve(import.meta.dirname, '../..');
const text = readFileSync(resolve(root, 'package-lock.json'), 'utf8');
const lock: Lock = JSON.parse(text);
const manifest: Record<string, Record<string, string>> = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));

describe('package-lock.json', () => {
  it('has an entry for every optional package of every platform', () => {
    expect(missingOptionals(lock)).toEqual([]);
  });

  it('names no registry host: it serves wherever the packages are taken from', () => {
    expect(text).not.toContain('"resolved"');
    expect(text).not.toMatch(/https?:\/\/[^"]*\.tgz/);
  });

  it('pins what package.json names, exactly', () => {
    const sections = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
    const asked = Object.fromEntries(sections.map((section) => [section, manifest[section]]));
    expect(lock.packages['']).toMatchObject(asked);
    const versions = sections.flatMap((section) => Object.entries(manifest[section] ?? {}));
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
    expect(versions.filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version)).toEqual([]);
  });

  it('is what is installed', () => {
    expect(missingPackages(root)).toEqual([]);
  });
});

describe('the completion of a lock', () => {
  it('adds what the registry lacked, where npm looks for it, and is then done', () => {
    const lacking: Lock = {
      packages: {
        '': {},
        'node_modules/tool': {
          version: '1.0.0',
          optionalDependencies: { '@tool/linux-arm64-musl': '1.0.0', '@tool/win32-x64-msvc': '^1.0.0', here: '2.0.0' },
        },
        'node_modules/tool/node_modules/here': { version: '2.0.0', optional: true },
      },
    };
    expect(missingOptionals(lacking).map(({ name }) => name)).toEqual(['@tool/linux-arm64-musl', '@tool/win32-x64-msvc']);
    const { packages } = completed(lacking);
    expect(packages['node_modules/@tool/linux-arm64-musl']).toEqual({
      version: '1.0.0',
      cpu: ['arm64'],
      os: ['linux'],
      libc: ['musl'],
      optional: true,
    });
    expect(packages['node_modules/@tool/win32-x64-msvc']).toEqual({ version: '1.0.0', cpu: ['x64'], os: ['win32'], optional: true });
    expect(missingOptionals({ packages })).toEqual([]);
  });
});
