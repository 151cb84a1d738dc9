import { selfEmploymentOf } from '../facts/self-employment.ts';
import { amount, type SimulatedRegister, textAt } from './register.ts';

/** MTA: months `kk.aaaa`; somebody without payments has a notice and no list. */
export const mta: SimulatedRegister = {
  name: 'mta',
  subsystem: 'EE/GOV/70000349/tsd',
  wsdl: 'mta.wsdl',
  services: {
    kovTooandjad({ request, country }) {
      const paring = {
        isikukood: textAt(request, 'keha', 'isikukood'),
        algkuup: textAt(request, 'keha', 'algkuup'),
        loppkuup: textAt(request, 'keha', 'loppkuup'),
      };
      const [from, to] = [iso(paring.algkuup), iso(paring.loppkuup)];
      const person = country.find(paring.isikukood);
      const declared = (person?.declared ?? []).filter(({ month }) => month >= from && month <= to);
      if (person === undefined || declared.length === 0) return { paring, keha: { lisainfo: 'Andmeid ei leitud' } };
      return {
        paring,
        keha: {
          isik: { isikukood: person.personalCode, nimi: `${person.firstName} ${person.lastName}` },
          tooandjad: {
            item: declared.map(({ month, code, gross, incomeTax, payer }) => ({
              regnr: payer?.code ?? '',
              nimi: payer?.name ?? '',
              periood: `${month.slice(5)}.${month.slice(0, 4)}`,
              vmLiigid: code,
              vmSumma: amount(gross),
              tmSumma: amount(incomeTax),
              valuuta: 'EUR',
            })),
          },
        },
      };
    },
    kovEttevotjad({ request, country, today }) {
      const paring = { isikukood: textAt(request, 'keha', 'isikukood'), aasta: textAt(request, 'keha', 'aasta') };
      const person = country.find(paring.isikukood);
      const isik = { isikukood: paring.isikukood, nimi: person === undefined ? '' : `${person.firstName} ${person.lastName}` };
      const year = Number(paring.aasta);
      const earned = person === undefined || year >= today.year ? undefined : selfEmploymentOf(person, year);
      if (earned === undefined) return { paring, keha: { isik, lisainfo: 'Andmeid ei leitud' } };
      return { paring, keha: { isik, avanss: amount(earned.advance), etulu: amount(earned.income), valuuta: 'EUR' } };
    },
  },
};

function iso(month: string): string {
  return `${month.slice(3)}-${month.slice(0, 2)}`;
}
