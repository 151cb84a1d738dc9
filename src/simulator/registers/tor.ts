import { employmentsOf } from '../facts/employment.ts';
import { type SimulatedRegister, textAt } from './register.ts';

/** The employment register: nobody found is nought rows; people come as one string with commas. */
export const tor: SimulatedRegister = {
  name: 'tor',
  subsystem: 'EE/GOV/70000349/tor',
  wsdl: 'tor.wsdl',
  services: {
    TORIK({ request, country, today }) {
      const asked = (request as { readonly request: Readonly<Record<string, string>> }).request;
      const from = asked.toot_algus ?? today.toString();
      const to = asked.toot_lopp ?? today.toString();
      const rows = textAt(request, 'request', 'isikukoodid')
        .split(',')
        .flatMap((code) => country.find(code) ?? [])
        .flatMap((person) => employmentsOf(person, today).map((employment) => ({ person, ...employment })))
        .filter((row) => row.from.toString() <= to && (row.until === undefined || row.until.toString() >= from));
      return {
        request: asked,
        response: {
          kood: '0',
          leitud_kannete_arv: String(rows.length),
          kannete_jada: {
            kanne: rows.map(({ person, employer, from: began, until }, n) => ({
              toot_id: String(1000 + n),
              isikukood: person.personalCode,
              perenimi: person.lastName,
              eesnimi: person.firstName,
              ta_kood: employer.code,
              ta_nimi: employer.name,
              tootamise_algus: began.toString(),
              tootamise_liik_kood: '1',
              tootamise_liik_nimi: 'Tööleping',
              ...(until === undefined ? {} : { tootamise_lopp: until.toString() }),
              kande_olek_kood: 'K',
              kande_olek_nimi: 'Kehtiv',
              sisestamise_aeg: `${began}T09:00:00`,
              muutmise_aeg: `${began}T09:00:00`,
            })),
          },
        },
      };
    },
  },
};
