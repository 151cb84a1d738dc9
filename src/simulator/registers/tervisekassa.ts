import type { Person } from '../person.ts';
import { basesAsOf, enterBases } from './insurance-bases.ts';
import { isAlive, type SimulatedRegister, textAt } from './register.ts';

const DOCTORS = ['Dr Kask', 'Dr Petrova', 'Dr Lepik'];

/** Tervisekassa: insured as what one is in the other registers; an unknown person is a fault code in the body. */
export const tervisekassa: SimulatedRegister = {
  name: 'tervisekassa',
  subsystem: 'EE/GOV/74000091/kirst',
  wsdl: 'tervisekassa.wsdl',
  services: {
    kindlustatus({ request, country, today }) {
      const isikukood = textAt(request, 'request', 'isikukood');
      const kuupaev = textAt(request, 'request', 'kuupaev');
      const echo = { isikukood, ...(kuupaev === '' ? {} : { kuupaev }) };
      const person = country.find(isikukood);
      if (person === undefined)
        return { request: echo, response: { faultCode: '1', faultString: 'Isikut ei leitud', isik: { isikukood }, kindlustatus: false } };
      const ground = groundOf(person, today.year);
      return {
        request: echo,
        response: {
          aeg: today.toString(),
          isik: { isikukood, perenimi: person.lastName, eesnimi: person.firstName },
          sugu: person.sex === 'MALE' ? 'M' : 'N',
          synnikuupaev: person.birthDate.toString(),
          kindlustatus: ground !== undefined && isAlive(person, today),
          ...(ground === undefined ? {} : { omadused: { omadus: [ground] }, kindlustatud_kuni: today.add({ months: 2 }).toString() }),
          perearsti_info: {
            perearst: { kood: '70000562', nimi: DOCTORS[Number(isikukood.at(-1)) % DOCTORS.length] ?? '' },
            telefon: '+3726000000',
            pa_alates: '2020-01-01',
            nimistu: 'N1234',
          },
        },
      };
    },
    kindlustusalus: enterBases,
    kindlustused: (asked) =>
      basesAsOf(asked, (code) => {
        const employer = asked.country.find(code)?.declared[0]?.payer;
        if (employer === undefined) return [];
        return [{ isik_isikukood: code, kindlustaja_kood: employer.code, liik: '1', aluse_algus: '2020-01-01', staatus: 'K' }];
      }),
  },
};

function groundOf(person: Person, year: number): string | undefined {
  if (person.unemployed.length > 0) return '6';
  if (person.fromSka.some(({ code }) => code === 'VP')) return '2';
  if (year - person.birthDate.year < 19) return '5';
  return person.declared.length > 0 ? '1' : undefined;
}
