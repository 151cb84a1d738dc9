import { parseArgs } from 'node:util';
import { MemoryWatch } from './memory.ts';
import { fuzz, warmUp } from './run.ts';
import { TARGETS } from './targets.ts';

/** `npm run fuzz [-- --seconds 60] [-- --seed 1]`: every reader of the outside in turn, for so long in all. Ends with 1 when something does not hold. */
const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? Math.floor(performance.timeOrigin) % 2 ** 31);
const milliseconds = (Number(values.seconds) * 1000) / TARGETS.length;
if (!(milliseconds > 0)) {
  console.error('--seconds: a number is wanted');
  process.exit(2);
}

const row = (...[name = '', ...rest]: readonly string[]) => name.padEnd(36) + rest.map((one) => one.padStart(11)).join('');

await warmUp(TARGETS);
const memory = new MemoryWatch();
console.log(`seed ${seed}, ${values.seconds} s in all\n\n${row('target', 'runs', 'accepted', 'slowest', 'memory')}`);
for (const target of TARGETS) {
  const { runs, accepted, slowestMs, broken } = await fuzz(target, { milliseconds }, seed, memory);
  const share = Math.round((accepted / Math.max(1, runs)) * 100);
  // The memory is that of the process: what all targets so far have taken at most.
  console.log(row(target.name, String(runs), `${share} %`, `${slowestMs.toFixed(1)} ms`, `+${Math.round(memory.grown / 1024 / 1024)} MiB`));
  if (broken === undefined) continue;
  process.exitCode = 1;
  console.error(`\n${target.name}: ${broken.why}\nseed ${broken.seed}, path ${broken.path}\n${JSON.stringify(broken.input)}\n`);
}
