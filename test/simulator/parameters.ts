import { findQueryType, type QueryType } from '../../src/registries/index.ts';
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

/** A basis is paused, ended, extended and ended out of turn once it has been started. */
const AFTER: Readonly<Record<string, string>> = {
  'HK.CARER_INSURANCE.PAUSE': 'HK.CARER_INSURANCE.START',
  'HK.CARER_INSURANCE.END': 'HK.CARER_INSURANCE.START',
  'HK.CARER_INSURANCE.EXTENSION': 'HK.CARER_INSURANCE.START',
  'HK.CARER_INSURANCE.EXTRAORDINARY_END': 'HK.CARER_INSURANCE.START',
};

/** Which type must have been asked before, for a register to have what this one is about. */
export function precededBy(code: string): QueryType | undefined {
  return findQueryType(AFTER[code] ?? '');
}

/** With which parameters a query type is asked about a subject: those of its bodies, or what finds the subject. */
export function parametersFor(code: string, country: Country, subject: string): Readonly<Record<string, unknown>> {
  return SEARCHES[code]?.(country.find(subject), country) ?? BODIES[code]?.parameters ?? {};
}
