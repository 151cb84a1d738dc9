import { createRandom, type Random } from '../random.ts';

/** Chance about one person in one matter: what a register knows of somebody does not change when another register learns something new. */
export function chanceOf(personalCode: string, matter: string): Random {
  let seed = 0x811c9dc5;
  for (const letter of `${matter}:${personalCode}`) seed = Math.imul(seed ^ letter.charCodeAt(0), 0x01000193);
  return createRandom(seed);
}
