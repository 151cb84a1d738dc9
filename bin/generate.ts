import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { apiErrors, renderErrorsPage } from '../src/api/index.ts';
import { errorCatalogues } from '../src/gateway.ts';
import { accessErrors } from '../src/register/access/index.ts';
import { servicesErrors } from '../src/services/index.ts';
import { generateModule, readWsdl } from '../src/xroad/index.ts';
import { renderLimitsPage } from './limits-page.ts';

/** Everything that is made from something else and still kept in the repository: `npm run generate` writes it; with `--check` it only says whether it is what it should be. */
const root = resolve(import.meta.dirname, '..');

/** Which contract becomes which module. */
const MODULES = [
  { wsdl: 'rr.wsdl', module: 'src/registries/rr/generated/rr.ts' },
  { wsdl: 'skais.wsdl', module: 'src/registries/skais/generated/skais.ts' },
  { wsdl: 'mta.wsdl', module: 'src/registries/mta/generated/mta.ts' },
  { wsdl: 'tervisekassa.wsdl', module: 'src/registries/tervisekassa/generated/tervisekassa.ts' },
  { wsdl: 'tootukassa.wsdl', module: 'src/registries/tootukassa/generated/tootukassa.ts' },
  { wsdl: 'star.wsdl', module: 'src/services/generated/star.ts' },
];

interface Made {
  readonly file: string;
  readonly from: string;
  readonly text: string;
}

function contractModule({ wsdl, module }: (typeof MODULES)[number]): Made {
  const read = readWsdl(readFileSync(resolve(root, 'wsdl', wsdl), 'utf8'));
  if (!read.ok) throw new Error(`${wsdl}: ${read.error.text}`);
  const depth = module.split('/').length - 2;
  return { file: module, from: `wsdl/${wsdl}`, text: generateModule(read.value, wsdl, `${'../'.repeat(depth)}xroad/index.ts`) };
}

const made: readonly Made[] = [
  ...MODULES.map(contractModule),
  {
    file: 'docs/errors.md',
    from: 'the error catalogues',
    text: renderErrorsPage([apiErrors, accessErrors, ...errorCatalogues], servicesErrors),
  },
  { file: 'docs/limits.md', from: 'the constants of src', text: renderLimitsPage(root) },
];

const checking = process.argv.includes('--check');
for (const { file, from, text } of made) {
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
