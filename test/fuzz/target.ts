import type fc from 'fast-check';

/** Something that reads what comes from outside, and what must hold of it whatever comes. */
export interface Target {
  readonly name: string;
  readonly inputs: fc.Arbitrary<string>;
  /** `accepted` or `refused`; throws when something does not hold. */
  read(input: string): Verdict | Promise<Verdict>;
}

export type Verdict = 'accepted' | 'refused';

/** Stands in every seed; no refusal may repeat it. */
export const PERSONAL_CODE = '60001019906';

export function holds(what: string, that: boolean): void {
  if (!that) throw new Error(what);
}

export function discreet(error: unknown): void {
  holds('a refusal repeats what it refused', !JSON.stringify(error).includes(PERSONAL_CODE));
}
