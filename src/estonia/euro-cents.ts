declare const brand: unique symbol;

/** An amount of money in whole euro cents. Sums of it are exact; nothing here goes through floating point. */
export type EuroCents = number & { readonly [brand]: 'EuroCents' };

/** The largest amount that is still exact as an integer and plausible in a register: ten billion euros. */
const LIMIT = 1_000_000_000_000;

/** Whole cents, refused when fractional or beyond the limit. */
export function euroCents(cents: number): EuroCents {
  if (!Number.isSafeInteger(cents) || Math.abs(cents) > LIMIT) throw new RangeError('not a whole number of cents');
  return cents as EuroCents;
}

/** Reads a decimal amount of euros with at most two decimals, as the registers write them ("320", "320.5", "-12.30", "320,50"). */
export function parseEuros(text: string): EuroCents | undefined {
  const match = /^(-?)(\d{1,10})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, sign, whole, fraction = ''] = match;
  const cents = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  return euroCents(sign === '-' ? 0 - cents : cents);
}

/** The amount as euros with exactly two decimals and a point, the form of the API and of the registers' messages. */
export function formatEuros(cents: EuroCents): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function sumCents(amounts: Iterable<EuroCents>): EuroCents {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return euroCents(sum);
}
