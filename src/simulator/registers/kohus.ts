import { decisionsOf } from '../facts/decisions.ts';
import { type SimulatedRegister, textAt } from './register.ts';

/** Court decisions of childhood, by the proposed contract: none is an empty list, for whomever. */
export const kohus: SimulatedRegister = {
  name: 'kohus',
  subsystem: 'EE/GOV/70000310/etoimik',
  wsdl: 'kohus.wsdl',
  services: {
    LapseeaKohtulahendid({ request, country, today }) {
      const isikukood = textAt(request, 'isikukood');
      const person = country.find(isikukood);
      return {
        isikukood,
        lahendid: {
          lahend: (person === undefined ? [] : decisionsOf(person, today)).map((decision) => ({
            kohtuasjaNr: decision.caseNumber,
            kohus: 'Harju Maakohus',
            lahendiLiik: 'MAARUS',
            lahendiKpv: decision.on.toString(),
            joustumiseKpv: decision.on.add({ days: 15 }).toString(),
            valdkond: decision.matter,
            sisu: decision.content,
            ...(decision.entitled === undefined
              ? {}
              : {
                  oigustatu: {
                    isikukood: decision.entitled.personalCode,
                    nimi: `${decision.entitled.firstName} ${decision.entitled.lastName}`,
                  },
                }),
            algus: decision.on.toString(),
          })),
        },
      };
    },
  },
};
