import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPersonnel, type Employment } from '../../../src/register/organisations/personnel.ts';

/** So many people of one education in each of the institutions. */
const employed = (numbers: readonly number[], educationLevel: string | undefined): readonly Employment[] =>
  numbers.flatMap((people, at) =>
    Array.from({ length: people }, (_, index) => ({
      userId: `${educationLevel}-${at}-${index}`,
      institutionId: `at-${at}`,
      educationLevel,
    })),
  );
const told = (numbers: readonly number[]) => {
  const { everywhere, byInstitution } = countPersonnel(employed(numbers, 'MASTER'));
  return { everywhere: everywhere[0]?.people, each: numbers.map((_, at) => byInstitution.get(`at-${at}`)?.[0]?.people) };
};

describe('the people of social work', () => {
  it('are counted by education, and those who have not said theirs apart', () => {
    const { everywhere, byInstitution } = countPersonnel([...employed([5, 7], 'MASTER'), ...employed([6], undefined)]);
    expect(everywhere).toEqual([
      { educationLevel: 'MASTER', people: 12 },
      { educationLevel: undefined, people: 6 },
    ]);
    expect(byInstitution.get('at-0')).toEqual([
      { educationLevel: 'MASTER', people: 5 },
      { educationLevel: undefined, people: 6 },
    ]);
  });

  it('are each counted once everywhere, and in every institution where they work', () => {
    const people = employed([6], 'MASTER');
    const { everywhere, byInstitution } = countPersonnel([...people, ...people.map((one) => ({ ...one, institutionId: 'at-1' }))]);
    expect(everywhere).toEqual([{ educationLevel: 'MASTER', people: 6 }]);
    expect(byInstitution.get('at-1')).toEqual([{ educationLevel: 'MASTER', people: 6 }]);
  });

  it.each([
    [[4], { everywhere: undefined, each: [undefined] }],
    [[5], { everywhere: 5, each: [5] }],
    [[3, 9], { everywhere: undefined, each: [undefined, 9] }],
    [[2, 2, 9], { everywhere: undefined, each: [undefined, undefined, 9] }],
    [[4, 4, 9], { everywhere: undefined, each: [undefined, undefined, 9] }],
    [[2, 4, 9], { everywhere: 15, each: [undefined, undefined, 9] }],
    [[1, 1, 1, 1, 1], { everywhere: undefined, each: [undefined, undefined, undefined, undefined, undefined] }],
  ])('%j are told as %j', (numbers, expected) => {
    expect(told(numbers)).toEqual(expected);
  });

  it('are never told so that a number below five follows from what is told', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 }), (numbers) => {
        const { everywhere, each } = told(numbers);
        expect(each).toEqual(numbers.map((people) => (people < 5 ? undefined : people)));
        if (everywhere === undefined) return;
        const rest = everywhere - each.reduce((sum: number, people) => sum + (people ?? 0), 0);
        const hidden = each.filter((people) => people === undefined).length;
        for (let one = 0; one < hidden; one += 1) expect(valuesOf(one, hidden, rest).size).toBeGreaterThan(1);
      }),
    );
  });
});

/** What one of some numbers from 1 to 4 with the given sum can be. */
function valuesOf(one: number, numbers: number, sum: number): ReadonlySet<number> {
  const possible = new Set<number>();
  for (let code = 0; code < 4 ** numbers; code += 1) {
    const guess = Array.from({ length: numbers }, (_, at) => 1 + (Math.floor(code / 4 ** at) % 4));
    if (guess.reduce((total, value) => total + value, 0) === sum) possible.add(guess[one] ?? 0);
  }
  return possible;
}
