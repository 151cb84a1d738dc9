import { vehiclesOf } from '../facts/vehicles.ts';
import { dotted, isAlive, type SimulatedRegister, textAt, upper } from './register.ts';

/** Transpordiamet: who has no vehicle, or is unknown, has no item. */
export const liiklusregister: SimulatedRegister = {
  name: 'liiklusregister',
  subsystem: 'EE/GOV/70001490/liiklusregister',
  wsdl: 'liiklusregister.wsdl',
  services: {
    paring22({ request, country, today }) {
      const person = country.find(textAt(request, 'oma_kood'));
      if (person === undefined || !isAlive(person, today)) return { item: [] };
      return {
        item: vehiclesOf(person, today).map((vehicle) => ({
          regmrk: vehicle.registrationNumber,
          nr_tyyp: 'A1',
          regtun: `AA${vehicle.registrationNumber.slice(0, 3)}000`,
          regtun_kuup: dotted(vehicle.registered),
          kehtiv: '',
          regtulek: dotted(vehicle.registered),
          regtun_valjastaja: 'Transpordiamet',
          idkood: '',
          vinkood: `SYN${vehicle.registrationNumber}00000000`,
          soiduki_andmed: {
            kateg: vehicle.category,
            marknm: vehicle.make,
            mudel_mod: vehicle.model,
            kerenm: null,
            mootornm: null,
            mootmht: null,
            mootvms: null,
            ehitaasta: String(vehicle.year),
            varv_nimetus: 'hall',
          },
          piirang: '',
          oma_andmed_v: {
            oma_kood: person.personalCode,
            oma_nimi: upper(person.lastName),
            oma_eesnimi: upper(person.firstName),
            aadress: person.household.address,
            asuk_akood: null,
            oma_muud: null,
          },
          hooldaja: null,
          kasutajad: '',
        })),
      };
    },
  },
};
