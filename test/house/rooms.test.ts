import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** What Git holds or would take in: what lies there but is ignored is nobody's business. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '');
const named = (folder: string) =>
  [...new Set(files.filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length).split('/')[0]))].sort();

it('has nothing at the top level but what the house names', () => {
  const allowed = [
    /^(src|wsdl|fixtures|config|test|bin|docs|Dockerfile|README\.md|LICENSE|CHANGELOG\.md|CONTRIBUTING\.md|SECURITY\.md)$/,
    /^package(-lock)?\.json$/,
    // Tools' own files, by the names under which the tools look for them.
    /^(tsconfig(\.build)?\.json|biome\.json|vitest\.config\.ts|knip\.json)$/,
    /^\./,
  ];
  expect(named('').filter((name) => !allowed.some((pattern) => pattern.test(name ?? '')))).toEqual([]);
});

it('has the rooms of the house under src, and no other', () => {
  const rooms = [
    'api',
    'console',
    'estonia',
    'platform',
    'queries',
    'register',
    'registries',
    'roles',
    'services',
    'simulator',
    'storage',
    'xroad',
  ];
  const top = [
    'configuration.ts',
    'demo-people.ts',
    'demo-seal.ts',
    'demo.ts',
    'first-account.ts',
    'gateway.ts',
    'main.ts',
    'rotate-keys.ts',
  ];
  expect(named('src/').filter((name) => name === undefined || ![...rooms, ...top].includes(name))).toEqual([]);
});

it('has no folder for odds and ends', () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|lib|misc)(\/|\.ts$)/.test(file))).toEqual([]);
});

// A text for every length of a list is a statement that is prepared for nothing (src/storage/prepared-statements.ts).
it('hands a list to the database as one parameter', () => {
  const lists = [/'(not )?in', (?!named\(|\(eb\) =>|\[)/, /\.values\(\s*\w+(\.map\(|\)\s*\.(execute|onConflict|returning))/];
  const sources = files
    .filter((file) => /^src\/.*\.ts$/.test(file))
    .map((file) => ({ file, text: readFileSync(resolve(root, file), 'utf8') }));
  expect(sources.filter(({ text }) => lists.some((list) => list.test(text))).map(({ file }) => file)).toEqual([]);
});
