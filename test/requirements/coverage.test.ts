import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shared } from '../shared.ts';
import { coverageOf, holds, summaryOf, type TestRun, unknownIds } from './coverage.ts';
import { type Requirement, readRequirements } from './requirement.ts';

const id = (number: number) => `REQ-${number}`;
const asked: readonly Requirement[] = [
  { id: id(901), module: 'identity-access', priority: 'MUST' },
  { id: id(902), module: 'identity-access', priority: 'MUST' },
  { id: id(903), module: 'notices', priority: 'SHOULD' },
];
const test = (title: string, passed = true): TestRun => ({ file: 'test/x.test.ts', title, passed });

describe('what tests say of requirements', () => {
  it('one is green when every test that names it is, alone or beside others', () => {
    const runs = [test(`${id(901)} ${id(902)}: both`), test(`accounts ${id(902)}: once more`, false), test('names nothing')];
    expect(coverageOf(asked, runs).map(({ state, tests }) => [state, tests.length])).toEqual([
      ['GREEN', 1],
      ['RED', 2],
      ['OPEN', 0],
    ]);
  });

  it('what must be is red or without a test: it does not hold, and the last line counts', () => {
    const half = coverageOf(asked, [test(id(901))]);
    expect(holds(half)).toBe(false);
    expect(summaryOf(half)).toBe('1 of 2 MUST green, 0 red, 1 without a test; 0 of 1 SHOULD green.');
    expect(holds(coverageOf(asked, [test(id(901)), test(id(902), false)]))).toBe(false);
    expect(holds(coverageOf(asked, [test(id(901)), test(id(902))]))).toBe(true);
  });

  it('an id that nobody has asked for is told of', () => {
    expect(unknownIds(new Set([id(901)]), [test(`${id(901)} ${id(999)}`)])).toEqual([id(999)]);
  });
});

describe('the list of requirements', () => {
  it('is read whatever stands in its fields', () => {
    expect(readRequirements('id,text,module,priority\r\nA-1,"a, ""b""\nc",notices,MUST\r\nA-2,,measures,SHOULD\r\n')).toEqual([
      { id: 'A-1', module: 'notices', priority: 'MUST' },
      { id: 'A-2', module: 'measures', priority: 'SHOULD' },
    ]);
  });

  const source = join(shared, 'product/requirements.csv');
  it.runIf(existsSync(source))('is the same as in its source', () => {
    const own = readRequirements(readFileSync(join(import.meta.dirname, 'ids.csv'), 'utf8'));
    expect(own).toEqual(readRequirements(readFileSync(source, 'utf8')));
    expect(own).toHaveLength(269);
  });
});
