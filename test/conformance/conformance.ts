import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { shared } from '../shared.ts';
import { type Result, run } from './suite.ts';
import { SUITES } from './suites/index.ts';

/**
 * `npm run conformance [-- --cases FOLDER]`: the library against cases of outside judges, by suite. Any folder laid out like
 * `shared/xroad/cases` will do, one's own messages among them. Ends with 1 when a case fails, with 2 when there are none.
 */
const { values } = parseArgs({ options: { cases: { type: 'string' } } });
const folder = resolve(values.cases ?? join(shared, 'xroad/cases'));
if (!existsSync(folder)) {
  console.error('There are no cases: name their folder with --cases.');
  process.exit(2);
}

const results: Result[] = [];
for (const suite of SUITES) {
  const result = await run(suite, folder);
  results.push(result);
  const applicable = result.passed.length + result.failed.length;
  console.log(`${result.failed.length === 0 ? ' ' : '!'} ${suite.name.padEnd(30)} ${result.passed.length} passed of ${applicable}`);
  for (const { id, why } of result.failed) console.log(`    FAILED ${id}\n           ${why}`);
}

const count = (of: (result: Result) => number) => results.reduce((sum, result) => sum + of(result), 0);
const [passed, failed, beside] = [
  count(({ passed }) => passed.length),
  count(({ failed }) => failed.length),
  count(({ notApplicable }) => notApplicable.length),
];
if (beside > 0) {
  console.log('\nDo not apply to an information system:');
  for (const { name, notApplicable } of results) for (const { id, why } of notApplicable) console.log(`    ${name}: ${id}\n        ${why}`);
}
console.log(`\n${passed} passed of ${passed + failed}, ${beside} do not apply.`);
process.exitCode = passed + failed === 0 ? 2 : failed === 0 ? 0 : 1;
