import { Temporal } from '../../platform/index.ts';
import type { Person } from '../person.ts';
import { chanceOf } from './chance.ts';

export interface Vehicle {
  readonly registrationNumber: string;
  readonly category: string;
  readonly make: string;
  readonly model: string;
  readonly year: number;
  readonly registered: Temporal.PlainDate;
}

const MODELS = [
  ['M1', 'VOLKSWAGEN', 'GOLF'],
  ['M1', 'TOYOTA', 'COROLLA'],
  ['M1', 'ŠKODA', 'OCTAVIA'],
  ['N1', 'FORD', 'TRANSIT'],
  ['O1', 'TIKI', 'CP250'],
] as const;

/** Of adults, two in five have a vehicle, and some of these two. */
export function vehiclesOf({ personalCode, birthDate }: Person, today: Temporal.PlainDate): readonly Vehicle[] {
  const chance = chanceOf(personalCode, 'vehicles');
  const adult = Temporal.PlainDate.compare(birthDate.add({ years: 18 }), today) <= 0;
  if (!adult || !chance.chance(0.4)) return [];
  return Array.from({ length: chance.chance(0.2) ? 2 : 1 }, () => {
    const [category, make, model] = chance.pick(MODELS);
    const year = today.year - chance.between(2, 20);
    const letter = () => chance.pick([...'ABCDFGHJKLMNPRST']);
    return {
      registrationNumber: `${chance.between(100, 999)}${letter()}${letter()}${letter()}`,
      category,
      make,
      model,
      year,
      registered: Temporal.PlainDate.from({ year, month: chance.between(1, 12), day: chance.between(1, 28) }),
    };
  });
}
