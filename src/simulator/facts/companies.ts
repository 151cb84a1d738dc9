import { checkDigit } from '../../estonia/index.ts';
import { Temporal } from '../../platform/index.ts';
import type { Person } from '../person.ts';
import { chanceOf } from './chance.ts';

export interface CompanyFact {
  readonly registryCode: string;
  readonly name: string;
  readonly owner: Person;
  readonly since: Temporal.PlainDate;
}

/** Of adults one in eight owns an undertaking, alone, and is its board. */
export function companyOf(owner: Person, today: Temporal.PlainDate): CompanyFact | undefined {
  const chance = chanceOf(owner.personalCode, 'company');
  const adult = Temporal.PlainDate.compare(owner.birthDate.add({ years: 20 }), today) <= 0;
  if (!adult || !chance.chance(0.12)) return undefined;
  const digits = `1${String(chance.between(200_000, 999_999))}`;
  return {
    registryCode: `${digits}${checkDigit(digits)}`,
    name: `${owner.lastName} ${chance.pick(['Ehitus', 'Disain', 'Kaubandus'])} OÜ`,
    owner,
    since: today.subtract({ years: chance.between(1, 9) }),
  };
}

export function findCompany(people: readonly Person[], registryCode: string, today: Temporal.PlainDate): CompanyFact | undefined {
  for (const person of people) {
    const company = companyOf(person, today);
    if (company?.registryCode === registryCode) return company;
  }
  return undefined;
}
