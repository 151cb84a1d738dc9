import { parseArgs } from 'node:util';
import { fuzz } from './run.ts';
import { TARGETS } from './targets.ts';

/** `npm run fuzz [-- --seconds 60] [-- --seed 1]`: every reader of the outside in turn, for so long in all. Ends with 1 when something does not hold. */
const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? Math.floor(performance.timeOrigin) % 2 ** 31);
const milliseconds = (Number(values.seconds) * 1000) / TARGETS.length;
if (!(milliseconds > 0)) {
  console.error('--seconds: a number is wanted');
  process.exit(2);
}

console.log(
  `seed ${seed}, ${values.seconds} s in all\n\n${'target'.padEnd(36)}${'runs'.padStart(9)}${'accepted'.padStart(10)}${'slowest'.padStart(10)}`,
);
for (const target of TARGETS) {
  const { runs, accepted, slowestMs, broken } = fuzz(target, { milliseconds }, seed);
  console.log(
    `${target.name.padEnd(36)}${String(runs).padStart(9)}${`${Math.round((accepted / Math.max(1, runs)) * 100)} %`.padStart(10)}${`${slowestMs.toFixed(1)} ms`.padStart(10)}`,
  );
  if (broken === undefined) continue;
  process.exitCode = 1;
  console.error(`\n${target.name}: ${broken.why}\nseed ${broken.seed}, path ${broken.path}\n${JSON.stringify(broken.input)}\n`);
}
