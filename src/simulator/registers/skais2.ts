import { assessmentOf } from '../facts/care.ts';
import { DEGREES, massBenefits } from './mass-benefits.ts';
import { amount, type SimulatedRegister, textAt, within } from './register.ts';

/** SKAIS2: dates as xsd:date, and what became of the question in a status. */
export const skais2: SimulatedRegister = {
  name: 'skais2',
  subsystem: 'EE/GOV/70001975/skais2',
  wsdl: 'skais2.wsdl',
  services: {
    ...massBenefits,
    TKToovoimPuueHyvitised({ request, country, today }) {
      const isikukood = textAt(request, 'isikukood');
      const [from, to] = [textAt(request, 'perioodAlgusKpv'), textAt(request, 'perioodLoppKpv')];
      const person = country.find(isikukood);
      if (person === undefined)
        return { isik: { isikukood, eesnimi: '', perekonnanimi: '' }, staatus: { kood: '1', selgitus: 'Isikut ei leitud' } };
      const { disability } = person;
      const paid = person.fromSka.filter(({ paidOn, child }) => child === undefined && within(paidOn, from, to));
      const [first] = paid;
      return {
        isik: { isikukood, eesnimi: person.firstName, perekonnanimi: person.lastName },
        ...(first === undefined
          ? {}
          : {
              hyvitised: {
                hyvitis: [
                  {
                    hyvitisLiik: first.code,
                    nimetus: first.name,
                    otsusKpv: first.paidOn.subtract({ years: 1 }).toString(),
                    perioodAlgusKpv: first.paidOn.subtract({ years: 1 }).toString(),
                    rahalisedHyvitised: {
                      rahalineHyvitis: [
                        {
                          summa: amount(first.gross),
                          perioodAlgusKpv: from,
                          perioodLoppKpv: to,
                          valjamaksed: {
                            valjamakse: paid.map(({ gross, paidOn }) => ({
                              summa: amount(gross),
                              perioodAlgusKpv: paidOn.with({ day: 1 }).toString(),
                              perioodLoppKpv: paidOn.toString(),
                              tehingKpv: paidOn.toString(),
                            })),
                          },
                        },
                      ],
                    },
                  },
                ],
              },
            }),
        ...(disability === undefined
          ? {}
          : {
              puuded: {
                puue: [
                  {
                    otsusKpv: (assessmentOf(person, today)?.decidedOn ?? disability.from).toString(),
                    perioodAlgusKpv: disability.from.toString(),
                    perioodLoppKpv: disability.from.add({ years: 5 }).toString(),
                    kood: disability.degree,
                    nimetus: DEGREES[disability.degree] ?? '',
                  },
                ],
              },
            }),
        staatus: { kood: '0', selgitus: 'OK' },
      };
    },
  },
};
