import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  addMonths,
  checkDigit,
  type EuroCents,
  euroCents,
  firstDayOf,
  lastDayOf,
  type Month,
  makePersonalCode,
  monthOf,
  type PersonalCode,
  type Sex,
} from '../estonia/index.ts';
import { Temporal } from '../platform/index.ts';
import { createLife, type Life, type MakeHome } from './life.ts';
import type { Household, Payment, Person } from './person.ts';
import { playersOf } from './personae.ts';
import { createRandom, type Random } from './random.ts';

/** A small country: what one register says of a family agrees with what the others pay to it. Nobody in it exists. */
export interface Country {
  readonly asOf: Temporal.PlainDate;
  readonly people: readonly Person[];
  find(personalCode: string): Person | undefined;
  /** Where somebody lives or has lived, in the order in which the addresses came up; and where people lived on the country's own day. */
  readonly addresses: readonly string[];
  readonly firstAddresses: readonly string[];
  /** As time passes people die, move and marry. */
  readonly life: Life;
  /** People for a demonstration, by the part they play. `UNKNOWN` is in no register. */
  readonly personae: Readonly<Record<string, PersonalCode>>;
}

const folder = resolve(import.meta.dirname, '../../fixtures/country');
const names: { readonly male: string[]; readonly female: string[]; readonly family: string[] } = JSON.parse(
  readFileSync(resolve(folder, 'names.json'), 'utf8'),
);
const places: readonly { readonly municipality: string; readonly county: string; readonly name: string; readonly streets: string[] }[] =
  JSON.parse(readFileSync(resolve(folder, 'places.json'), 'utf8'));

/** Household after household until there are so many people. */
const PEOPLE_AT_LEAST = 2000;
/** How far back registers know payments. */
const MONTHS = 24;
const TERVISEKASSA = { code: '74000091', name: 'Tervisekassa' };

