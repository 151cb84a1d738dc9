import { CANARY } from '../bodies/body.ts';
import type { BatchBodies } from './bodies.ts';

const NS = 'xmlns:s="http://skais2.som.ee/producer/skais2"';
const submitted = (content: string) =>
  `<s:TKToovoimPuueHyvitisedMassTeenusResponse ${NS}>${content}</s:TKToovoimPuueHyvitisedMassTeenusResponse>`;
const looked = (content: string) =>
  `<s:TKToovoimPuueHyvitisedMassTeenusVastusResponse ${NS}>${content}</s:TKToovoimPuueHyvitisedMassTeenusVastusResponse>`;

const GRANTED =
  '<toovoimetused><toovoimetus><perioodAlgusKpv>2015-01-01</perioodAlgusKpv><perioodLoppKpv>2016-12-31</perioodLoppKpv></toovoimetus></toovoimetused><hyvitised><hyvitis><hyvitisLiik>PT</hyvitisLiik><nimetus>Puudega inimese toetus</nimetus><perioodAlgusKpv>2024-02-01</perioodAlgusKpv><peatamised><peatamine><perioodAlgusKpv>2025-01-01</perioodAlgusKpv><perioodLoppKpv>2025-01-31</perioodLoppKpv></peatamine></peatamised></hyvitis></hyvitised><puuded><puue><perioodAlgusKpv>2024-02-01</perioodAlgusKpv><perioodLoppKpv>2029-01-31</perioodLoppKpv><puueLiik>R</puueLiik><nimetus>Raske</nimetus></puue></puuded>';
const entry = (code: string, status: string, content = '') =>
  `<isik><isikukood>${code}</isikukood>${content}<staatus>${status}</staatus></isik>`;
const file = (...entries: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<s:TKMassIsikud ${NS}>${entries.join('')}</s:TKMassIsikud>`;
const found = (code: string) => entry(code, `<kood>0</kood><selgitus>${CANARY}</selgitus>`, GRANTED);
const READY = looked('<kood>0</kood><selgitus>OK</selgitus><viide>cid:tulemus@skais2</viide>');

export const massBenefitsBodies: BatchBodies = {
  parameters: { from: '2026-10-01', to: '2026-10-31' },
  contract: 'skais2.wsdl',
  real: 'skais/skais2.wsdl',
  accepted: { body: submitted('<protsessID>70001</protsessID><kood>0</kood><selgitus>OK</selgitus>'), ticket: '70001' },
  refused: submitted('<kood>2</kood><selgitus>Isik 47101010033 ei sobi</selgitus>'),
  notYet: looked('<kood>1</kood><selgitus>Päring on töötlemisel</selgitus>'),
  gone: looked('<kood>4</kood><selgitus>Protsessi ei leitud</selgitus>'),
  failed: looked('<kood>9</kood><selgitus>Sisemine viga</selgitus>'),
  ready: (people) => ({
    body: READY,
    file: {
      contentId: 'tulemus@skais2',
      content: file(
        ...people.map((code, n) => {
          if (n === 0) return found(code);
          return n === 1 ? entry(code, '<kood>1</kood><selgitus>Isikut ei leitud</selgitus>') : entry(code, '<kood>7</kood>');
        }),
      ),
    },
  }),
};
