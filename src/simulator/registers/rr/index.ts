import type { SimulatedRegister } from '../register.ts';
import { guardianship, guardianshipAndResidences, livesAlone } from './capacity.ts';
import { changes } from './changes.ts';
import { persons } from './domestic-data-exchange.ts';
import { wholeEntry } from './entry.ts';
import { custodyRights, parents, relations, relationsWithCustody } from './family.ts';
import { byAddress, byName, inFull } from './search.ts';

/** The population register: everything a string, absent things empty elements, dates `dd.mm.yyyy`, not found by a code in the body. */
import { young } from './young.ts';

export const rr: SimulatedRegister = {
  name: 'rr',
  subsystem: 'EE/GOV/70008440/rr',
  wsdl: 'rr.wsdl',
  services: {
    RR456: wholeEntry,
    RR84IsikuSeosed: relations,
    RR414: relationsWithCustody,
    RR465isikuHooldusoigused: custodyRights,
    RR86LapseVanemad: parents,
    RR66HMIsikEestk: guardianship,
    RR407HMIsikEestk: guardianshipAndResidences,
    RR439isikAadrYksi: livesAlone,
    RR41isikPohiandmed: byName,
    RR42isikAadressKood: byAddress,
    RR96IsikDokElukSuhe: inFull,
    ...changes,
    ...young,
  },
  rest: { domesticDataExchange: { method: 'POST', path: '/v1/isikud', answer: persons } },
};
