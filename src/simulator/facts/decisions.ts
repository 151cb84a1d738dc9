import { Temporal } from '../../platform/index.ts';
import type { Person } from '../person.ts';
import { chanceOf } from './chance.ts';

export interface DecisionFact {
  readonly caseNumber: string;
  readonly matter: 'HOOLDUSOIGUS' | 'EESTKOSTE' | 'LAPSENDAMINE';
  readonly content: string;
  readonly on: Temporal.PlainDate;
  readonly entitled: Person | undefined;
}

/** About four people in a hundred a court decided while they were children, and about one of them in three on adoption. */
export function decisionsOf(person: Person, today: Temporal.PlainDate): readonly DecisionFact[] {
  const chance = chanceOf(person.personalCode, 'decisions');
  const on = person.birthDate.add({ years: chance.between(1, 12), days: chance.between(1, 300) });
  if (!chance.chance(0.04) || Temporal.PlainDate.compare(on, today) >= 0) return [];
  const matter = chance.chance(0.33) ? 'LAPSENDAMINE' : chance.pick(['HOOLDUSOIGUS', 'EESTKOSTE'] as const);
  const caseNumber = `2-${String(on.year).slice(2)}-${chance.between(1000, 99_999)}`;
  return [{ caseNumber, matter, content: matter === 'HOOLDUSOIGUS' ? 'H10' : matter, on, entitled: person.parents[0] }];
}
