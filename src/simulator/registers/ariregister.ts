import { type CompanyFact, companyOf, findCompany } from '../facts/companies.ts';
import { isAsked, type SimulatedRegister, textAt } from './register.ts';

/** The business register: by a person or by a code, and of the undertaking the parts that are asked for; none found is nought found. */
export const ariregister: SimulatedRegister = {
  name: 'ariregister',
  subsystem: 'EE/GOV/70000310/arireg',
  wsdl: 'ariregister.wsdl',
  services: {
    detailandmed_v2({ request, country, today }) {
      const { keha } = request as { readonly keha: unknown };
      const person = country.find(textAt(keha, 'fyysilise_isiku_kood'));
      const code = textAt(keha, 'ariregistri_kood');
      const found = code === '' ? person && companyOf(person, today) : findCompany(country.people, code, today);
      return {
        paring: keha,
        keha: {
          ettevotjad: { item: found === undefined ? [] : [entryOf(found, keha)] },
          leitud_ettevotjate_arv: found === undefined ? '0' : '1',
        },
      };
    },
  },
};

function entryOf({ registryCode, name, owner, since }: CompanyFact, asked: unknown) {
  const person = {
    isiku_tyyp: 'F',
    eesnimi: owner.firstName,
    nimi_arinimi: owner.lastName,
    isikukood_registrikood: owner.personalCode,
    algus_kpv: since.toString(),
  };
  return {
    ariregistri_kood: registryCode,
    ettevotja_id: registryCode,
    nimi: name,
    ...(isAsked(asked, 'yandmed') && {
      yldandmed: { staatus: 'R', staatus_tekstina: 'Registrisse kantud', asutatud_sissemakset_tegemata: null },
    }),
    ...(isAsked(asked, 'iandmed') && {
      isikuandmed: {
        kaardile_kantud_isikud: { item: [{ ...person, isiku_roll: 'JUHL', isiku_roll_tekstina: 'Juhatuse liige' }] },
        kaardivalised_isikud: { item: [{ ...person, isiku_roll: 'OSAN', isiku_roll_tekstina: 'Osanik', osaluse_protsent: '100.00' }] },
        hooneyhistu_liikmed: { item: [] },
      },
    }),
  };
}
