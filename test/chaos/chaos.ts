import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { redisIsThere } from '../redis.ts';
import { HEAD, holds, lineOf } from './row.ts';
import { FAULTS, runAll, trialsOf } from './run.ts';
import { LONG, SHORT } from './size.ts';

/** `npm run chaos [-- R1 R3 ...] [-- --short] [-- --backend redis]`: each fault on each queue, one line of a table each. Ends with 1 when something does not hold. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: 'boolean', default: false }, backend: { type: 'string' } },
});
const unknown = positionals.filter((id) => !FAULTS.some((fault) => fault.id === id));
const { backend: only } = values;
if (unknown.length > 0 || (only !== undefined && only !== 'postgres' && only !== 'redis')) {
  console.error(`wanted: any of ${FAULTS.map(({ id }) => id).join(' ')}, --short, --backend postgres or redis`);
  process.exit(2);
}
const size = values.short ? SHORT : LONG;
const there = redisIsThere('faults') ? (['postgres', 'redis'] as const) : (['postgres'] as const);
const backends = there.filter((backend) => only === undefined || only === backend);
const faults = FAULTS.filter(({ id }) => positionals.length === 0 || positionals.includes(id));

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: import.meta.dirname, encoding: 'utf8' }).trim();
console.log(
  `${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, commit ${commit}; ${size.name}: ${size.reads} questions, ${size.writes} entries, ${size.declarations} declarations over ${size.overMs / 1000} s\n\n${HEAD}`,
);
const rows = await runAll(trialsOf(faults, backends), size, (row) => console.log(lineOf(row)));
const failed = rows.filter((row) => !holds(row)).map(({ id, backend }) => `${id} on ${backend}`);
console.log(failed.length === 0 ? `\nall ${rows.length} hold` : `\n${failed.length} of ${rows.length} do not hold: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
