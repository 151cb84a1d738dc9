/** A smaller number of people than this could be known by name in it (INV-68). */
const SMALLEST_TOLD = 5;

/** Who works where, and with which education; somebody who works in two institutions, in each. */
export interface Employment {
  readonly userId: string;
  readonly institutionId: string;
  /** Undefined: they have not said. */
  readonly educationLevel: string | undefined;
}

/** How many people; undefined: some, but too few to be told. */
export interface Count {
  readonly educationLevel: string | undefined;
  readonly people: number | undefined;
}

export interface Personnel {
  /** Everybody once. */
  readonly everywhere: readonly Count[];
  readonly byInstitution: ReadonlyMap<string, readonly Count[]>;
}

/**
 * Counts the people of social work by education, everywhere and in each institution (REQ-241). Numbers below five are not told, nor is a sum from
 * which such a number could be taken back, the told ones being known.
 */
export function countPersonnel(employments: readonly Employment[]): Personnel {
  const inInstitutions = Map.groupBy(employments, ({ institutionId }) => institutionId);
  const exact = new Map([...inInstitutions].map(([institutionId, people]) => [institutionId, countByLevel(people)]));
  return {
    everywhere: [...countByLevel(employments)].map(([educationLevel, people]) => {
      const hidden = [...exact.values()].map((counts) => counts.get(educationLevel) ?? 0).filter(isHidden);
      return { educationLevel, people: isHidden(people) || giveAway(hidden) ? undefined : people };
    }),
    byInstitution: new Map(
      [...exact].map(([institutionId, counts]) => [
        institutionId,
        [...counts].map(([educationLevel, people]) => ({ educationLevel, people: isHidden(people) ? undefined : people })),
      ]),
    ),
  };
}

function isHidden(people: number): boolean {
  return people > 0 && people < SMALLEST_TOLD;
}

/** Whether the sum of hidden numbers says what one of them is: there is only one, or all are as small or as large as a hidden one can be. */
function giveAway(hidden: readonly number[]): boolean {
  const sum = hidden.reduce((total, people) => total + people, 0);
  return (
    hidden.length === 1 || (hidden.length > 0 && (isHidden(sum) || sum === hidden.length || sum === hidden.length * (SMALLEST_TOLD - 1)))
  );
}

function countByLevel(employments: readonly Employment[]): ReadonlyMap<string | undefined, number> {
  const levels = Map.groupBy(employments, ({ educationLevel }) => educationLevel);
  return new Map([...levels].map(([level, people]) => [level, new Set(people.map(({ userId }) => userId)).size]));
}