export function createCountry({ seed, asOf }: { readonly seed: number; readonly asOf: string }): Country {
  const random = createRandom(seed);
  const today = Temporal.PlainDate.from(asOf);
  const byCode = new Map<string, Person>();
  const employers = Array.from({ length: 60 }, (_, index) => {
    const digits = `1${String(100_000 + index * 37)}`;
    return { code: `${digits}${checkDigit(digits)}`, name: `${random.pick(names.family)} ja Pojad OÜ` };
  });

  const birth = (age: number) => today.subtract({ years: age, days: random.between(1, 360) });
  const person = (
    household: Household,
    lastName: string,
    birthDate: Temporal.PlainDate,
    sex: Sex,
    parents: readonly Person[] = [],
  ): Person => {
    let code = makePersonalCode(birthDate, sex, random.between(1, 999));
    while (byCode.has(code)) code = makePersonalCode(birthDate, sex, random.between(1, 999));
    const made: Person = {
      personalCode: code,
      firstName: random.pick(sex === 'MALE' ? names.male : names.female),
      lastName,
      birthDate,
      sex,
      household,
      parents,
      children: [],
      spouse: undefined,
      deathDate: undefined,
      disability: undefined,
      unemployed: [],
      declared: [],
      fromSka: [],
      fromFund: [],
      entered: [],
    };
    for (const parent of parents) parent.children.push(made);
    household.members.push(made);
    byCode.set(code, made);
    return made;
  };
  const household = (): Household => {
    const { address, municipality } = homeSomewhere(random);
    return { address, municipality, since: today.subtract({ days: random.between(300, 6000) }), members: [] };
  };
  const months = Array.from({ length: MONTHS }, (_, index) => addMonths(monthOf(today), index - MONTHS));

  const family = (adults: number, children: number): readonly Person[] => {
    const home = household();
    const lastName = random.pick(names.family);
    const parents = Array.from({ length: adults }, (_, index) =>
      person(home, lastName, birth(random.between(25, 50)), index === 0 ? 'FEMALE' : 'MALE'),
    );
    const [first, second] = parents;
    if (first !== undefined && second !== undefined) {
      first.spouse = second;
      second.spouse = first;
    }
    for (let index = 0; index < children; index++)
      person(home, lastName, birth(random.between(0, 17)), random.chance(0.5) ? 'FEMALE' : 'MALE', parents);
    return home.members;
  };

  const working = (adult: Person): void => {
    const employer = random.pick(employers);
    const gross = euroCents(random.between(900, 2600) * 100);
    for (const month of months) {
      if (random.chance(0.03))
        adult.declared.push(payment(month, 15, '20', 'Haigushüvitis', euroCents(random.between(100, 400) * 100), 22, TERVISEKASSA));
      adult.declared.push(payment(month, 5, '10', 'Töötasu', gross, 22, employer));
    }
  };
  const unemployed = (adult: Person): void => {
    const since = months[random.between(4, 18)] ?? monthOf(today);
    for (const month of months.filter((month) => month < since))
      adult.declared.push(payment(month, 5, '10', 'Töötasu', euroCents(95_000), 22, random.pick(employers)));
    adult.unemployed.push({ from: firstDayOf(since), until: undefined });
    for (const month of months.filter((month) => month >= since))
      adult.fromFund.push(payment(month, 12, 'TT', 'Töötutoetus', euroCents(39_469), 0));
  };
  const pensioner = (adult: Person): void => {
    for (const month of months) adult.fromSka.push(payment(month, 5, 'VP', 'Vanaduspension', euroCents(random.between(55_000, 90_000)), 0));
  };
  const childBenefits = (home: readonly Person[]): void => {
    const children = home.filter((member) => member.parents.length > 0);
    for (const child of children) {
      for (const month of months) {
        if (Temporal.PlainDate.compare(child.birthDate, lastDayOf(month)) > 0) continue;
        child.parents[0]?.fromSka.push({ ...payment(month, 8, 'LT', 'Lapsetoetus', euroCents(8000), 0), child });
      }
    }
  };
  const disabled = (adult: Person): void => {
    adult.disability = {
      kind: random.pick(['3', '4', '5', '6']),
      degree: random.pick(['K', 'R', 'S']),
      from: months[0] === undefined ? today : firstDayOf(months[0]),
    };
    for (const month of months) adult.fromSka.push(payment(month, 10, 'PT', 'Puudega inimese toetus', euroCents(6500), 0));
  };

  const [employedParent, unemployedParent, child] = family(2, 2);
  const lone = person(household(), 'Lõhmus', birth(78), 'FEMALE');
  const [disabledAdult] = family(1, 0);
  if (employedParent === undefined || unemployedParent === undefined || child === undefined || disabledAdult === undefined)
    throw new Error('a family has no members');
  working(employedParent);
  unemployed(unemployedParent);
  childBenefits(employedParent.household.members);
  pensioner(lone);
  disabled(disabledAdult);

  while (byCode.size < PEOPLE_AT_LEAST) {
    if (random.chance(0.25)) {
      const alone = person(household(), random.pick(names.family), birth(random.between(65, 92)), random.chance(0.6) ? 'FEMALE' : 'MALE');
      pensioner(alone);
      if (random.chance(0.2)) disabled(alone);
      if (random.chance(0.05)) {
        alone.deathDate = today.subtract({ days: random.between(1, 60) });
        alone.entered.push({ at: alone.deathDate.toPlainDateTime({ hour: 12 }), kind: 'DEATH' });
      }
      continue;
    }
    const home = family(random.chance(0.7) ? 2 : 1, random.between(0, 3));
    for (const adult of home.filter((member) => member.parents.length === 0)) {
      if (random.chance(0.08)) unemployed(adult);
      else if (random.chance(0.85)) working(adult);
      if (random.chance(0.05)) disabled(adult);
    }
    childBenefits(home);
  }
  let unknown = makePersonalCode(birth(40), 'MALE', 1);
  for (let serial = 2; byCode.has(unknown); serial++) unknown = makePersonalCode(birth(40), 'MALE', serial);
  const people = [...byCode.values()];
  const personae = {
    EMPLOYED_PARENT: employedParent.personalCode,
    UNEMPLOYED_PARENT: unemployedParent.personalCode,
    CHILD: child.personalCode,
    LONE_PENSIONER: lone.personalCode,
    DISABLED: disabledAdult.personalCode,
    ...playersOf(people, today),
    UNKNOWN: unknown,
  };
  const spared = new Set(Object.values(personae).flatMap((code) => byCode.get(code)?.household.members ?? []));
  const addresses = [...new Set(people.map(({ household: { address } }) => address))];
  const makeHome: MakeHome = (chance, since) => {
    const home = homeSomewhere(chance);
    if (!addresses.includes(home.address)) addresses.push(home.address);
    return { ...home, since };
  };
  const life = createLife({ seed, began: today, makeHome }, people, spared);
  return { asOf: today, people, find: (code) => byCode.get(code), addresses, firstAddresses: [...addresses], life, personae };
}

function homeSomewhere(random: Random): Pick<Household, 'address' | 'municipality'> {
  const place = random.pick(places);
  const address = `${random.pick(place.streets)} ${random.between(1, 90)}-${random.between(1, 60)}, ${place.name}, ${place.county}`;
  return { address, municipality: place.municipality };
}

function payment(
  month: Month,
  day: number,
  code: string,
  name: string,
  gross: EuroCents,
  taxPercent: number,
  payer?: { readonly code: string; readonly name: string },
): Payment {
  const incomeTax = euroCents(Math.floor((gross * taxPercent) / 100));
  const paidOn = firstDayOf(month).with({ day });
  return { month, paidOn, code, name, gross, incomeTax, ...(payer === undefined ? {} : { payer }) };
}
