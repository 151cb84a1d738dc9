import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Figure, ROUNDS } from './figures.ts';

const demo = resolve(import.meta.dirname, '../../src/demo.ts');

/** P10: the demonstration's start, from the command to its greeting, the second time and after; the first is the one it is held against. */
export async function start(): Promise<Figure> {
  const directory = mkdtempSync(join(tmpdir(), 'star-bench-'));
  const first = await startOnce(directory);
  const later: number[] = [];
  for (let round = 0; round < ROUNDS; round++) later.push(await startOnce(directory));
  rmSync(directory, { recursive: true, force: true });
  return {
    id: 'P10',
    what: 'start of the demo, the second time',
    against: 'its first start',
    mustReach: '5 s (aim 2 s)',
    unit: 'ms',
    ours: later,
    theirs: later.map(() => first),
    ratios: later.map((milliseconds) => milliseconds / first),
  };
}

async function startOnce(directory: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [demo], {
    env: { ...process.env, STAR_DATA_DIR: directory, STAR_PORT: '0', STAR_SIMULATOR_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((settle) => child.once('exit', () => settle()));
  await new Promise<void>((settle, refuse) => {
    child.stdout.once('data', () => settle());
    child.once('exit', () => refuse(new Error('the demo ended before it was ready')));
  });
  const milliseconds = performance.now() - began;
  child.kill('SIGTERM');
  await ended;
  return milliseconds;
}
