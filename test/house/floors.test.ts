import { expect, it } from 'vitest';
import { survey } from './cruise.ts';

it('holds: every room uses only the faces of the rooms below it', async () => {
  const { modules, violations } = await survey();
  // A cruiser that cannot read TypeScript finds nothing, and nothing wrong.
  expect(modules).toBeGreaterThan(60);
  expect(violations).toEqual([]);
});

it('bites: each kind of trespass is found, in values and in types', async () => {
  const { violations } = await survey({
    'src/xroad/trespass.ts': "import { ok } from '../platform/index.ts';\nexport const a = ok;\n",
    'src/platform/trespass.ts': "import type { Db } from '../storage/index.ts';\nexport type A = Db;\n",
    'src/storage/trespass.ts': "import '../register/access/index.ts';\n",
    'src/simulator/trespass.ts': "import '../registries/index.ts';\nimport '../queries/index.ts';\nimport '../register/access/index.ts';\n",
    'src/queries/trespass.ts': "import { fail } from '../platform/result.ts';\nexport const a = fail;\n",
    'src/register/people/trespass.ts': "import '../access/store.ts';\nimport '../../configuration.ts';\n",
    'src/api/trespass.ts': "import '../console/index.ts';\nimport 'vitest';\nimport './nowhere.ts';\n",
    'src/api/one.ts': "import { b } from './other.ts';\nexport const a = () => b;\n",
    'src/api/other.ts': "import { a } from './one.ts';\nexport const b = () => a;\n",
    'src/roles/trespass.ts': "import '../gateway.ts';\nimport '../queries/ask.ts';\n",
    'src/services/trespass.ts': "import '../roles/index.ts';\n",
    'src/estonia/lazy.ts': "export const later = () => import('../platform/index.ts');\n",
  });
  const rules = (file: string) => violations.filter((line) => line.includes(`: ${file} ->`)).map((line) => line.split(':')[0]);
  expect(rules('src/xroad/trespass.ts')).toContain('xroad-uses-only-what-it-may');
  expect(rules('src/platform/trespass.ts')).toContain('platform-uses-only-what-it-may');
  expect(rules('src/storage/trespass.ts')).toContain('storage-uses-only-what-it-may');
  expect(rules('src/simulator/trespass.ts').filter((rule) => rule === 'simulator-uses-only-what-it-may')).toHaveLength(3);
  expect(rules('src/queries/trespass.ts')).toContain('platform-by-its-face');
  expect(rules('src/register/people/trespass.ts')).toEqual(
    expect.arrayContaining(['register-areas-by-their-faces', 'nothing-of-the-top-floor']),
  );
  expect(rules('src/api/trespass.ts')).toEqual(
    expect.arrayContaining(['api-uses-only-what-it-may', 'no-development-packages-in-the-product', 'nothing-unresolvable']),
  );
  expect([...rules('src/api/one.ts'), ...rules('src/api/other.ts')]).toContain('no-circles');
  expect(rules('src/roles/trespass.ts')).toEqual(expect.arrayContaining(['roles-uses-only-what-it-may', 'queries-by-its-face']));
  expect(rules('src/services/trespass.ts')).toContain('services-uses-only-what-it-may');
  expect(rules('src/estonia/lazy.ts')).toContain('estonia-uses-only-what-it-may');
});
