import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '../../src/queries/shadow/differences.ts';

const found = (record: unknown) => ({ state: 'FOUND' as const, record });
const between = (told: unknown, twin: unknown, lacks: readonly string[] = []) => differences(found(told), found(twin), lacks);

describe('where two records differ', () => {
  it.each<[string, unknown, unknown, readonly string[]]>([
    ['nowhere', { a: 1, b: [{ c: 'x' }] }, { b: [{ c: 'x' }], a: 1 }, []],
    ['a member that the twin has not', { a: 1, b: { c: 2 } }, { a: 1, b: {} }, ['b.c: MISSING']],
    ['one that only the twin has', { a: 1 }, { a: 1, b: { c: 2 } }, ['b: EXTRA']],
    ['one that is another', { a: { b: 'x' } }, { a: { b: 'y' } }, ['a.b: DIFFERENT']],
    ['one that is of another kind', { a: [1] }, { a: { b: 1 } }, ['a: DIFFERENT']],
    ['rows in another order', { a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 2 }, { b: 1 }] }, []],
    ['a row that the twin has not', { a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 2 }] }, ['a[]: MISSING']],
    ['a row that only the twin has', { a: [] }, { a: [{ b: 2 }] }, ['a[]: EXTRA']],
    ['the same row twice', { a: [1, 1] }, { a: [1] }, ['a[]: MISSING']],
    [
      'a row held against the one most like it',
      {
        a: [
          { k: 1, x: 1, y: 1 },
          { k: 2, x: 2, y: 2 },
        ],
      },
      {
        a: [
          { k: 2, x: 2, y: 9 },
          { k: 1, x: 1, y: 1 },
        ],
      },
      ['a[].y: DIFFERENT'],
    ],
    ['nothing where nothing was told', { a: null }, { a: undefined }, ['a: MISSING']],
  ])('%s', (_what, told, twin, expected) => {
    expect(between(told, twin)).toEqual(expected);
  });

  it('leaves out what the twin is known to lack, and a whole answer is whole for all that it could be', () => {
    const told = found({ rights: [{ kind: 'H10', until: '2026-01-01' }] });
    const twin = { state: 'PARTIAL' as const, missing: ['rights[].until'], record: { rights: [{ kind: 'H10' }] } };
    expect(differences(told, twin, ['rights[].until'])).toEqual([]);
    expect(differences(told, { ...twin, missing: ['rights', 'rights[].until'] }, ['rights[].until'])).toEqual([
      'state: FOUND, twin PARTIAL',
    ]);
    expect(differences({ state: 'NOT_FOUND' }, twin, ['rights[].until'])).toEqual(['state: NOT_FOUND, twin FOUND']);
  });

  it('says nothing of the words in which both refuse or find nothing', () => {
    expect(differences({ state: 'REJECTED', reason: '7' }, { state: 'REJECTED', reason: 'HTTP_403' }, [])).toEqual([]);
    expect(differences({ state: 'NOT_FOUND', text: 'Isik puudub' }, { state: 'NOT_FOUND' }, [])).toEqual([]);
  });

  it('is quick about lists of a thousand rows that are all unlike', () => {
    const rows = (from: number) => ({ a: Array.from({ length: 1000 }, (_, n) => ({ b: from + n, c: from - n, d: 'x' })) });
    const began = performance.now();
    expect(between(rows(0), rows(5000))).toEqual(['a[].b: DIFFERENT', 'a[].c: DIFFERENT']);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('finds none between a record and itself, and never repeats a value', () => {
    const rows = fc.array(fc.record({ code: fc.string({ minLength: 8 }), name: fc.string({ minLength: 8 }) }), { maxLength: 8 });
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        expect(between({ rows: one }, { rows: [...one].reverse() })).toEqual([]);
        const told = between({ rows: one }, { rows: other });
        expect(told.every((line) => /^rows\[\](?:\.(?:code|name))?: (?:MISSING|EXTRA|DIFFERENT)$/.test(line))).toBe(true);
      }),
    );
  });
});
