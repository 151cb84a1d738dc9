import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { handingOn } from '../xroad/security-server.ts';
import { MEBIBYTES } from './carried.ts';
import { type Figure, ROUNDS } from './figures.ts';

const carrier = resolve(import.meta.dirname, 'carrier.ts');

/** P11: by how much the memory of both sides grows, at the most, while an attachment of 20 MiB goes in and one comes out; against its bytes. */
export async function attachment(): Promise<Figure> {
  const grown: number[] = [];
  for (let round = 0; round < ROUNDS; round++) grown.push(await carryOnce());
  const size = MEBIBYTES;
  return {
    id: 'P11',
    what: `${MEBIBYTES} MiB in and out: growth of memory, both sides`,
    against: 'its bytes',
    mustReach: 'under 2',
    unit: 'MiB',
    ours: grown,
    theirs: grown.map(() => size),
    ratios: grown.map((mebibytes) => mebibytes / size),
  };
}

/** MiB that the larger of the two sides grew by. */
async function carryOnce(): Promise<number> {
  const producer = start('producer');
  const server = await handingOn(await producer.line());
  const consumer = start('consumer', server.url);
  try {
    await consumer.line();
    for (const { child } of [producer, consumer]) child.kill('SIGUSR2');
    const consumed = Number(await consumer.line());
    producer.child.kill('SIGTERM');
    return Math.max(consumed, Number(await producer.line())) / 1024 / 1024;
  } finally {
    for (const { child } of [producer, consumer]) child.kill('SIGKILL');
    await server.close();
  }
}

function start(...args: readonly string[]) {
  const child = spawn(process.execPath, ['--expose-gc', carrier, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    async line(): Promise<string> {
      const { value } = await lines.next();
      if (value === undefined) throw new Error('a side of the exchange ended');
      return value;
    },
  };
}
