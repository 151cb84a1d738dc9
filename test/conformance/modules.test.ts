import { execFile } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { generateModule, readWsdl } from '../../src/xroad/index.ts';
import { hasShared, shared } from '../shared.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

it.runIf(hasShared('modules of every real contract'))(
  'every real contract, whole or cut, gives a typed module that compiles',
  async () => {
    const folder = join(root, '.test/modules', String(process.pid));
    mkdirSync(folder, { recursive: true });
    try {
      const contracts = globSync('**/*.wsdl', { cwd: join(shared, 'registries/wsdl') });
      expect(contracts.length).toBeGreaterThan(20);
      for (const file of contracts) {
        const wsdl = readWsdl(readFileSync(join(shared, 'registries/wsdl', file), 'utf8'));
        if (!wsdl.ok) throw new Error(`${file}: ${wsdl.error.text}`);
        const module = generateModule(wsdl.value, file, 'star-xtee-gateway/xroad');
        expect(module.match(/^export const /gm)?.length ?? 0).toBe(wsdl.value.operations.size + wsdl.value.documents.length);
        writeFileSync(join(folder, `${file.replaceAll(/\W/g, '_')}.ts`), module);
      }
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: join(root, 'tsconfig.json'), include: ['*.ts'] }));
      const { stdout } = await run(join(root, 'node_modules/.bin/tsc'), ['-p', folder]).catch((error: { stdout: string }) => error);
      expect(stdout).toBe('');
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  120_000,
);
