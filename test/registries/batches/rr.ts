import { CANARY } from '../bodies/body.ts';
import type { BatchBodies } from './bodies.ts';

const NS = 'xmlns:r="http://rr.x-road.eu/producer"';
const ordered = (content: string) =>
  `<r:RR447Response ${NS}><request><AlgusKP>01.10.2026</AlgusKP><LoppKP>31.10.2026</LoppKP></request><response>${content}</response></r:RR447Response>`;
const file = (content: string) =>
  `<r:RR71_fail_downloadResponse ${NS}><request><cFailiNimi>T-0001</cFailiNimi></request><response>${content}</response></r:RR71_fail_downloadResponse>`;
const fault = (code: string, text: string) => `<faultCode>${code}</faultCode><faultString>${text}</faultString>`;
const NO_LINES = '<ttData></ttData>';

export const changesBodies: BatchBodies = {
  parameters: { from: '2026-10-01', to: '2026-10-31' },
  contract: 'rr.wsdl',
  real: 'rr/rr.wsdl',
  accepted: { body: ordered('<cTellimuseNr>T-0001</cTellimuseNr>'), ticket: 'T-0001' },
  refused: ordered(`${fault('10001', 'Isikul 47101010033 puudub õigus')}<cTellimuseNr></cTellimuseNr>`),
  notYet: file(`${fault('10071', 'Faili ei leitud')}${NO_LINES}`),
  gone: { none: 'a file that is not ready and one that is not known are told in one way' },
  failed: file(`${fault('10002', 'Puudub õigus')}${NO_LINES}`),
  // The first has changed twice, the second and the third have not, and whoever comes behind them has once.
  ready: (people) => {
    const lines = people.flatMap((code, n) => {
      if (n === 0) return [`${code};10;${CANARY}`, `${code};22`];
      return n < 3 ? [] : `${code};1;${CANARY}`;
    });
    const items = lines.map((line, n) => `<item><ttData.id>${n + 1}</ttData.id><ttData.cData>${line}</ttData.cData></item>`);
    return { body: file(`<ttData>${items.join('')}</ttData>`) };
  },
};
