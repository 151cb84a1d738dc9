/**
 * The two-stage modulus-11 check digit that the personal code (EVS 585:2007) and the registry code share: weighted sum modulo 11; when that
 * is 10, the same with weights moved on by two; when that is 10 too, zero.
 */
export function checkDigit(digits: string): number {
  const first = weightedRemainder(digits, 1);
  if (first < 10) return first;
  const second = weightedRemainder(digits, 3);
  return second < 10 ? second : 0;
}

/** Weights run start, start+1, ... 9, 1, 2, ... */
function weightedRemainder(digits: string, start: number): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) sum += (digits.charCodeAt(i) - 48) * (((start + i - 1) % 9) + 1);
  return sum % 11;
}
