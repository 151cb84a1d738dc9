import { type EuroCents, euroCents } from '../../estonia/index.ts';
import type { Person } from '../person.ts';
import { chanceOf } from './chance.ts';

/** What a self-employed person has earned in a year; of adults who are employed too, one in fifteen. */
export function selfEmploymentOf({ personalCode, declared }: Person, year: number): { income: EuroCents; advance: EuroCents } | undefined {
  if (declared.length === 0 || !chanceOf(personalCode, 'self-employment').chance(0.07)) return undefined;
  const income = chanceOf(personalCode, `self-employment ${year}`).between(500, 9_000);
  return { income: euroCents(income * 100), advance: euroCents(Math.floor(income / 10) * 100) };
}
