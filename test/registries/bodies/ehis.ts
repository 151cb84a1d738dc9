import { ANOTHER, type BodiesByType, CANARY, SUBJECT } from './body.ts';

const learners = (content: string) =>
  `<e:oppuridKovPortaaliV2Response xmlns:e="http://producers.ehis.xtee.riik.ee/producer/ehis">${content}</e:oppuridKovPortaaliV2Response>`;
const learner = (subject: string) =>
  `<oppurid><isikukood>${subject}</isikukood><eesnimi>${CANARY}</eesnimi><perenimi>${CANARY}</perenimi><haridus>Üldharidus</haridus><ruhmaLiik></ruhmaLiik><kohasuurus></kohasuurus><ruhmaNimi></ruhmaNimi><klass>5</klass><paralleeliTunnus>${CANARY}</paralleeliTunnus><oppekavatase>Põhiharidus</oppekavatase><oppevorm>Statsionaarne õpe</oppevorm><oppimaAsumiseKp>1.09.2021</oppimaAsumiseKp><oppeasutusKood>75000002</oppeasutusKood><oppeasutusNimetus>Kesklinna Kool</oppeasutusNimetus><oppeasutuseOmandivorm>${CANARY}</oppeasutuseOmandivorm><oppekoormus>Täiskoormus</oppekoormus><ehak>${CANARY}</ehak></oppurid>`;
const notice = (code: string, text: string) => `<teade><isikukood>${SUBJECT}</isikukood><kood>${code}</kood><tekst>${text}</tekst></teade>`;

export const ehisBodies: BodiesByType = {
  'EHIS.STUDIES': {
    parameters: {},
    contract: 'ehis.wsdl',
    real: 'ehis/ehis.wsdl',
    found: learners(learner(SUBJECT)),
    notFound: learners(notice('NOTFOUND', 'Õppurit ei leitud')),
    businessError: learners(notice('ERROR', 'Päringu õigus on piiratud')),
    another: learners(learner(ANOTHER)),
  },
};

/** Two notices about the one person: nothing found, and a refusal whose code is empty. */
export const NOTHING_AND_REFUSED = learners(notice('NOTFOUND', 'Õppurit ei leitud') + notice('', 'Päringu õigus on piiratud'));
