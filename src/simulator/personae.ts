import type { PersonalCode } from '../estonia/index.ts';
import type { Temporal } from '../platform/index.ts';
import { rehabilitationOf, specialCareOf } from './facts/care.ts';
import { companyOf } from './facts/companies.ts';
import { decisionsOf } from './facts/decisions.ts';
import { homeOwnedBy } from './facts/properties.ts';
import { selfEmploymentOf } from './facts/self-employment.ts';
import { studyOf } from './facts/studies.ts';
import { vehiclesOf } from './facts/vehicles.ts';
import type { Person } from './person.ts';

/** Parts that somebody in the country plays by chance: of whom a register has something that few have. */
const PARTS: Readonly<Record<string, (person: Person, today: Temporal.PlainDate) => boolean>> = {
  IN_REHABILITATION: (person) => rehabilitationOf(person) !== undefined,
  IN_SPECIAL_CARE: (person) => specialCareOf(person).length > 0,
  OWNER_OF_A_VEHICLE: (person, today) => vehiclesOf(person, today).length > 0,
  OWNER_OF_A_HOME: (person, today) => homeOwnedBy(person, today)?.owners.includes(person) === true,
  OWNER_OF_A_COMPANY: (person, today) => companyOf(person, today) !== undefined,
  UNDER_CUSTODY: (person, today) => decisionsOf(person, today).some(({ matter }) => matter !== 'LAPSENDAMINE'),
  ADOPTED: (person, today) => decisionsOf(person, today).some(({ matter }) => matter === 'LAPSENDAMINE'),
  PUPIL: (person, today) => studyOf(person, today) !== undefined,
  SELF_EMPLOYED: (person, today) => selfEmploymentOf(person, today.year - 1) !== undefined,
};

/** The first who plays each part. */
export function playersOf(people: readonly Person[], today: Temporal.PlainDate): Readonly<Record<string, PersonalCode>> {
  return Object.fromEntries(
    Object.entries(PARTS).flatMap(([part, plays]) => {
      const player = people.find((person) => person.deathDate === undefined && plays(person, today));
      return player === undefined ? [] : [[part, player.personalCode]];
    }),
  );
}
