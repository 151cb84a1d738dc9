import { Temporal } from '../../platform/index.ts';
import type { Person } from '../person.ts';
import { chanceOf } from './chance.ts';

export interface PropertyFact {
  readonly registerPart: string;
  readonly address: string;
  readonly cadastralNumber: string;
  readonly owners: readonly Person[];
  readonly mortgaged: boolean;
}

/** Half of the households own their home: its adults together, in equal shares. */
export function homeOwnedBy({ household }: Person, today: Temporal.PlainDate): PropertyFact | undefined {
  const [first] = household.members;
  if (first === undefined) return undefined;
  const owners = household.members.filter(({ birthDate }) => Temporal.PlainDate.compare(birthDate.add({ years: 18 }), today) <= 0);
  const chance = chanceOf(first.personalCode, 'home');
  if (owners.length === 0 || !chance.chance(0.5)) return undefined;
  return {
    registerPart: String(chance.between(1_000_000, 9_999_999)),
    address: household.address,
    cadastralNumber: `${chance.between(10_000, 99_999)}:001:${String(chance.between(1, 9_999)).padStart(4, '0')}`,
    owners,
    mortgaged: chance.chance(0.4),
  };
}
