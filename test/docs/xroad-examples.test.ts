import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as library from '../../src/xroad/index.ts';
import { openWorld, type World } from '../simulator/world.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/xroad.md'), 'utf8');
/** Inside the project, so that the library is found by its own name. */
const folder = join(root, '.test/examples', String(process.pid));
const examples = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = ''], index) => {
  const heading = [...page.slice(0, page.indexOf(code)).matchAll(/^#+ (.*)$/gm)].at(-1)?.[1] ?? '';
  return { name: `${index + 1} ${heading}`, file: join(folder, `example-${index + 1}.ts`), code };
});

/** What stands behind `//>`, in the order of the lines. */
function printed(code: string): string[] {
  return [...code.matchAll(/\/\/> (.*)$/gm)].map(([, text = '']) => text);
}

describe('docs/xroad.md', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    mkdirSync(folder, { recursive: true });
    for (const { file, code } of examples) writeFileSync(file, code);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: join(root, 'tsconfig.json'), include: ['*.ts'] }));
  });
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows every function of the library', () => {
    const functions = Object.entries(library).flatMap(([name, value]) =>
      typeof value === 'function' && !(value.prototype instanceof Error) ? [name] : [],
    );
    expect(functions.length).toBeGreaterThan(40);
    expect(functions.filter((name) => !examples.some(({ code }) => new RegExp(`\\b${name}\\b[<(]|: ${name}\\(`).test(code)))).toEqual([]);
  });

  it('holds only examples that compile', async () => {
    const { stdout } = await run(join(root, 'node_modules/.bin/tsc'), ['-p', folder]).catch((error: { stdout: string }) => error);
    expect(stdout).toBe('');
  });

  it.each(examples)('$name prints what it says', async ({ file, code }) => {
    const env = { PATH: process.env.PATH ?? '', XROAD_SECURITY_SERVER: world.simulator.url };
    const { stdout } = await run(process.execPath, ['--conditions=development', file], { cwd: root, env });
    expect(stdout.trimEnd().split('\n')).toEqual(printed(code));
    expect(printed(code).length).toBeGreaterThan(0);
  });
});
