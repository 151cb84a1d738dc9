import { chanceOf } from '../../facts/chance.ts';
import type { Person } from '../../person.ts';
import { type Asked, dotted, isAlive, upper } from '../register.ts';
import { answerOf, empty, NOT_IN_REGISTER, NOT_IN_REGISTER_TEXT } from './subject.ts';

const HOME = ['MkKood', 'Maakond', 'ValdKood', 'Vald', 'AsulaKood', 'Asula', 'Tanav', 'Maja', 'Korter'];
const COMMON = ['SurmaKuup', 'KodakondsusKood', 'KodakondsusNimetus', 'EmakeelKood', 'EmakeelNimetus', ...HOME];
const FORMER = ['RiikKood', 'Riik', ...['RiikKood', 'Riik', ...HOME, 'ElukohtAlgus', 'ElukohtLopp'].map((name) => `Endine${name}`)];

/** RR66HMIsikEestk. */
export function guardianship(asked: Asked): unknown {
  return answerOf(
    asked,
    (person) => ({ ...found(person, asked), ElamislubaTahtaeg: '' }),
    () => ({ ...NOBODY, ElamislubaTahtaeg: '' }),
  );
}

/** RR407HMIsikEestk: the same, with the residence before this one. */
export function guardianshipAndResidences(asked: Asked): unknown {
  return answerOf(
    asked,
    (person) => ({
      ...empty('', FORMER),
      ...found(person, asked),
      ...former(person),
    }),
    () => ({ ...empty('', FORMER), ...NOBODY }),
  );
}

/** RR439isikAadrYksi: a word, or that there is no such person. */
export function livesAlone(asked: Asked): unknown {
  return answerOf(
    asked,
    ({ household }) => ({ vastus: household.members.length === 1 ? 'JAH' : 'EI' }),
    () => ({ faultCode: NOT_IN_REGISTER, faultString: NOT_IN_REGISTER_TEXT, vastus: '' }),
  );
}

const NOBODY = {
  ...empty('', COMMON),
  Isikukood: '',
  Isikupnimi: '',
  Isikuenimi: '',
  EestkosteOn: '0',
  ElamislubaOn: '0',
  Veakood: NOT_IN_REGISTER,
  Veatekst: NOT_IN_REGISTER_TEXT,
};

function found(person: Person, { today }: Asked): Readonly<Record<string, string>> {
  const { street, house, flat, settlement, county } = partsOf(person.household.address);
  return {
    ...NOBODY,
    Isikukood: person.personalCode,
    Isikupnimi: upper(person.lastName),
    Isikuenimi: upper(person.firstName),
    SurmaKuup: isAlive(person, today) ? '' : dotted(person.deathDate),
    ValdKood: person.household.municipality.replace(/^0/, ''),
    Asula: settlement,
    Maakond: county,
    Tanav: street,
    Maja: house,
    Korter: flat,
    EestkosteOn: capacityOf(person, today.year),
    Veakood: '0',
    Veatekst: 'Kanne on sooritatud.',
  };
}

/** Some have moved within their municipality: their house was another one before. */
function former(person: Person): Readonly<Record<string, string>> {
  const chance = chanceOf(person.personalCode, 'former residence');
  if (!chance.chance(0.5)) return {};
  const { street, settlement, county } = partsOf(person.household.address);
  const until = person.household.since.subtract({ days: 1 });
  return {
    EndineValdKood: person.household.municipality.replace(/^0/, ''),
    EndineAsula: settlement,
    EndineMaakond: county,
    EndineTanav: street,
    EndineMaja: String(chance.between(91, 120)),
    EndineElukohtAlgus: dotted(until.subtract({ years: 3 })),
    EndineElukohtLopp: dotted(until),
  };
}

/** Of adults two in a hundred have a guardian. */
function capacityOf(person: Person, year: number): string {
  const chance = chanceOf(person.personalCode, 'legal capacity');
  return year - person.birthDate.year > 18 && chance.chance(0.02) ? chance.pick(['1', '2', '3']) : '0';
}

/** `Street 12-3, Settlement, County`, as the country writes addresses. */
export function partsOf(address: string) {
  const [, street = '', house = '', flat = '', settlement = '', county = ''] = /^(.*) (\d+)-(\d+), (.*), (.*)$/.exec(address) ?? [];
  return { street, house, flat, settlement, county };
}
