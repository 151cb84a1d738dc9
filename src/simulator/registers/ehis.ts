import { gunzipSync } from 'node:zlib';
import { contentIdOf } from '../../xroad/index.ts';
import { educationOf, studyOf } from '../facts/studies.ts';
import { dotted, type SimulatedRegister, textAt, toldOf } from './register.ts';

/** The education register: who does not learn, and who is unknown, are named by a notice. */
export const ehis: SimulatedRegister = {
  name: 'ehis',
  subsystem: 'EE/GOV/70000740/ehis',
  wsdl: 'ehis.wsdl',
  services: {
    neetTeenus({ request, attachments, country, today, tickets }) {
      const contentId = contentIdOf(textAt(request, 'contentIn'));
      const file = attachments.find((part) => part.contentId === contentId);
      const packed = Buffer.from(Buffer.from(file?.bytes ?? []).toString('latin1'), 'base64');
      const codes = gunzipSync(packed).toString('utf8').split('\n').slice(0, -1);
      const idle = toldOf(codes, country, tickets.knobs)
        .flatMap((code) => country.find(code) ?? [])
        .filter((person) => studyOf(person, today) === undefined);
      if (textAt(request, 'vaartused') === 'isikud') return { isikukood: idle.map(({ personalCode }) => personalCode) };
      return {
        andmed: idle.map((person) => ({
          isikukood: person.personalCode,
          haridustase: educationOf(person),
          oppekeel: 'eesti keel',
          staatus: 'Ei õpi',
        })),
      };
    },
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
