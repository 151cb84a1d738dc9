import { companyOf } from '../../src/simulator/facts/companies.ts';
import { homeOwnedBy } from '../../src/simulator/facts/properties.ts';
import type { Country, Person } from '../../src/simulator/index.ts';
import { BODIES } from '../registries/bodies/index.ts';

/** Searches ask for somebody who lives in the country; `undefined`: for nobody there. */
const SEARCHES: Readonly<Record<string, (person: Person | undefined, country: Country) => Readonly<Record<string, unknown>>>> = {
  'RR.PERSON_SEARCH': (person) => ({ lastName: person?.lastName ?? 'Eikeegi' }),
  'RR.PEOPLE_IN_FULL': (person) => ({
    codeBeginning: person?.personalCode.slice(0, 7) ?? '1000101',
    lastName: person?.lastName.slice(0, 3) ?? 'Eikeegi',
    firstName: person?.firstName.slice(0, 2) ?? 'Ei',
  }),
  'RR.ADDRESS_RESIDENTS': (person) => {
    const [, street, house] = /^(.*) (\d+)-/.exec(person?.household.address ?? 'Olematu 1-1') ?? [];
    return { municipality: person?.household.municipality ?? '0000', street, house };
  },
  'BUSINESS.COMPANY': (person, { asOf }) => ({ registryCode: (person && companyOf(person, asOf)?.registryCode) ?? '10000018' }),
  'ADS.NORMALISE': (person) => ({ text: person?.household.address ?? 'Eikusagi tn 1' }),
  'LAND.PROPERTY': (person, { asOf }) => ({ registerPart: (person && homeOwnedBy(person, asOf)?.registerPart) ?? '1' }),
};

/** With which parameters a query type is asked about a subject: those of its bodies, or what finds the subject. */
export function parametersFor(code: string, country: Country, subject: string): Readonly<Record<string, unknown>> {
  return SEARCHES[code]?.(country.find(subject), country) ?? BODIES[code]?.parameters ?? {};
}
