import { isAlive, type SimulatedRegister, textAt } from '../register.ts';

/** Who is 16 to 26 years old, in a municipality or in the whole country. */
export const young: SimulatedRegister['services'] = {
  RR470isikukoodid16kuni26a(asked) {
    const { request } = asked.request as { readonly request: unknown };
    const municipality = textAt(asked.request, 'request', 'EHAKKood');
    const residents = asked.country.people.filter((person) => {
      const { years } = person.birthDate.until(asked.today, { largestUnit: 'years' });
      const isThere = municipality === '' || person.household.municipality === municipality;
      return years >= 16 && years <= 26 && isThere && isAlive(person, asked.today);
    });
    return { request, response: { Isikukood: residents.map(({ personalCode }) => personalCode) } };
  },
};
