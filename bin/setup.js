// Brings what the project needs, before `npm run demo` and `npm test`. Plain JavaScript without dependencies: it runs under whatever Node the
// machine has (20 or newer), when nothing is installed yet. Node 24 itself comes with the dependencies (docs/dependencies.md).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingPackages } from './installed.js';

/** The project runs from its TypeScript sources, and on libraries that need this Node. */
const NODE_AT_LEAST = 24;

const root = fileURLToPath(new URL('..', import.meta.url));
const missing = missingPackages(root);

if (missing.length > 0) {
  const what = missing.length > 3 ? `${missing.length} packages` : missing.join(', ');
  console.log(`Installing what package-lock.json names (npm ci; missing: ${what}) ...`);
  // No package's own script runs: nothing is compiled, nothing is fetched that the lock does not name.
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: root, stdio: 'inherit' });
  if (npm.status !== 0) {
    console.error('npm ci failed: see above. Is the package registry to be reached?');
    process.exit(npm.status ?? 1);
  }
  console.log('Installed.');
}

const bundled = existsSync(join(root, 'node_modules', '.bin', 'node'));
if (!bundled && Number.parseInt(process.versions.node, 10) < NODE_AT_LEAST) {
  console.error(
    `This machine's Node is ${process.versions.node} and no Node ${NODE_AT_LEAST} comes with the dependencies for it: install one.`,
  );
  process.exit(1);
}
