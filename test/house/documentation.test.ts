import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { CONFIG_FILE_VARIABLE, environmentSettings } from '../../src/configuration.ts';
import { metricCatalogues } from '../../src/gateway.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(resolve(root, file), 'utf8');
const pages = globSync(['*.md', 'docs/*.md'], { cwd: root });
const manifest = JSON.parse(read('package.json'));

it('names every package, in its version', () => {
  const { dependencies, devDependencies } = manifest;
  const named = Object.fromEntries(
    [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \| (\d[^ ]*) \|/gm)].map(([, name, version]) => [name, version]),
  );
  expect(named).toEqual({ ...dependencies, ...devDependencies });
});

it('names every environment variable, and none that is not read', () => {
  const known = [CONFIG_FILE_VARIABLE, ...environmentSettings.map(({ variable }) => variable)];
  expect([...read('docs/operations.md').matchAll(/^\| `(STAR_\w+)`/gm)].map(([, name]) => name).sort()).toEqual([...known].sort());
});

it('names only metrics that there are', () => {
  const known = metricCatalogues.flatMap((catalogue) => Object.values(catalogue).map(({ name }) => name));
  const named = pages.flatMap((page) => [...read(page).matchAll(/`(star_[a-z_]+)/g)].map(([, name = '']) => name));
  expect(named.length).toBeGreaterThan(known.length);
  expect([...new Set(named)].filter((name) => !known.includes(name) && name !== 'star_session')).toEqual([]);
});

it('links to nothing that is not there', () => {
  expect(pages.length).toBeGreaterThan(8);
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !existsSync(resolve(root, dirname(page), target)))
      .map((target) => `${page} -> ${target}`),
  );
  expect(broken).toEqual([]);
});

it('shows only commands that there are', () => {
  const shown = pages.flatMap((page) => [...read(page).matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name));
  expect([...new Set(shown)].filter((name) => manifest.scripts[String(name)] === undefined)).toEqual([]);
});

it('names only files that there are', () => {
  const named = pages.flatMap((page) =>
    [...read(page).matchAll(/`((?:src|test|bin|config|wsdl)\/[\w./-]+\.\w+)`/g)].map(([, file = '']) => file),
  );
  const invented = [
    'src/registries/kutse/generated/kutse.ts',
    'src/registries/kutse/qualifications.ts',
    'src/simulator/registers/kutse.ts',
    'test/registries/bodies/kutse.ts',
    'wsdl/kutse.wsdl',
  ];
  expect([...new Set(named)].filter((file) => !existsSync(resolve(root, file)) && !invented.includes(file))).toEqual([]);
});
