import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { generateModule, readWsdl } from '../src/xroad/index.ts';
import type { Made } from './made.ts';

/** Everything that is made from something else and still kept in the repository: `npm run generate` writes it; with `--check` it only says whether it is what it should be. */
const root = resolve(import.meta.dirname, '..');

/** Which contract becomes which module. */
const REGISTRY_CONTRACTS = [
  'rr',
  'skais',
  'skais2',
  'mta',
  'tor',
  'tervisekassa',
  'tootukassa',
  'ehis',
  'liiklusregister',
  'kinnistusraamat',
  'ariregister',
  'ads',
  'kohus',
];
const MODULES = [
  ...REGISTRY_CONTRACTS.map((name) => ({ wsdl: `${name}.wsdl`, module: `src/registries/${name}/generated/${name}.ts` })),
  { wsdl: 'mkrliides.wsdl', module: 'src/registries/mta/generated/mkrliides.ts' },
  { wsdl: 'star.wsdl', module: 'src/services/generated/star.ts' },
  { wsdl: 'star-teated.wsdl', module: 'src/services/generated/star-teated.ts' },
];

function contractModule({ wsdl, module }: (typeof MODULES)[number]): Made {
  const read = readWsdl(readFileSync(resolve(root, 'wsdl', wsdl), 'utf8'));
  if (!read.ok) throw new Error(`${wsdl}: ${read.error.text}`);
  const depth = module.split('/').length - 2;
  return { file: module, from: `wsdl/${wsdl}`, text: generateModule(read.value, wsdl, `${'../'.repeat(depth)}xroad/index.ts`) };
}

const checking = process.argv.includes('--check');
function put({ file, from, text }: Made): void {
  const path = resolve(root, file);
  if (!checking) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`${file} <- ${from}`);
  } else if (readFileSync(path, 'utf8') !== text) {
    process.exitCode = 1;
    console.error(`${file} is not what ${from} gives: run npm run generate`);
  }
}

MODULES.map(contractModule).forEach(put);
// The pages come from the program itself, which may need a module that has only just been written.
const { pages } = await import('./pages.ts');
pages(root).forEach(put);
