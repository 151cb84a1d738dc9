import { studyOf } from '../facts/studies.ts';
import { dotted, type SimulatedRegister } from './register.ts';

/** The education register: who does not learn, and who is unknown, are named by a notice. */
export const ehis: SimulatedRegister = {
  name: 'ehis',
  subsystem: 'EE/GOV/70000740/ehis',
  wsdl: 'ehis.wsdl',
  services: {
    oppuridKovPortaaliV2({ request, country, today }) {
      const { isikukood } = request as { readonly isikukood: readonly string[] };
      const found = isikukood.map((code) => {
        const person = country.find(code);
        return { code, person, study: person && studyOf(person, today) };
      });
      return {
        oppurid: found.flatMap(({ code, person, study }) =>
          person === undefined || study === undefined
            ? []
            : {
                isikukood: code,
                eesnimi: person.firstName,
                perenimi: person.lastName,
                haridus: study.kind,
                ruhmaLiik: null,
                kohasuurus: null,
                ruhmaNimi: null,
                klass: study.grade ?? null,
                paralleeliTunnus: null,
                oppekavatase: study.level ?? null,
                oppevorm: study.form ?? null,
                oppimaAsumiseKp: dotted(study.since),
                oppeasutusKood: study.institution.code,
                oppeasutusNimetus: study.institution.name,
                oppeasutuseOmandivorm: 'Munitsipaalomand',
                oppekoormus: 'Täiskoormus',
                ehak: person.household.municipality,
              },
        ),
        teade: found.flatMap(({ code, study }) =>
          study === undefined ? { isikukood: code, kood: 'NOTFOUND', tekst: 'Õppurit ei leitud' } : [],
        ),
      };
    },
  },
};
