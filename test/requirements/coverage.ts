import type { Requirement } from './requirement.ts';

/** A test as it was run. */
export interface TestRun {
  readonly file: string;
  /** With the titles of what it stands in. */
  readonly title: string;
  readonly passed: boolean;
}

/** A requirement and the tests that name it. */
export interface Coverage extends Requirement {
  readonly tests: readonly TestRun[];
  /** `OPEN`: no test names it. */
  readonly state: 'GREEN' | 'RED' | 'OPEN';
}

const ID = /REQ-\d{3}/g;

/** Which tests name which requirement, in the order of the requirements. */
export function coverageOf(requirements: readonly Requirement[], runs: readonly TestRun[]): readonly Coverage[] {
  const named = new Map<string, TestRun[]>();
  for (const run of runs) for (const [id] of run.title.matchAll(ID)) named.set(id, [...(named.get(id) ?? []), run]);
  return requirements.map((requirement) => {
    const tests = named.get(requirement.id) ?? [];
    return { ...requirement, tests, state: tests.length === 0 ? 'OPEN' : tests.every(({ passed }) => passed) ? 'GREEN' : 'RED' };
  });
}

/** Ids that tests name and nobody has asked for: slips of the pen. */
export function unknownIds(known: ReadonlySet<string>, runs: readonly TestRun[]): readonly string[] {
  return [...new Set(runs.flatMap(({ title }) => [...title.matchAll(ID)].map(([id]) => id)))].filter((id) => !known.has(id));
}

/** The last line: what must be is, or is not. */
export function summaryOf(coverage: readonly Coverage[]): string {
  const must = coverage.filter(({ priority }) => priority === 'MUST');
  const should = coverage.filter(({ priority }) => priority !== 'MUST');
  const count = (of: readonly Coverage[], state: Coverage['state']) => of.filter((one) => one.state === state).length;
  const [red, open] = [count(must, 'RED'), count(must, 'OPEN')];
  return `${count(must, 'GREEN')} of ${must.length} MUST green, ${red} red, ${open} without a test; ${count(should, 'GREEN')} of ${should.length} SHOULD green.`;
}

/** Whether everything that must be is. */
export function holds(coverage: readonly Coverage[]): boolean {
  return coverage.every(({ priority, state }) => priority !== 'MUST' || state === 'GREEN');
}
