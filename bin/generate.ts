import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { generateModule, readWsdl } from '../src/xroad/index.ts';

/** Which contract becomes which module. `npm run generate` writes them; with `--check` it only says whether they are what they should be. */
const MODULES = [
  { wsdl: 'rr.wsdl', module: 'src/registries/rr/generated/rr.ts' },
  { wsdl: 'skais.wsdl', module: 'src/registries/skais/generated/skais.ts' },
  { wsdl: 'mta.wsdl', module: 'src/registries/mta/generated/mta.ts' },
  { wsdl: 'tervisekassa.wsdl', module: 'src/registries/tervisekassa/generated/tervisekassa.ts' },
  { wsdl: 'tootukassa.wsdl', module: 'src/registries/tootukassa/generated/tootukassa.ts' },
  { wsdl: 'star.wsdl', module: 'src/services/generated/star.ts' },
];

const root = resolve(import.meta.dirname, '..');
const checking = process.argv.includes('--check');
let stale = 0;
for (const { wsdl, module } of MODULES) {
  const read = readWsdl(readFileSync(resolve(root, 'wsdl', wsdl), 'utf8'));
  if (!read.ok) throw new Error(`${wsdl}: ${read.error.text}`);
  const depth = module.split('/').length - 2;
  const text = generateModule(read.value, wsdl, `${'../'.repeat(depth)}xroad/index.ts`);
  const file = resolve(root, module);
  if (checking) {
    if (readFileSync(file, 'utf8') !== text) {
      stale += 1;
      console.error(`${module} is not what wsdl/${wsdl} gives: run npm run generate`);
    }
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`${module} <- wsdl/${wsdl}`);
  }
}
process.exitCode = stale === 0 ? 0 : 1;
