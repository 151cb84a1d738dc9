import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { attachment } from './attachment.ts';
import { cached } from './cached.ts';
import { engine, engineOnRedis } from './engine.ts';
import { exchange } from './exchange.ts';
import { type Figure, ROUNDS, table } from './figures.ts';
import { grown } from './grown.ts';
import { largeAnswer } from './large-answer.ts';
import { prefill } from './prefill.ts';
import { producer, producerAgainstNodeSoap } from './producer.ts';
import { start } from './start.ts';

/**
 * `npm run bench [P3 P4 ...]`: each figure is a ratio of two things measured in turn, median and range of five rounds. P8 takes minutes, most of
 * them to lay a country's questions into a register, and is run when it is named.
 */
const BENCHES: Readonly<Record<string, () => Promise<Figure | readonly Figure[]>>> = {
  P1: producer,
  P2: producerAgainstNodeSoap,
  P3: exchange,
  P4: engine,
  P4r: engineOnRedis,
  P5: cached,
  P6: prefill,
  P7: largeAnswer,
  P8: grown,
  P10: start,
  P11: attachment,
};

const wanted = process.argv.slice(2);
const figures: Figure[] = [];
for (const [id, run] of Object.entries(BENCHES)) {
  if (wanted.length > 0 ? !wanted.includes(id) : id === 'P8') continue;
  console.error(`${id} ...`);
  const measured = [await run()].flat();
  // At once as well: what comes later may take long, or fail.
  console.error(table(measured));
  figures.push(...measured);
}
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: import.meta.dirname, encoding: 'utf8' }).trim();
console.log(
  `${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, commit ${commit}; ${ROUNDS} rounds in turn after one that does not count\n`,
);
console.log(table(figures));
process.exit(0);
