import { ANOTHER, type BodiesByType, CANARY, SUBJECT } from './body.ts';

const vehicles = (items: string) => `<l:paring22Response xmlns:l="http://liiklusregister.x-road.eu">${items}</l:paring22Response>`;
const vehicle = (owner: string) =>
  `<item><regmrk>123ABC</regmrk><nr_tyyp>${CANARY}</nr_tyyp><regtun>${CANARY}</regtun><regtun_kuup></regtun_kuup><kehtiv></kehtiv><regtulek>1.02.2015</regtulek><regtun_valjastaja>${CANARY}</regtun_valjastaja><idkood>${CANARY}</idkood><vinkood>${CANARY}</vinkood><soiduki_andmed><kateg>M1</kateg><marknm>TOYOTA</marknm><mudel_mod>COROLLA</mudel_mod><kerenm></kerenm><mootornm>${CANARY}</mootornm><mootmht></mootmht><mootvms></mootvms><ehitaasta>2015</ehitaasta><varv_nimetus>${CANARY}</varv_nimetus></soiduki_andmed><piirang></piirang><oma_andmed_v><oma_kood>${owner}</oma_kood><oma_nimi>${CANARY}</oma_nimi><oma_eesnimi>${CANARY}</oma_eesnimi><aadress>${CANARY}</aadress><asuk_akood></asuk_akood><oma_muud></oma_muud></oma_andmed_v><hooldaja><ikood>${CANARY}</ikood><nimi>${CANARY}</nimi><elukoht></elukoht><jms></jms></hooldaja><kasutajad>${CANARY}</kasutajad></item>`;

export const liiklusregisterBodies: BodiesByType = {
  'TRAFFIC.VEHICLES': {
    parameters: {},
    contract: 'liiklusregister.wsdl',
    real: 'liiklusregister/liiklusregister.wsdl',
    found: vehicles(vehicle(SUBJECT) + vehicle(ANOTHER)),
    notFound: vehicles(''),
    businessError: { none: 'the service has no refusal in its body' },
    another: { none: 'a vehicle may be somebody else’s that the person uses: the record says so' },
  },
};
