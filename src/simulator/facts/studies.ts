import { Temporal } from '../../platform/index.ts';
import type { Person } from '../person.ts';
import { chanceOf } from './chance.ts';

export interface Study {
  readonly institution: { readonly code: string; readonly name: string };
  readonly kind: string;
  readonly level: string | undefined;
  readonly form: string | undefined;
  readonly grade: string | undefined;
  readonly since: Temporal.PlainDate;
}

/** Children learn by their age, and one in three of the young beyond school: in kindergarten, at school, at a university. */
export function studyOf({ personalCode, birthDate }: Person, today: Temporal.PlainDate): Study | undefined {
  const chance = chanceOf(personalCode, 'studies');
  const schoolYear = today.month >= 9 ? today.year : today.year - 1;
  // Of the age that one has on 1 October, who is seven goes to the first grade (PGS § 9).
  const age = birthDate.until(Temporal.PlainDate.from({ year: schoolYear, month: 10, day: 1 }), { largestUnit: 'years' }).years;
  const since = (years: number) => Temporal.PlainDate.from({ year: schoolYear - years, month: 9, day: 1 });
  if (age >= 2 && age < 7)
    return {
      institution: { code: '75000001', name: 'Päikese Lasteaed' },
      kind: 'Alusharidus',
      level: undefined,
      form: undefined,
      grade: undefined,
      since: since(age - 2),
    };
  if (age >= 7 && age < 19)
    return {
      institution: { code: '75000002', name: 'Kesklinna Kool' },
      kind: 'Üldharidus',
      level: age < 16 ? 'Põhiharidus' : 'Üldkeskharidus',
      form: 'Statsionaarne õpe',
      grade: String(age - 6),
      since: since(age - 7),
    };
  if (age >= 19 && age < 25 && chance.chance(0.33))
    return {
      institution: { code: '74000003', name: 'Ülikool' },
      kind: 'Kõrgharidus',
      level: 'Bakalaureuseõpe',
      form: 'Päevaõpe',
      grade: undefined,
      since: since(age - 19),
    };
  return undefined;
}

/** What schooling somebody has who does not study. */
export function educationOf({ personalCode }: Pick<Person, 'personalCode'>): string {
  return chanceOf(personalCode, 'education').pick(['Põhiharidus', 'Üldkeskharidus', 'Kutsekeskharidus']);
}
