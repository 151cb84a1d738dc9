import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { type Coverage, coverageOf, holds, summaryOf, type TestRun, unknownIds } from './coverage.ts';
import { builtRequirements, readRequirements } from './requirement.ts';

/**
 * `npm run requirements`: runs the tests that name a requirement, and lists each requirement of the parts that are built with the tests that name it.
 * ✓ green, ✗ red, - no test names it. Ends with 1 when one that must be is not.
 */
const root = resolve(import.meta.dirname, '../..');
const naming = globSync('test/**/*.test.ts', { cwd: root, exclude: ['test/requirements/**'] }).filter((file) =>
  /REQ-\d{3}/.test(readFileSync(join(root, file), 'utf8')),
);
const report = run(naming);
const runs = readRuns(report);
/** Files of which no test was run: they could not even be loaded. */
const unread = report.testResults.flatMap(({ name, status, assertionResults }) =>
  status === 'failed' && assertionResults.length === 0 ? [relative(root, name)] : [],
);
const known = new Set(readRequirements(readFileSync(join(import.meta.dirname, 'ids.csv'), 'utf8')).map(({ id }) => id));
const strange = unknownIds(known, runs);
const coverage = coverageOf(builtRequirements(), runs);

const signs: Readonly<Record<Coverage['state'], string>> = { GREEN: '✓', RED: '✗', OPEN: '-' };
for (const [module, ofModule] of Map.groupBy(coverage, ({ module }) => module)) {
  console.log(`\n${module}`);
  for (const { id, priority, state, tests } of ofModule) {
    const files = [...new Set(tests.map(({ file }) => file))].join(' ');
    console.log(`  ${signs[state]} ${id} ${priority.padEnd(6)} ${tests.length === 0 ? '' : `${tests.length}  ${files}`}`.trimEnd());
  }
}
const failed = coverage.flatMap(({ tests }) => tests.filter(({ passed }) => !passed).map(({ title }) => title));
if (failed.length > 0) console.log(`\nred:\n  ${[...new Set(failed)].join('\n  ')}`);
if (unread.length > 0) console.log(`\ncould not be loaded:\n  ${unread.join('\n  ')}`);
if (strange.length > 0) console.log(`\nnamed by tests, and no requirement: ${strange.join(' ')}`);
console.log(`\n${summaryOf(coverage)}`);
process.exitCode = holds(coverage) && strange.length === 0 && unread.length === 0 ? 0 : 1;

/** What vitest reports of the files: the names are its own. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Runs the files once. */
function run(files: readonly string[]): Report {
  if (files.length === 0) return { testResults: [] };
  const folder = mkdtempSync(join(tmpdir(), 'star-requirements-'));
  try {
    const report = join(folder, 'report.json');
    const vitest = join(root, 'node_modules/.bin/vitest');
    spawnSync(vitest, ['run', '--reporter=json', `--outputFile=${report}`, ...files], { cwd: root, stdio: 'ignore' });
    return JSON.parse(readFileSync(report, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readRuns({ testResults }: Report): readonly TestRun[] {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({ file: relative(root, name), title: fullName, passed: status === 'passed' })),
  );
}
