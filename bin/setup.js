// Brings what the project needs, before `npm run demo` and `npm test`. Plain JavaScript without dependencies: it runs under whatever Node the
// machine has, when nothing is installed yet. Node 24 itself comes with the dependencies (docs/dependencies.md).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const mark = join(root, 'node_modules', '.star-lock-hash');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
  console.log('Installing the dependencies named in package-lock.json (npm ci) ...');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: root, stdio: 'inherit' });
  if (npm.status !== 0) {
    console.error('npm ci failed: see above. Nothing else was changed.');
    process.exit(npm.status ?? 1);
  }
  writeFileSync(mark, wanted);
}
