import { type EuroCents, euroCents } from '../../estonia/index.ts';

/** A ratio as a fraction of whole numbers: exact, as the law writes it (80 %, 1.2). */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** Reads a decimal with at most four places ("0.8", "1.2"). Undefined when it is none. */
export function parseRatio(text: string): Ratio | undefined {
  const match = /^(\d{1,4})(?:\.(\d{1,4}))?$/.exec(text);
  if (match === null) return undefined;
  const [, whole = '', fraction = ''] = match;
  return { numerator: Number(whole + fraction), denominator: 10 ** fraction.length };
}

/** So much of an amount, to the cent, half up (domain 2.3, D6). */
export function times(cents: EuroCents, { numerator, denominator }: Ratio): EuroCents {
  const [product, by] = [BigInt(cents) * BigInt(numerator) * 2n + BigInt(denominator), BigInt(denominator) * 2n];
  // BigInt cuts towards zero; half up goes down below zero.
  const cut = product / by;
  return euroCents(Number(product < 0n && product % by !== 0n ? cut - 1n : cut));
}
